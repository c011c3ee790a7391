import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { AppProcess, Launch, LaunchOptions, MainFunction, Noted } from './app-process.ts'
import { PageWatch } from './page-watch.ts'

/** The built app as a spec sees it: one user data folder, started as often as the spec says. */
export class RunningApp {
  readonly kind: 'electron' | 'host'
  readonly userData: string
  readonly #launch: Launch
  readonly #options: LaunchOptions
  readonly #watch: PageWatch
  #process: AppProcess
  #running = true
  #earlierOutput = ''
  readonly #misfortunes: (string | undefined)[] = []

  private constructor(
    kind: 'electron' | 'host',
    launch: Launch,
    options: LaunchOptions,
    watch: PageWatch,
    first: AppProcess
  ) {
    this.kind = kind
    this.userData = options.userData
    this.#launch = launch
    this.#options = options
    this.#watch = watch
    this.#process = first
  }

  static async start(kind: 'electron' | 'host', launch: Launch, options: LaunchOptions): Promise<RunningApp> {
    const watch = new PageWatch()
    return new RunningApp(kind, launch, options, watch, await launch(options, watch.watch))
  }

  /** Of the main process. */
  get pid(): number {
    return this.#process.pid
  }

  /** What the app wrote to stdout and stderr, over all its starts. */
  get output(): string {
    return this.#earlierOutput + this.#process.output
  }

  /** What the app wrote to its own log so far. */
  get mainLog(): string {
    const file = join(this.userData, 'logs/main.log')
    return existsSync(file) ? readFileSync(file, 'utf8') : ''
  }

  /**
   * What went wrong unseen, without what the spec allows: errors in consoles, exceptions that nobody caught in page or
   * main process, violations of the content security policy, an end that nobody asked for.
   */
  get complaints(): string[] {
    const uncaught = this.mainLog.split('\n').filter((line) => / (uncaught exception|unhandled rejection)/.test(line))
    const misfortunes = [...this.#misfortunes, this.#process.misfortune].filter((words) => words !== undefined)
    return this.#watch.unallowed([...uncaught, ...misfortunes])
  }

  /** Lets this app complain about what the spec brings about on purpose. */
  allowComplaint(pattern: RegExp): void {
    this.#watch.allow(pattern)
  }

  /** Resolves once the page has loaded. @throws with the app's own output when it ends before */
  firstWindow(): Promise<Page> {
    return this.#process.firstWindow()
  }

  windows(): Page[] {
    return this.#process.windows()
  }

  /** From now on the spec may bring the app to its end: what its pages say as it goes is for nobody. */
  mayEnd(): void {
    this.#watch.dismissPages()
  }

  /** Runs a function in the main process. It travels as text: it sees `argument` and nothing around it. */
  evaluate<Value, Argument = undefined>(
    run: MainFunction<Value, Argument>,
    ...[argument]: undefined extends Argument ? [Argument?] : [Argument]
  ): Promise<Value> {
    return this.#process.evaluate(run, argument as Argument) // left out only where it may be undefined
  }

  /** Dialogs and addresses that would have left the app since its last start. */
  noted(): Promise<Noted[]> {
    return this.#process.noted()
  }

  /** SIGKILL of the main process: a crash, or the battery taken out. */
  async kill(): Promise<void> {
    this.#running = false
    this.#watch.dismissPages()
    await this.#process.kill()
  }

  /** Quits as a person would; does nothing when it does not run. @throws when the app has not gone after 15 s */
  async close(): Promise<void> {
    if (!this.#running) return
    this.#running = false
    this.#watch.dismissPages()
    await this.#process.close()
  }

  /** Starts it again on the same user data, quitting it first when it still runs. @returns its new first window */
  async restart(): Promise<Page> {
    await this.close()
    this.#earlierOutput = this.output
    this.#misfortunes.push(this.#process.misfortune)
    this.#process = await this.#launch(this.#options, this.#watch.watch)
    this.#running = true
    return this.firstWindow()
  }
}
