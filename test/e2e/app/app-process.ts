import type { Page } from '@playwright/test'

/** Something that would have left the app: a dialog, an address for the system's browser. */
export interface Noted {
  what: string
  details: unknown[]
}

export interface LaunchOptions {
  /** The folder that holds package.json and out/: this project, when left out, or an app taken out of a package. */
  appRoot?: string
  /** A folder that outlives the app, so that it can be started again on what it left. */
  userData: string
  /** BCP 47 tag of the system's language as the app sees it. */
  locale: string
  /** Size of the page in CSS pixels. */
  viewport: { width: number; height: number }
  colorScheme: 'light' | 'dark' | 'no-preference'
  reducedMotion: 'reduce' | 'no-preference'
  /** Variables of the environment beyond those of the test. */
  environment?: Readonly<Record<string, string>>
  /** Further arguments of the app itself. */
  appArguments?: readonly string[]
  /** Further switches of Chromium. In the host the browser runs already, with its own. */
  browserArguments?: readonly string[]
}

/** One start of the built app. Everything here works alike in Electron and in the host. */
export interface AppProcess {
  readonly pid: number
  /** What the app wrote to stdout and stderr. */
  readonly output: string
  /** How it ended, when that was neither asked for nor a clean exit. */
  readonly misfortune: string | undefined
  firstWindow(): Promise<Page>
  windows(): Page[]
  /** Runs a function in the main process. It travels as text: it sees its argument and nothing around it. */
  evaluate<Value, Argument>(run: MainFunction<Value, Argument>, argument: Argument): Promise<Value>
  /** What would have left the app since it started: nothing really does. */
  noted(): Promise<Noted[]>
  /** SIGKILL: a crash, or the battery taken out. */
  kill(): Promise<void>
  /** Quits as a person would. @throws when the app has not gone after 15 s */
  close(): Promise<void>
}

export type MainFunction<Value, Argument> = (
  electron: typeof Electron.CrossProcessExports,
  argument: Argument
) => Value | Promise<Value>

/** Starts the app once more; every page it shows goes through `watch` before its first script runs, where possible. */
export type Launch = (options: LaunchOptions, watch: (page: Page) => void) => Promise<AppProcess>
