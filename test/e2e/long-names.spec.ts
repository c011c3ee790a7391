import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { overflowOf } from './overflow.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { StackForm } from './screens/stack-form.ts'
import { StacksScreen } from './screens/stacks-screen.ts'
import { labelOf, roleOf } from './writes.ts'

/** Nothing in it to break at, and wider than any screen. */
const endless = 'W'.repeat(240)

test('names and words of any length stay within the smallest screen, in the largest letters', async ({
  launchApp,
  simulator
}) => {
  const app = await launchApp({ viewport: { width: 1024, height: 700 } })
  const page = await app.firstWindow()
  const install = new InstallScreen(page)
  const frame = new Frame(page)
  const queue = new QueueScreen(page)
  const tuid = roleOf(simulator, 'readyPresence')
  const group = `prfi00${'w'.repeat(240)}`
  const expectWhole = async (where: string) => expect.soft(Math.max(...(await overflowOf(page))), where).toBe(0)

  const { world } = simulator
  world.createGroup(group, endless)
  world.setGroup(tuid, group)
  world.setStatus(tuid, 'installed', { responsible: `${endless}@nordlys.example` })
  world.openAlert(tuid, endless)
  world.setInfo(tuid, { version: endless, gateway_tuid: `TSGW01${'9'.repeat(26)}` })
  world.addMessage(tuid, { tsmId: 9999, [endless]: endless, deep: { list: [1, { word: endless }] } })
  const match = { method: 'POST', path: '/installations' }
  simulator.faults.add({ match, fault: 'status', status: 400, message: endless })

  await largestLetters(page)
  const { url, clientId, clientSecret: secret } = simulator
  await new StackForm(page).submit({ name: 'W'.repeat(60), url, clientId, secret })
  await expect(frame.connection).toHaveAccessibleName('Connection: Online')
  await install.scan(labelOf(tuid))
  await expect(install.step('See it')).toContainText(`${endless}@nordlys.example`)
  await expect(install.step('See it')).toContainText(group)
  await expectWhole('what is known of it')
  await install.button('Choose group and status').click()
  await install.group('prfi00pikkuvarasto').check()
  await expectWhole('the move out of its group')
  await install.chooseGroup(group)
  await page.getByRole('checkbox', { name: 'Record it again' }).check()
  await expectWhole('its status')
  await install.button('Save').click()
  await expect(frame.badge).toHaveAccessibleName('Queue: 1 needs you')
  await expectWhole('what was done')
  await install.button('Skip').click()
  await expect(install.step('Verify')).toContainText('Message 9999')
  await expectWhole('its messages')
  await frame.goTo('Queue')
  await queue.row('Set installed').getByRole('button', { name: 'Details' }).click()
  await expect(queue.row('Set installed').getByRole('list', { name: 'Attempts' })).toContainText(endless)
  await expectWhole('the queue')
  await new StacksScreen(page).open()
  await expectWhole('the stacks')
})

async function largestLetters(page: Page): Promise<void> {
  await new Frame(page).goTo('Settings')
  await page.getByRole('radio', { name: 'Largest', exact: true }).check()
  await new Frame(page).goTo('Install')
}
