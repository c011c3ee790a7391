import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import { projectRoot } from '../../scripts/project-root.ts'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'

/** What earlier versions left, kept for test/unit/node/database/earlierVersions.test.ts and its like of the settings. */
const databases = globSync('test/unit/node/database/versions/version-*.sql', { cwd: projectRoot }).toSorted()
const settings = globSync('test/unit/node/adapters/settings/versions/*.json', { cwd: projectRoot }).toSorted()
const kept = (path: string): string => join(projectRoot, path)

/** The stack whose actions wait in every one of the databases. */
const stack = {
  id: '11111111-1111-4111-8111-111111111111',
  name: 'Pikkutoimisto',
  baseUrl: 'https://toimisto.example/prod/v1',
  clientId: 'toimisto-installer'
}
const exportSchema = z.object({
  value: z.object({
    rows: z.array(
      z.object({
        action: z.object({ seq: z.number(), id: z.string(), state: z.string() }),
        attempts: z.array(z.unknown())
      })
    )
  })
})
const settled = ['done', 'discarded']

/** Number, id and state of each of its actions, oldest first, as they lie in the file. */
function actionsIn(folder: string): { seq: number; id: string; state: string }[] {
  const db = new DatabaseSync(join(folder, 'installer.sqlite'), { readOnly: true })
  const rows = db.prepare('SELECT seq, id, state FROM actions WHERE stack_id = ? ORDER BY seq').all(stack.id)
  db.close()
  return rows.map(({ seq, id, state }) => ({ seq: Number(seq), id: String(id), state: String(state) }))
}

test('something of every version is there to be opened', () => {
  expect(databases.length).toBeGreaterThan(6)
  expect(settings.length).toBeGreaterThan(1)
})

for (const path of databases) {
  test(`the built app opens ${path.split('/').at(-1)} and loses none of its actions`, async ({
    launchApp,
    userData
  }) => {
    const file = join(userData, 'installer.sqlite')
    const db = new DatabaseSync(file, { defensive: false })
    db.exec(readFileSync(kept(path), 'utf8'))
    db.close()
    writeFileSync(join(userData, 'config.json'), JSON.stringify({ stacks: [stack], activeStackId: stack.id }))
    const before = actionsIn(userData)
    expect(before.length).toBeGreaterThan(8)

    const app = await launchApp()
    const page = await app.firstWindow()
    const frame = new Frame(page)
    await expect(frame.stack).toHaveAccessibleName('Active stack: Pikkutoimisto')
    await frame.goTo('Queue')
    await expect(page.getByRole('list', { name: 'Actions' }).getByRole('article').first()).toBeVisible()

    const answer = await askThroughBridge(page)('queue:export', { stackId: stack.id, after: 0, limit: 500 })
    const { rows } = exportSchema.parse(answer).value
    expect(rows.map(({ action: { seq, id } }) => [seq, id])).toEqual(before.map(({ seq, id }) => [seq, id]))
    const [was, is] = [before, rows.map(({ action }) => action)].map((actions) =>
      actions.map(({ state }) => (settled.includes(state) ? state : 'open'))
    )
    expect(is).toEqual(was)
    expect(rows.some(({ attempts }) => attempts.length > 0)).toBe(true)
    expect(app.mainLog).not.toMatch(/ error /)
    expect(globSync('*.damaged-*', { cwd: userData })).toEqual([])
  })
}

for (const path of settings) {
  test(`the built app opens the settings ${path.split('/').at(-1)} and shows them`, async ({ launchApp, userData }) => {
    copyFileSync(kept(path), join(userData, 'config.json'))
    const app = await launchApp()
    const page = await app.firstWindow()
    // Finnish and dark, as they were chosen then.
    await expect(page.getByRole('banner').getByRole('button', { name: /Depot/ })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'fi')
    await expect(page.locator('.v-theme--dark').first()).toBeVisible()
    expect(await page.evaluate(() => window.installer.settings.get())).toMatchObject({
      value: { language: 'fi', theme: 'dark', textSize: 130 }
    })
    expect(app.mainLog).not.toMatch(/ error /)
    expect(globSync('*.damaged-*', { cwd: userData })).toEqual([])
  })
}
