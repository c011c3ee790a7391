import type { Locator, Page } from '@playwright/test'

export type StepName = 'Identify' | 'See it' | 'Group' | 'Status' | 'Command' | 'Verify' | 'Finish'

/** The page on which one thing after the other is installed. */
export class InstallScreen {
  readonly #page: Page
  readonly scanField: Locator
  readonly done: Locator
  /** What a screen reader is told when something was saved. */
  readonly announcement: Locator

  constructor(page: Page) {
    this.#page = page
    this.scanField = page.getByRole('textbox', { name: 'Scan or type a label' })
    this.done = page.getByRole('region', { name: 'Done in this session' })
    this.announcement = page.getByRole('status').filter({ hasText: /saved here, will be sent\.$/ })
  }

  /** What is open of a step. */
  step(name: StepName): Locator {
    return this.#page.getByRole('region', { name, exact: true })
  }

  /** The line of a step in the rail, with what came of it. */
  line(name: StepName): Locator {
    const title = this.#page.getByRole('heading', { name, exact: true, level: 2 })
    return this.#page.getByRole('listitem').filter({ has: title })
  }

  /** As a hand scanner does it: the characters at once, then Enter. Nobody clicks anywhere before. */
  async scan(label: string): Promise<void> {
    await this.scanField.waitFor()
    // All keys are on their way at once: waiting for each to arrive would make this as slow as a person.
    await Promise.all([...label.split(''), 'Enter'].map((key) => this.#page.keyboard.press(key)))
  }

  group(groupId: string): Locator {
    return this.#page
      .getByRole('radiogroup', { name: 'Groups' })
      .getByRole('radio', { name: new RegExp(`^${groupId}`) })
  }

  status(name: string): Locator {
    const list = this.#page.getByRole('radiogroup', { name: 'Installation status' })
    return list.getByRole('radio', { name: new RegExp(`^${name}`) })
  }

  button(name: string | RegExp): Locator {
    return this.#page.getByRole('main').getByRole('button', { name, exact: true })
  }

  /** From the scan to the step of the group. */
  async begin(label: string): Promise<void> {
    await this.scan(label)
    await this.button('Choose group and status').click()
  }

  async chooseGroup(groupId: string): Promise<void> {
    await this.group(groupId).check()
    await this.button('Go on with this group').click()
  }

  /** By the convention, for Finland: `Harbour house` becomes prfi00harbourhouse. */
  async createGroup(name: string): Promise<void> {
    await this.button('New group').click()
    const form = this.#page.getByRole('form', { name: 'New group' })
    await form.getByRole('textbox', { name: 'Name of the site' }).fill(name)
    await form.getByRole('button', { name: 'Use this new group' }).click()
  }

  async saveStatus(name: string): Promise<void> {
    await this.status(name).check()
    await this.button('Save').click()
  }

  /** Group and status of a thing, as somebody does it who looks at every step. Ends in the step of the command. */
  async install(label: string, groupId: string, status = 'Installed'): Promise<void> {
    await this.begin(label)
    await this.chooseGroup(groupId)
    await this.saveStatus(status)
    await this.step('Command').waitFor()
  }

  /** Opens one of the command forms. */
  commandForm(name: 'Reporting intervals' | 'Presence detection' | 'What is measured' | 'Expert: JSON'): Locator {
    return this.step('Command').getByRole('button', { name: new RegExp(`^${name}`) })
  }
}
