import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page } from '@playwright/test'
import type { Simulator } from '../simulator/simulator.ts'
import type { RunningApp } from './app/running-app.ts'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { labelOf, roleOf, writes } from './writes.ts'

/** A lost connection is looked for every ten seconds at the latest while something waits. */
const untilReconnected = { timeout: 25_000 }

/** Saves group and status of a thing when the signal has just gone, and ends the app. */
async function saveInBasement(app: RunningApp, page: Page, simulator: Simulator): Promise<string> {
  const tuid = roleOf(simulator, 'readyPresence')
  const install = new InstallScreen(page)
  await install.begin(labelOf(tuid))
  await expect(install.group('prfi00pikkuvarasto')).toBeVisible()
  simulator.setOnline(false)
  await install.chooseGroup('prfi00pikkuvarasto')
  await install.saveStatus('Installed')
  await expect(install.announcement).toHaveText(`${tuid}: saved here, will be sent.`)
  await app.close()
  return tuid
}

function setVersion(userData: string, version: number): number {
  const db = new DatabaseSync(join(userData, 'installer.sqlite'))
  const before = Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
  db.exec(`PRAGMA user_version = ${version}`)
  db.close()
  return before
}

test('files that cannot be opened are said on a page of their own, until they can', async ({
  app,
  readyPage,
  simulator
}) => {
  const tuid = await saveInBasement(app, readyPage, simulator)
  const version = setVersion(app.userData, 99)
  simulator.setOnline(true)

  const page = await app.restart()
  const main = page.getByRole('main')
  await test.step('the page says what happened, where everything is, and what to do', async () => {
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('This needs the newer version of the app')
    await expect(main).toContainText('Nothing was deleted.')
    await expect(main).toContainText(join(app.userData, 'installer.sqlite'))
    await main.getByRole('button', { name: 'Details', exact: true }).click()
    await expect(main).toContainText('newer_database')
    await expect(page.getByRole('navigation')).toHaveCount(0)
  })

  await test.step('nothing else answers, and nothing is sent', async () => {
    const answers = await page.evaluate(async () => {
      const call = (deed: () => Promise<unknown>) => deed().then(JSON.stringify, String)
      return {
        stacks: await call(() => window.installer.stacks.list()),
        export: await call(() => window.installer.outbox.quarantined()),
        settings: await call(() => window.installer.settings.set({ theme: 'dark' }))
      }
    })
    for (const answer of Object.values(answers)) expect(answer).toContain('No handler registered')
    expect(writes(simulator)).toEqual([])
  })

  await test.step('trying again in vain says so; later it goes on where it was', async () => {
    await main.getByRole('button', { name: 'Try again' }).click()
    await expect(main).toContainText(/Tried again at .+: it is still so\./)
    setVersion(app.userData, version)
    await main.getByRole('button', { name: 'Try again' }).click()
    await expect(new InstallScreen(page).scanField).toBeVisible()
    await expect(new Frame(page).badge).toHaveAccessibleName('Queue: Nothing waiting', untilReconnected)
    expect(writes(simulator)).toEqual([`put ${tuid} in prfi00pikkuvarasto`, `set ${tuid} installed`])
  })
})

test('an app whose files cannot be opened is quit from its page', async ({ app }) => {
  await app.close()
  setVersion(app.userData, 99)
  const page = await app.restart()
  const closed = page.waitForEvent('close')
  app.mayEnd()
  await page.getByRole('button', { name: 'Quit' }).click()
  await closed
})

test('damaged settings cost no stack and nothing that waits for it', async ({ app, readyPage, simulator }) => {
  const tuid = await saveInBasement(app, readyPage, simulator)
  writeFileSync(join(app.userData, 'config.json'), '{"stacks": [{"na')
  simulator.setOnline(true)

  const page = await app.restart()
  const notices = page.getByRole('main').getByRole('status')
  await expect(notices.filter({ hasText: 'The settings had lost stacks that the journal still knows.' })).toBeVisible()
  await expect(new Frame(page).stack).toHaveAccessibleName('Active stack: Demo')
  await expect(new Frame(page).badge).toHaveAccessibleName('Queue: Nothing waiting', untilReconnected)
  expect(writes(simulator)).toEqual([`put ${tuid} in prfi00pikkuvarasto`, `set ${tuid} installed`])
})
