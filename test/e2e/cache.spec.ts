import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { ThingsScreen } from './screens/things-screen.ts'
import { labelOf, roleOf, writes } from './writes.ts'

test('what was read is cleared away on demand, and nothing that was saved', async ({ readyPage: page, simulator }) => {
  const frame = new Frame(page)
  const install = new InstallScreen(page)
  const kept = page.getByRole('region', { name: 'Kept on this laptop' })
  const [first, second, seen] = [
    roleOf(simulator, 'readyPresence'),
    roleOf(simulator, 'readyEnvironment'),
    roleOf(simulator, 'presence')
  ]

  await test.step('one thing is installed, one waits for a connection, one was only looked at', async () => {
    await install.install(labelOf(first), 'prfi00pikkuvarasto')
    await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting')
    await install.scan(labelOf(seen))
    await expect(install.step('See it')).toContainText('prfi00pikkutoimisto')
    await install.scan(labelOf(second))
    await expect(install.step('See it').getByRole('region', { name: 'Installation status' })).toContainText('New')
    await simulator.refuseConnections()
    await install.install(labelOf(second), 'prfi00pikkuvarasto')
    await frame.checkConnection()
    await expect(frame.connection).toHaveAccessibleName(/^Connection: Offline/)
  })

  await test.step('the settings say how much is kept, and let it be limited', async () => {
    await frame.goTo('Settings')
    await expect(kept).toContainText(/3 things, (no|\d+) messages: .* of at most 500 MB/)
    await kept.getByRole('radio', { name: '250 MB' }).check()
    await expect(kept).toContainText('of at most 250 MB')
    await kept.getByRole('radio', { name: '90 days' }).check()
    await expect(kept).toContainText(/3 things/)
  })

  await test.step('cleaning up says what goes and what stays, and then what came of it', async () => {
    await kept.getByRole('button', { name: 'Clean up now' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Clean up what was read?' })
    await expect(dialog).toContainText(/3 things, (no|\d+) messages/)
    await expect(dialog).toContainText('Everything you saved stays')
    await expect(dialog).toContainText('There is no connection now')
    await dialog.getByRole('button', { name: 'Clean up' }).click()
    await expect(kept.getByRole('status')).toContainText(/Cleaned up: 2 things/)
    await expect(kept.getByRole('status')).toContainText('What waiting actions need was kept: 1 thing')
    await expect(kept).toContainText(/1 thing, (no|\d+) messages: .* of at most 250 MB/)
  })

  await test.step('the things that something was saved for are known still, the other is not', async () => {
    const things = new ThingsScreen(page)
    await things.open()
    await expect(things.row(second)).toBeVisible()
    await expect(things.row(first)).toBeVisible()
    await expect(things.row(seen)).toHaveCount(0)
  })

  await test.step('what was done has its receipt, and what waits is sent', async () => {
    await frame.goTo('Queue')
    const queue = new QueueScreen(page)
    await queue.filter('Done').click()
    await expect(queue.rows.filter({ hasText: first })).toHaveCount(2)
    await expect(queue.rows.first()).toContainText('Confirmed')
    await simulator.acceptConnections()
    await frame.checkConnection()
    await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting')
    expect(writes(simulator)).toEqual(
      [first, second].flatMap((tuid) => [`put ${tuid} in prfi00pikkuvarasto`, `set ${tuid} installed`])
    )
  })
})
