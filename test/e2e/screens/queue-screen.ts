import type { Locator, Page } from '@playwright/test'

/** The page that lists what was saved and what became of it. */
export class QueueScreen {
  readonly list: Locator
  readonly search: Locator
  readonly sync: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.list = page.getByRole('list', { name: 'Actions' })
    this.search = page.getByRole('searchbox', { name: 'Find by TUID' })
    this.sync = page.getByRole('button', { name: 'Sync now' })
  }

  /** All actions shown, newest first, those that need a person before the others. */
  get rows(): Locator {
    return this.list.getByRole('article')
  }

  /** The action with this title, such as "Set installed". */
  row(title: string): Locator {
    return this.#page.getByRole('article', { name: title, exact: true })
  }

  filter(name: 'Open' | 'Needs you' | 'Done' | 'All'): Locator {
    return this.#page.getByRole('group', { name: 'Show' }).getByRole('button', { name: new RegExp(`^${name}`) })
  }
}
