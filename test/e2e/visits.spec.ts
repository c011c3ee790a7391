import type { Locator } from '@playwright/test'
import type { Simulator } from '../simulator/simulator.ts'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { VisitScreen } from './screens/visit-screen.ts'
import { roleOf } from './writes.ts'

const store = 'prfi00pikkuvarasto'

function effectsOn({ effects }: Simulator, tuid: string): string[] {
  return effects.flatMap((effect) =>
    effect.by === 'api' && 'tuid' in effect && effect.tuid === tuid ? [effect.kind] : []
  )
}

test('scan after scan in a visit, with what is unusual held for later', async ({ readyPage: page, app, simulator }) => {
  const screen = new VisitScreen(page)
  const [ready, another, elsewhere] = [
    roleOf(simulator, 'readyPresence'),
    roleOf(simulator, 'readyEnvironment'),
    roleOf(simulator, 'presence')
  ]
  await screen.start('Harbour house', 'Aino')
  await screen.choose(store)

  for (const tuid of [ready, elsewhere, another]) await screen.scan(tuid)
  await expect(screen.thing(ready)).toContainText('Confirmed')
  await expect(screen.thing(another)).toContainText('Confirmed')
  await expect(screen.thing(elsewhere)).toContainText('It is in another group: prfi00pikkutoimisto.')
  await expect(screen.thing(elsewhere)).toContainText('It is Installed already.')
  expect(effectsOn(simulator, ready)).toEqual(['group', 'status'])
  expect(effectsOn(simulator, elsewhere)).toEqual([])

  await screen.scan(ready)
  await expect(page.getByText(`${ready} is number 1 of this visit already.`).first()).toBeVisible()

  await screen.thing(elsewhere).getByRole('button', { name: 'Leave it as it is' }).click()
  await expect(page.getByText('1 thing is left as it is')).toBeVisible()
  await expect(screen.thing(elsewhere)).toContainText('Left as it was')

  await screen
    .thing(another)
    .getByRole('button', { name: `Take back: ${another}` })
    .click()
  await expect(page.getByText(`${another}: was sent already, so what it was before is on its way back.`)).toBeVisible()
  await expect.poll(() => effectsOn(simulator, another)).toEqual(['group', 'status', 'status', 'group'])

  const again = await app.restart()
  await again.getByRole('navigation').getByRole('link', { name: 'Visits' }).click()
  await again.getByRole('link', { name: 'Harbour house' }).first().click()
  await expect(new VisitScreen(again).thing(ready)).toContainText('Confirmed')
})

test('without a connection every scan is kept, and sent when it is back', async ({ readyPage: page, simulator }) => {
  const screen = new VisitScreen(page)
  const tuid = roleOf(simulator, 'readyPresence')
  await screen.start('Cellar', '')
  await screen.choose(store)
  simulator.setOnline(false)
  await new Frame(page).checkConnection()
  await screen.scan(tuid)
  await expect(screen.thing(tuid)).toContainText('Saved here, will be sent')
  await expect(screen.filter('Not synced')).toContainText('1')

  await screen
    .thing(tuid)
    .getByRole('button', { name: `Place and note: ${tuid}` })
    .click()
  await page.getByRole('textbox', { name: 'Room' }).fill('Boiler room')
  await page.getByRole('textbox', { name: 'Note' }).fill('behind the pipe')
  await screen.button('Save').click()
  await expect(screen.thing(tuid)).toContainText('Boiler room')
  await expect(screen.thing(tuid)).toContainText('behind the pipe')

  simulator.setOnline(true)
  await new Frame(page).checkConnection()
  await expect(screen.thing(tuid)).toContainText('Confirmed')
  expect(effectsOn(simulator, tuid)).toEqual(['group', 'status'])
})

test('the first thing of a batch takes three presses, and each further one none', async ({
  readyPage: page,
  simulator
}) => {
  const screen = new VisitScreen(page)
  const things = ['readyPresence', 'readyEnvironment', 'uninstalled'].map((role) => roleOf(simulator, role))
  await screen.start('Harbour house', 'Aino')
  await screen.choose(store)
  await new Frame(page).goTo('Install')

  let presses = 0
  const press = async (what: Locator) => {
    presses += 1
    await what.click()
  }
  await press(new Frame(page).place('Visits'))
  await press(page.getByRole('main').getByRole('link', { name: 'Harbour house' }).first())
  await expect(page.getByText(`Each scan: into the group ${store}`)).toBeVisible()
  for (const tuid of things) {
    await screen.scan(tuid)
    await expect(screen.thing(tuid)).toContainText('Confirmed')
  }
  expect(presses).toBeLessThanOrEqual(4)
  for (const tuid of things) expect(effectsOn(simulator, tuid)).toEqual(['group', 'status'])
})

test('a pasted list goes the same way, with a group of its own where a line names one', async ({
  readyPage: page,
  simulator
}) => {
  const screen = new VisitScreen(page)
  const [first, second] = [roleOf(simulator, 'readyPresence'), roleOf(simulator, 'readyEnvironment')]
  await screen.start('Harbour house', 'Aino')
  await screen.choose(store)
  await screen.button('Paste or import a list').click()
  const dialog = page.getByRole('dialog', { name: 'Import a list of things' })
  await dialog
    .getByRole('textbox')
    .fill(`TUID;Group;Note\n${first};;by the door\n${second};prfi00pikkutoimisto;\nTSPD;;`)
  await dialog.getByRole('button', { name: 'Read the pasted list' }).click()
  await dialog.getByRole('button', { name: 'Take over 2 things' }).click()
  await expect(page.getByText('2 of 2 lines: 2 captured, 0 held for you, 0 here already.')).toBeVisible()
  await expect(screen.thing(first)).toContainText('by the door')
  await expect(screen.thing(first)).toContainText('Confirmed')
  await expect(screen.thing(second)).toContainText('Confirmed')
  expect(simulator.world.members('prfi00pikkutoimisto').map(({ tuid }) => tuid)).toContain(second)
})
