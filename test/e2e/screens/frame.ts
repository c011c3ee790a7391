import type { Locator, Page } from '@playwright/test'

/** What frames every screen: where to go, which stack, the connection, and what waits. */
export class Frame {
  readonly #page: Page
  readonly connection: Locator
  readonly badge: Locator
  readonly stack: Locator

  constructor(page: Page) {
    this.#page = page
    const bar = page.getByRole('banner')
    this.connection = bar.getByRole('button', { name: /^Connection: / })
    this.badge = bar.getByRole('link', { name: /^Queue: / })
    this.stack = bar.getByRole('button', { name: /^Active stack: / })
  }

  async goTo(
    place: 'Install' | 'Visits' | 'Things' | 'Groups' | 'Alerts' | 'Queue' | 'Settings' | 'Help'
  ): Promise<void> {
    await this.place(place).click()
  }

  /** The place in the rail, with the number beside its name in words. */
  place(name: string): Locator {
    return this.#page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: new RegExp(`^${name}`) })
  }

  /** By keys, as soon as there is a page that hears them. */
  async openSearch(): Promise<Locator> {
    await this.#page
      .getByRole('banner')
      .getByRole('button', { name: /^Search/ })
      .waitFor()
    await this.#page.keyboard.press('Control+k')
    return this.#page.getByRole('combobox', { name: 'Search everywhere' })
  }

  async checkConnection(): Promise<void> {
    await this.connection.click()
    await this.#page.getByRole('button', { name: 'Check now' }).click()
    await this.#page.keyboard.press('Escape')
  }
}
