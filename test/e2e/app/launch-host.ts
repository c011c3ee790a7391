import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { projectRoot } from '../../../scripts/project-root.ts'
import { answerTo, Questions } from '../../host/answers.ts'
import type { FromApp, ToApp } from '../../host/driven-messages.ts'
import type { PageRequest } from '../../host/driver.ts'
import type { HostSettings } from '../../host/host-settings.ts'
import { decode, encode } from '../../host/page/wire.ts'
import type { AppProcess, Launch, LaunchOptions, MainFunction, Noted } from './app-process.ts'
import { withinSeconds } from './within-seconds.ts'

const cleanExit = 'exit code 0'

/** The app in the host: plain Node for the main process, tabs of a real browser for the windows. */
class HostProcess implements AppProcess {
  readonly #child: ChildProcess
  readonly #context: BrowserContext
  readonly #options: LaunchOptions
  readonly #watch: (page: Page) => void
  readonly #pages = new Map<number, Page>()
  readonly #questions = new Questions()
  readonly #noted: Noted[] = []
  readonly #exited: Promise<string>
  readonly #first = Promise.withResolvers<Page>()
  #colorScheme: LaunchOptions['colorScheme']
  #output = ''
  #killed = false
  #misfortune: string | undefined

  constructor(child: ChildProcess, context: BrowserContext, options: LaunchOptions, watch: (page: Page) => void) {
    this.#child = child
    this.#context = context
    this.#options = options
    this.#colorScheme = options.colorScheme
    this.#watch = watch
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#output += text))
    }
    this.#exited = new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code ?? 'none'}`))
    })
    void this.#exited.then((how) => {
      if (!this.#killed && how !== cleanExit) this.#misfortune = `the app ended with ${how}`
      const reason = `the app has ended (${how})\n${this.#output}`
      this.#questions.abandon(reason)
      this.#first.reject(new Error(reason))
    })
    // A window that nobody waits for may stay away.
    this.#first.promise.catch(() => undefined)
    child.on('message', (message: FromApp) => this.#hear(message))
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('the app could not be started')
    return this.#child.pid
  }

  get output(): string {
    return this.#output
  }

  get misfortune(): string | undefined {
    return this.#misfortune
  }

  firstWindow = (): Promise<Page> => this.#first.promise
  windows = (): Page[] => [...this.#pages.values()]
  noted = (): Promise<Noted[]> => Promise.resolve([...this.#noted])

  async evaluate<Value, Argument>(run: MainFunction<Value, Argument>, argument: Argument): Promise<Value> {
    const value = await this.#questions.ask((id) =>
      this.#tell({ type: 'evaluate', id, source: run.toString(), argument: encode(argument) })
    )
    return value as Value // what the function returned over there
  }

  async kill(): Promise<void> {
    this.#killed = true
    this.#child.kill('SIGKILL')
    await this.#exited
    await this.#context.close()
  }

  async close(): Promise<void> {
    this.#tell({ type: 'quit' })
    try {
      await withinSeconds(15, 'the app to quit', this.#exited)
    } finally {
      this.#killed = true
      this.#child.kill('SIGKILL')
      await this.#context.close()
    }
  }

  #tell(message: ToApp): void {
    // The app may be gone although the channel does not know it yet; its exit says so.
    if (this.#child.connected) this.#child.send(message, () => undefined)
    else if (message.type === 'evaluate') this.#questions.abandon('the app has ended')
  }

  #hear(message: FromApp): void {
    switch (message.type) {
      case 'window-opened':
        this.#show(message.windowId, message.url).catch((error: unknown) => this.#first.reject(error))
        break
      case 'window-closed':
        void this.#pages.get(message.windowId)?.close()
        this.#pages.delete(message.windowId)
        break
      case 'noted':
        // The host sends a list of what was passed.
        this.#noted.push({ what: message.what, details: decode(message.details) as unknown[] })
        break
      case 'color-scheme':
        this.#colorScheme = message.scheme === 'system' ? this.#options.colorScheme : message.scheme
        for (const page of this.#pages.values()) void page.emulateMedia({ colorScheme: this.#colorScheme })
        break
      case 'ask-page':
        void answerTo(message.id, () => this.#askPage(message.windowId, decode(message.request) as PageRequest)).then(
          (answer) => this.#tell({ type: 'page-answered', ...answer })
        )
        break
      case 'evaluated':
        this.#questions.settle(message)
    }
  }

  async #show(windowId: number, url: string): Promise<void> {
    let page = this.#pages.get(windowId)
    if (!page) {
      page = await this.#context.newPage()
      this.#watch(page)
      await page.emulateMedia({ colorScheme: this.#colorScheme })
      this.#pages.set(windowId, page)
      page.on('close', () => this.#tell({ type: 'page-closed', windowId }))
    }
    await page.goto(url)
    this.#first.resolve(page)
  }

  async #askPage(windowId: number, request: PageRequest): Promise<unknown> {
    const page = this.#pages.get(windowId)
    if (!page) throw new Error(`window ${windowId} has no page`)
    switch (request.what) {
      case 'pdf':
        // Electron's options and Playwright's share these names.
        return page.pdf({ ...(request.options as { landscape?: boolean; printBackground?: boolean }), format: 'A4' })
      case 'screenshot':
        return page.screenshot()
      case 'javascript':
        return page.evaluate<unknown>(request.code)
      case 'reload':
        await page.reload()
        return undefined
    }
  }
}

/** @param browser started by the first app that needs it */
export function hostLauncher(browser: () => Promise<Browser>): Launch {
  return async (options: LaunchOptions, watch) => {
    const { appRoot = projectRoot, viewport, colorScheme, reducedMotion, locale, userData } = options
    const started = await browser()
    const context = await started.newContext({ viewport, colorScheme, reducedMotion, locale })
    const settings: HostSettings = { appRoot, userData, locale, port: 0, appArguments: options.appArguments ?? [] }
    const child = fork(join(projectRoot, 'test/host/driven.ts'), [JSON.stringify(settings)], {
      cwd: projectRoot,
      env: { ...process.env, ...options.environment },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc']
    })
    return new HostProcess(child, context, options, watch)
  }
}
