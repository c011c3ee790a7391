import type { Locator, Page } from '@playwright/test'
import { Frame } from './frame.ts'

/** The page that lists the things this laptop has met. */
export class ThingsScreen {
  readonly #page: Page
  readonly search: Locator
  readonly rows: Locator

  constructor(page: Page) {
    this.#page = page
    this.search = page.getByRole('textbox', { name: 'Find a thing, or scan its label' })
    this.rows = page.getByRole('list', { name: 'Things met on this laptop' }).getByRole('listitem')
  }

  async open(): Promise<void> {
    await new Frame(this.#page).goTo('Things')
    // What is scanned before the page is there goes to the one before it.
    await this.search.waitFor()
  }

  row(tuid: string): Locator {
    return this.rows.filter({ hasText: tuid })
  }
}
