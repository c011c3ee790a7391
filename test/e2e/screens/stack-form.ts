import type { Locator, Page } from '@playwright/test'

export interface StackEntries {
  name?: string
  url?: string
  clientId?: string
  secret?: string
}

/** The form that makes or changes a stack. */
export class StackForm {
  readonly name: Locator
  readonly url: Locator
  readonly clientId: Locator
  readonly secret: Locator
  readonly save: Locator

  constructor(page: Page) {
    this.name = page.getByLabel('Name', { exact: true })
    this.url = page.getByLabel('API base URL')
    this.clientId = page.getByLabel('Client ID')
    this.secret = page.getByLabel('Client secret', { exact: true })
    this.save = page.getByRole('button', { name: 'Test and save' })
  }

  async fill({ name, url, clientId, secret }: StackEntries): Promise<void> {
    if (name !== undefined) await this.name.fill(name)
    if (url !== undefined) await this.url.fill(url)
    if (clientId !== undefined) await this.clientId.fill(clientId)
    if (secret !== undefined) await this.secret.fill(secret)
  }

  async submit(entries: StackEntries): Promise<void> {
    await this.fill(entries)
    await this.save.click()
  }
}
