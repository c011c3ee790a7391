import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { diskOf } from './app/disk.ts'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { commands, labelOf, roleOf, writes } from './writes.ts'

test('what cannot be written down is said to be not saved, and stays on the screen', async ({
  app,
  readyPage: page,
  simulator
}) => {
  const install = new InstallScreen(page)
  const frame = new Frame(page)
  const tuid = roleOf(simulator, 'readyPresence')
  const notSaved = (step: 'Status' | 'Command') => install.step(step).getByText('Not saved', { exact: true })
  await install.begin(labelOf(tuid))
  await install.createGroup('Cold cellar')
  await install.status('Quarantine').check()

  await test.step('while another program holds the journal', async () => {
    const other = new DatabaseSync(join(app.userData, 'installer.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    await install.button('Save').click()
    await expect(notSaved('Status')).toBeVisible()
    await expect(install.step('Status')).toContainText('Your choices are kept here.')
    await expect(install.status('Quarantine')).toBeChecked()
    await expect(install.line('Group')).toContainText('prfi00coldcellar')
    await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting')
    other.exec('ROLLBACK')
    other.close()
  })

  await test.step('once it can be written, it is saved as chosen before', async () => {
    await install.button('Try again').click()
    await expect(install.announcement).toHaveText(`${tuid}: saved here, will be sent.`)
    await expect(install.done).toContainText('Confirmed')
    const expected = ['create prfi00coldcellar', `put ${tuid} in prfi00coldcellar`, `set ${tuid} quarantine`]
    expect(writes(simulator)).toEqual(expected)
  })

  // Elsewhere the disk cannot be taken away from a running process.
  if (process.platform !== 'linux') return
  await test.step('while the disk takes no byte more', async () => {
    const disk = await diskOf(app)
    await install.commandForm('Presence detection').click()
    const threshold = page.getByRole('textbox', { name: 'Detection threshold' })
    await threshold.fill('275')
    disk('0')
    await install.button('Save command').click()
    await expect(notSaved('Command')).toBeVisible()
    await expect(threshold).toHaveValue('275')
    disk('unlimited')
    await install.button('Save command').click()
    await expect(install.step('Command')).toContainText(/Detection threshold 275.*Confirmed/s)
    expect(commands(simulator)).toMatchObject([{ tsmId: 13200, threshold: 275 }])
  })
})

test('what cannot be recorded is not sent, which is said, until it can be', async ({
  app,
  readyPage: page,
  simulator
}) => {
  test.skip(process.platform !== 'linux', 'elsewhere the disk cannot be taken away from a running process')
  const install = new InstallScreen(page)
  const frame = new Frame(page)
  const tuid = roleOf(simulator, 'readyPresence')
  const trouble = page.getByRole('alert').filter({ hasText: 'Nothing new can be saved, and nothing is sent' })
  await install.begin(labelOf(tuid))
  await expect(install.group('prfi00pikkuvarasto')).toBeVisible()
  await simulator.refuseConnections()
  await install.chooseGroup('prfi00pikkuvarasto')
  await install.saveStatus('Installed')
  await expect(frame.badge).toHaveAccessibleName('Queue: 2 waiting')
  const disk = await diskOf(app)
  disk('0')
  await simulator.acceptConnections()
  await frame.checkConnection()
  await expect(frame.connection).toHaveAccessibleName('Connection: Online')
  await expect(trouble).toBeVisible()
  await expect(frame.badge).toHaveAccessibleName('Queue: 2 waiting · nothing can be saved')
  await frame.goTo('Queue')
  const first = new QueueScreen(page).row('Put in prfi00pikkuvarasto')
  await expect(first).toContainText('Waits until this laptop can record it')
  expect(writes(simulator)).toEqual([])
  disk('unlimited')
  await expect(trouble).toHaveCount(0)
  await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting')
  expect(writes(simulator)).toEqual([`put ${tuid} in prfi00pikkuvarasto`, `set ${tuid} installed`])
})
