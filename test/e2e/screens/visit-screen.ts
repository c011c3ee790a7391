import type { Locator, Page } from '@playwright/test'

/** The pages of visits as a person finds their way on them. */
export class VisitScreen {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async start(site: string, installer: string): Promise<void> {
    await this.#page.getByRole('navigation').getByRole('link', { name: 'Visits' }).click()
    await this.button('Start a visit').click()
    await this.#page.getByRole('textbox', { name: 'Site' }).fill(site)
    await this.#page.getByRole('textbox', { name: 'Your name' }).fill(installer)
    await this.button('Start').click()
    await this.#page.getByRole('heading', { name: site, level: 1 }).waitFor()
  }

  /** Chooses what every scan does. */
  async choose(group: string, status = 'Installed'): Promise<void> {
    const field = this.#page.getByRole('combobox', { name: 'Put into the group' })
    await field.fill(group)
    await this.#page.getByRole('option', { name: group, exact: true }).click()
    await this.#page.getByText(status, { exact: true }).first().waitFor()
    await this.button('Begin scanning').click()
    await this.#page.getByText(`Each scan: into the group ${group}`).waitFor()
  }

  /** As a hand scanner does: key after key and Enter at the end, wherever the focus is. */
  async scan(text: string): Promise<void> {
    // All keys are on their way at once: waiting for each to arrive would make this as slow as a person.
    await Promise.all([...text.split(''), 'Enter'].map((key) => this.#page.keyboard.press(key)))
  }

  /** The row of a thing. */
  thing(tuid: string): Locator {
    return this.#page
      .getByRole('list', { name: 'Things of this visit' })
      .getByRole('listitem')
      .filter({ hasText: tuid.slice(6) })
  }

  /** The photos of a thing, small. */
  photos(tuid: string): Locator {
    return this.thing(tuid)
      .getByRole('list', { name: `Photos of ${tuid}` })
      .getByRole('button')
  }

  /** Where files for a thing are chosen, while its photos are being added. */
  photoInput(tuid: string): Locator {
    return this.thing(tuid).locator('input[type=file]')
  }

  filter(name: string): Locator {
    return this.#page.getByRole('group', { name: 'Things of this visit' }).getByRole('button', { name })
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true })
  }
}
