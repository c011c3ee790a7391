import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { labelOf, roleOf } from './writes.ts'

test('after a kill it is said what is safe, once; a quit in order says nothing', async ({
  app,
  readyPage,
  simulator
}) => {
  const install = new InstallScreen(readyPage)
  await install.begin(labelOf(roleOf(simulator, 'readyPresence')))
  await expect(install.group('prfi00pikkuvarasto')).toBeVisible()
  await simulator.refuseConnections()
  await install.chooseGroup('prfi00pikkuvarasto')
  await install.saveStatus('Installed')
  await expect(install.announcement).toHaveText(/saved here, will be sent/)
  await app.kill()

  const page = await app.restart()
  const card = page.getByRole('region', { name: 'The app was not closed properly last time' })
  await expect(card).toContainText('2 actions wait and are sent by themselves.')
  await expect(card).toContainText('Only what was typed and not saved yet may be gone.')
  await card.getByRole('button', { name: 'Open the data folder' }).click()
  await expect.poll(() => app.noted()).toContainEqual({ what: 'shell.openPath', details: [app.userData] })
  await card.getByRole('button', { name: 'Export diagnostics' }).click()
  const diagnostics = page.getByRole('dialog', { name: 'Export diagnostics' })
  await expect(diagnostics.getByRole('list', { name: 'What goes into the file' })).toContainText('main.log')
  await diagnostics.getByRole('button', { name: 'Close' }).click()
  await expect(diagnostics).toBeHidden()
  await card.getByRole('link', { name: 'Open the queue' }).click()
  await expect(page.getByRole('list', { name: 'Actions' }).getByRole('listitem')).toHaveCount(2)
  await card.getByRole('button', { name: 'Go on' }).click()
  await expect(card).toHaveCount(0)

  const quiet = await app.restart()
  await expect(new Frame(quiet).badge).toHaveAccessibleName('Queue: 2 waiting')
  await expect(quiet.locator('[data-recovery]')).toHaveCount(0)
})

test('a page that crashed comes back where it was and says so; one that keeps crashing asks', async ({
  app,
  readyPage: page
}) => {
  const crash = () =>
    app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
  const title = page.getByRole('heading', { level: 1 })
  await new Frame(page).goTo('Queue')
  await expect(title).toHaveText('Queue')
  await crash()
  await expect(page.getByRole('region', { name: 'The screen crashed and was loaded again' })).toContainText(
    'No action waits to be sent.'
  )
  await expect(title).toHaveText('Queue')
  await crash()
  await crash()
  await expect.poll(async () => (await app.noted()).map(({ what }) => what)).toContain('dialog.showMessageBox')
})

test('what an update brought is hinted at once, and found again later', async ({ app, readyPage }) => {
  await expect(new Frame(readyPage).stack).toBeVisible()
  await app.close()
  const file = join(app.userData, 'config.json')
  // As an earlier version leaves it. The file is the app's own.
  const left = JSON.parse(readFileSync(file, 'utf8')) as { settings: object }
  writeFileSync(file, JSON.stringify({ ...left, settings: { ...left.settings, newsSeen: '0.0.9' } }))

  const page = await app.restart()
  const hint = page.getByRole('status').filter({ hasText: 'The app was updated to version' })
  await hint.getByRole('link', { name: 'What’s new' }).click()
  await expect(page.getByRole('region', { name: 'What’s new' })).toContainText('Help with pictures in the app')
  await expect(page.getByRole('region', { name: 'Versions' })).toContainText(/Node\.js\s*\d+\./)
  await expect(hint).toHaveCount(0)
  await new Frame(page).goTo('Queue')
  await expect(hint).toHaveCount(0)

  const again = await app.restart()
  await expect(new Frame(again).stack).toBeVisible()
  await expect(again.getByRole('status').filter({ hasText: 'The app was updated' })).toHaveCount(0)
})
