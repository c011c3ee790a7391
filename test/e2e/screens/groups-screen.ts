import { expect, type Locator, type Page } from '@playwright/test'
import { Frame } from './frame.ts'

/** The page of all groups, and that of one. */
export class GroupsScreen {
  readonly search: Locator
  readonly rows: Locator
  readonly title: Locator
  readonly refresh: Locator
  /** What waits to be done with the group on screen. */
  readonly waiting: Locator
  /** What was done with it lately. */
  readonly done: Locator
  readonly things: Locator
  readonly dialog: Locator
  readonly #page: Page

  constructor(page: Page) {
    const main = page.getByRole('main')
    this.#page = page
    this.search = main.getByRole('searchbox', { name: 'Find a group' })
    this.rows = main.getByRole('list', { name: 'Deployment groups' }).getByRole('link')
    this.title = main.getByRole('heading', { level: 1 })
    this.refresh = main.getByRole('button', { name: 'Refresh' })
    this.waiting = main.getByRole('region', { name: 'Waiting here' })
    this.done = main.getByRole('region', { name: 'Done lately' })
    this.things = main.getByRole('region', { name: 'Things', exact: true })
    this.dialog = page.getByRole('alertdialog')
  }

  /** Also leads from a group back to all of them. */
  async open(): Promise<void> {
    await new Frame(this.#page).goTo('Groups')
    await this.search.waitFor()
  }

  async openGroup(groupId: string): Promise<void> {
    await this.open()
    await this.row(groupId).click()
  }

  row(groupId: string): Locator {
    return this.rows.filter({ has: this.#page.getByText(groupId, { exact: true }) })
  }

  /** Fills in the name of the site by the convention, in the form that is open. */
  async name(site: string): Promise<void> {
    const name = this.#page.getByRole('textbox', { name: 'Name of the site' })
    // It takes the focus when it comes, from whatever has it then.
    await expect(name).toBeFocused()
    await name.fill(site)
  }

  async create(site: string, description = ''): Promise<void> {
    await this.button('New group').click()
    await this.name(site)
    await this.#page.getByRole('textbox', { name: 'Description (optional)' }).fill(description)
    await this.button('Create group').click()
  }

  async rename(site: string): Promise<void> {
    await this.button('Rename').click()
    await this.name(site)
    await this.button('Rename group').click()
  }

  button(name: string): Locator {
    return this.#page.getByRole('main').getByRole('button', { name, exact: true })
  }
}
