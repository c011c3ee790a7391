import type { Page } from '@playwright/test'

/**
 * Notes what a page complains about: errors in the console (which is where Chromium reports each violation of the
 * content security policy), exceptions nobody caught, and a crash of the page itself.
 */
export class PageWatch {
  readonly #complaints = new Set<string>()
  readonly #allowed: RegExp[] = []

  readonly watch = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.add(`console: ${message.text()} (${message.location().url})`)
    })
    page.on('pageerror', (error) => this.#complaints.add(`uncaught: ${error.stack ?? error.message}`))
    page.on('crash', () => this.#complaints.add('the page crashed'))
    // In Electron the page has begun before the test can listen.
    page.consoleMessages().then(
      (messages) => {
        for (const message of messages) {
          if (message.type() === 'error') this.#complaints.add(`console: ${message.text()} (${message.location().url})`)
        }
      },
      () => undefined // gone already: then it said nothing that anybody could hear
    )
  }

  allow(pattern: RegExp): void {
    this.#allowed.push(pattern)
  }

  /** What was not allowed. */
  get complaints(): string[] {
    return [...this.#complaints].filter((text) => !this.#allowed.some((pattern) => pattern.test(text)))
  }
}
