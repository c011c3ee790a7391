import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Page } from '@playwright/test'
import { disguises } from './disguises.ts'

/** Everything below a folder, as bytes. */
export function filesIn(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name))
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]))
}

/** What the page shows, holds in its form fields, keeps and has said in its console. */
export async function allOf(page: Page): Promise<Buffer> {
  const held = await page.evaluate(async () => ({
    fields: [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(
      ({ value }) => value
    ),
    stores: [
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      location.href,
      history.state
    ],
    databases: await indexedDB.databases(),
    answers: await Promise.all([window.installer.stacks.list(), window.installer.session.get()])
  }))
  const said = (await page.consoleMessages()).map((message) => message.text())
  return Buffer.from([await page.content(), JSON.stringify(held), ...said].join('\n'))
}

/** Which of the secrets stand in which of the files, in whatever form. */
export function hits(haystacks: Map<string, Buffer>, secrets: readonly string[]): string[] {
  const needles = secrets.flatMap((text, index) => disguises(text).map((form) => ({ index, form })))
  return [...haystacks].flatMap(([name, bytes]) =>
    needles.filter(({ form }) => bytes.includes(form)).map(({ index }) => `secret ${index} in ${name}`)
  )
}
