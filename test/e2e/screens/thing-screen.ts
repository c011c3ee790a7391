import type { Locator, Page } from '@playwright/test'

export type SectionName = 'Overview' | 'Messages' | 'Alerts' | 'Commands' | 'Installation history'

/** The page of one thing. */
export class ThingScreen {
  readonly #page: Page
  /** What the thing is, such as "Presence sensor". */
  readonly title: Locator
  readonly health: Locator
  readonly back: Locator

  constructor(page: Page) {
    this.#page = page
    const main = page.getByRole('main')
    this.title = main.getByRole('heading', { level: 1 })
    this.health = main.getByRole('region', { name: 'Health' })
    this.back = main.getByRole('button', { name: 'Back' })
  }

  async open(section: SectionName): Promise<void> {
    await this.#page.getByRole('tab', { name: section }).click()
  }

  /** A part of what is shown, by its heading. */
  part(name: string): Locator {
    return this.#page.getByRole('main').getByRole('region', { name, exact: true })
  }

  button(name: string): Locator {
    return this.#page.getByRole('main').getByRole('button', { name, exact: true })
  }
}
