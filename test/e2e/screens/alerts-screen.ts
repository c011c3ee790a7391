import type { Locator, Page } from '@playwright/test'
import { Frame } from './frame.ts'

/** The page that lists what alerts in the whole stack. */
export class AlertsScreen {
  readonly list: Locator
  readonly search: Locator
  readonly refresh: Locator
  /** What is told of things installed today, above every page. */
  readonly news: Locator
  readonly #page: Page

  constructor(page: Page) {
    const main = page.getByRole('main')
    this.#page = page
    this.list = main.getByRole('list', { name: 'Alerting things' })
    this.search = main.getByRole('searchbox', { name: 'Find by TUID or label' })
    this.refresh = main.getByRole('button', { name: 'Refresh' })
    this.news = main.getByRole('status').filter({ hasText: 'you installed today' })
  }

  open(): Promise<void> {
    return new Frame(this.#page).goTo('Alerts')
  }

  /** Those on screen or about to be, from the top. */
  get rows(): Locator {
    return this.list.locator('[role=listitem]')
  }

  row(tuid: string): Locator {
    return this.list.getByRole('listitem', { name: tuid, exact: true })
  }

  only(name: 'Installed today from here' | 'Seen on this laptop'): Locator {
    return this.#page.getByRole('group', { name: 'Show only' }).getByRole('button', { name })
  }

  async choose(list: 'Kind' | 'Alert', choice: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: list }).press('ArrowDown')
    await this.#page.getByRole('option', { name: choice }).click()
  }
}
