import type { ConsoleMessage, Page } from '@playwright/test'

/**
 * Notes what pages complain about: errors in the console (which is where Chromium reports each violation of the
 * content security policy), exceptions nobody caught, and a crash of the page itself.
 */
export class PageWatch {
  readonly #complaints = new Set<string>()
  readonly #allowed: RegExp[] = []
  readonly #watched = new Set<Page>()

  readonly watch = (page: Page): void => {
    this.#watched.add(page)
    page.on('console', (message) => this.#hear(page, message))
    page.on('pageerror', (error) => this.#note(page, `uncaught: ${error.stack ?? error.message}`))
    page.on('crash', () => this.#note(page, 'the page crashed'))
    // In Electron the page has begun before the test can listen.
    page.consoleMessages().then(
      (messages) => messages.forEach((message) => this.#hear(page, message)),
      () => undefined // gone already: then it said nothing that anybody could hear
    )
  }

  /** The app is going: in Electron its pages would be gone at once, in the host they see their server vanish. */
  dismissPages(): void {
    this.#watched.clear()
  }

  allow(pattern: RegExp): void {
    this.#allowed.push(pattern)
  }

  /** All complaints, these from elsewhere included, that were not allowed. */
  unallowed(others: string[]): string[] {
    return [...this.#complaints, ...others].filter((text) => !this.#allowed.some((pattern) => pattern.test(text)))
  }

  #hear(page: Page, message: ConsoleMessage): void {
    if (message.type() === 'error') this.#note(page, `console: ${message.text()} (${message.location().url})`)
  }

  #note(page: Page, complaint: string): void {
    if (this.#watched.has(page)) this.#complaints.add(complaint)
  }
}
