import type { Locator, Page } from '@playwright/test'
import { Frame } from './frame.ts'
import { StackForm } from './stack-form.ts'

/** The page under Settings that lists the stacks of this laptop. */
export class StacksScreen {
  readonly form: StackForm
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.form = new StackForm(page)
  }

  async open(): Promise<void> {
    await new Frame(this.#page).goTo('Settings')
    await this.#page.getByRole('link', { name: 'Manage stacks' }).click()
  }

  card(name: string): Locator {
    const title = this.#page.getByRole('heading', { name: new RegExp(`^${name}`), level: 2 })
    return this.#page.getByRole('list', { name: 'Stacks on this laptop' }).getByRole('listitem').filter({ has: title })
  }

  button(name: string): Locator {
    return this.#page.getByRole('main').getByRole('button', { name, exact: true })
  }

  /** @returns the dialog that asks whether to remove a stack */
  async askToRemove(name: string): Promise<Locator> {
    await this.button(`Remove ${name}`).click()
    return this.#page.getByRole('alertdialog', { name: `Remove ${name}?` })
  }

  /** Removes a stack for which nothing waits. */
  async remove(name: string): Promise<void> {
    const dialog = await this.askToRemove(name)
    await dialog.getByRole('button', { name: 'Remove the stack' }).click()
  }
}
