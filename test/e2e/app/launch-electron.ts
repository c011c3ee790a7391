import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { projectRoot } from '../../../scripts/project-root.ts'
import type { AppProcess, Launch, MainFunction, Noted } from './app-process.ts'
import { withinSeconds } from './within-seconds.ts'

/** Where the main process keeps what would have left it; only the two functions below know the name. */
declare global {
  var notedByTest: Noted[] | undefined
}

/** The host never lets anything out; here the functions that would are replaced by ones that take notes. */
function takeNotes({ dialog, shell }: typeof Electron.CrossProcessExports): void {
  const noted: Noted[] = (globalThis.notedByTest = [])
  const note =
    <Value>(what: string, value: Value) =>
    (...details: unknown[]): Promise<Value> => {
      // As in the host: the options, not the window before which a dialog is shown.
      noted.push({ what, details: what.startsWith('dialog.') ? [details.at(-1)] : details })
      return Promise.resolve(value)
    }
  shell.openExternal = note('shell.openExternal', undefined)
  shell.openPath = note('shell.openPath', '')
  dialog.showOpenDialog = note('dialog.showOpenDialog', { canceled: true, filePaths: [] })
  dialog.showSaveDialog = note('dialog.showSaveDialog', { canceled: true, filePath: '' })
  dialog.showMessageBox = note('dialog.showMessageBox', { response: 0, checkboxChecked: false })
}

/** The app in Electron, driven by Playwright. */
class ElectronProcess implements AppProcess {
  readonly #application: ElectronApplication
  readonly #exited: Promise<void>
  #output = ''
  #killed = false
  #misfortune: string | undefined

  constructor(application: ElectronApplication) {
    this.#application = application
    const child = application.process()
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#output += text))
    }
    this.#exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        if (!this.#killed && code !== 0) this.#misfortune = `the app ended with ${signal ?? `exit code ${code ?? 0}`}`
        resolve()
      })
    })
  }

  get pid(): number {
    const { pid } = this.#application.process()
    if (pid === undefined) throw new Error('the app could not be started')
    return pid
  }

  get output(): string {
    return this.#output
  }

  get misfortune(): string | undefined {
    return this.#misfortune
  }

  firstWindow = (): Promise<Page> => this.#application.firstWindow()
  windows = (): Page[] => this.#application.windows()
  noted = (): Promise<Noted[]> => this.#application.evaluate(() => globalThis.notedByTest ?? [])

  async evaluate<Value, Argument>(run: MainFunction<Value, Argument>, argument: Argument): Promise<Value> {
    // Playwright's own type for the same thing wraps the argument in ways that only matter for handles.
    const evaluate = this.#application.evaluate.bind(this.#application) as unknown as (
      run: MainFunction<Value, Argument>,
      argument: Argument
    ) => Promise<Value>
    return evaluate(run, argument)
  }

  async kill(): Promise<void> {
    this.#killed = true
    this.#application.process().kill('SIGKILL')
    await this.#exited
  }

  async close(): Promise<void> {
    try {
      await withinSeconds(15, 'the app to quit', this.#application.close())
    } finally {
      this.#killed = true
      this.#application.process().kill('SIGKILL')
    }
  }
}

/** Playwright must find the binary itself: given a path, it leaves out the loader that lets it be there before 'ready'. */
export const launchElectron: Launch = async (options, watch) => {
  const {
    appRoot = projectRoot,
    userData,
    locale,
    viewport,
    colorScheme,
    reducedMotion,
    environment,
    browserArguments = [],
    appArguments = []
  } = options
  const application = await _electron.launch({
    args: [appRoot, `--user-data-dir=${userData}`, `--lang=${locale}`, ...browserArguments, ...appArguments],
    cwd: projectRoot,
    // What is not defined is left out.
    env: { ...definedOf(process.env), ...environment },
    colorScheme
  })
  application.on('window', watch)
  for (const page of application.windows()) watch(page)
  await application.evaluate(takeNotes)
  const page = await application.firstWindow()
  await application.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    viewport
  )
  await page.emulateMedia({ reducedMotion })
  return new ElectronProcess(application)
}

function definedOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )
}
