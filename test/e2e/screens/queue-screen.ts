import type { Locator, Page } from '@playwright/test'

/** The page that lists what was saved and what became of it. */
export class QueueScreen {
  readonly list: Locator
  readonly search: Locator
  readonly sync: Locator
  readonly things: Locator
  readonly byThing: Locator
  readonly progress: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.list = page.getByRole('list', { name: 'Actions' })
    this.search = page.getByRole('searchbox', { name: 'Find by TUID or group' })
    this.sync = page.getByRole('button', { name: 'Sync now' })
    this.things = page.getByRole('list', { name: 'Things' })
    this.byThing = page.getByRole('button', { name: 'By thing' })
    this.progress = page.getByRole('region', { name: 'Progress' })
  }

  /** All actions shown, newest first, those that need a person before the others. */
  get rows(): Locator {
    return this.list.getByRole('article')
  }

  /** The action with this title, such as "Set installed". */
  row(title: string): Locator {
    return this.#page.getByRole('article', { name: title, exact: true })
  }

  /** The row of a thing, or of a group as such, while the queue is shown by thing. */
  thing(name: string): Locator {
    return this.things.getByRole('article', { name, exact: true })
  }

  /** Chooses from the menu of the whole queue. */
  async choose(deed: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'More for the queue' }).click()
    await this.#page.getByRole('menuitem', { name: deed }).click()
  }

  filter(name: 'Open' | 'Needs you' | 'On its way' | 'Done' | 'Discarded' | 'All'): Locator {
    return this.#page.getByRole('group', { name: 'Show' }).getByRole('button', { name: new RegExp(`^${name}`) })
  }
}
