import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { GroupsScreen } from './screens/groups-screen.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { ThingScreen, type SectionName } from './screens/thing-screen.ts'
import { ThingsScreen } from './screens/things-screen.ts'
import { labelOf, roleOf, writes } from './writes.ts'

const office = 'prfi00pikkutoimisto'
const lacking = {
  '/things/alerts': 404,
  '/things/alerts/count': 404,
  '/groups/{groupId}/things': 405,
  '/things/{tuid}/alerts': 404,
  '/things/{tuid}/messages': 403,
  '/things/{tuid}/commands': 405,
  '/things/{tuid}/installations': 404
} as const

test.use({ simulatorOptions: { site: 'small', lacking } })

/** Which of what it lacks the server was asked for, each as often as it was. */
function asked(requests: readonly { method: string; path: string }[]): string[] {
  const patterns = Object.keys(lacking).map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '(?!alerts)[^/]+')}(\\?|$)`)
  }))
  return requests
    .filter(({ method }) => method === 'GET')
    .flatMap(({ path }) => patterns.filter(({ pattern }) => pattern.test(path)).map((each) => each.path))
    .toSorted()
}

test('what a server lacks is explained calmly, asked for once, and again on demand', async ({
  readyPage: page,
  simulator
}) => {
  const thing = new ThingScreen(page)
  const things = new ThingsScreen(page)
  const frame = new Frame(page)
  const [presence, environment] = [roleOf(simulator, 'presence'), roleOf(simulator, 'environment')]
  const sections: readonly [SectionName, string][] = [
    ['Alerts', 'does not offer the alerts of a thing'],
    ['Messages', 'does not offer the messages of a thing'],
    ['Commands', 'does not offer the command history'],
    ['Installation history', 'does not offer the installation history']
  ]

  await test.step('every section of a thing says so in its place', async () => {
    for (const tuid of [presence, environment]) {
      await things.open()
      await things.search.fill(tuid)
      await things.search.press('Enter')
      for (const [section, words] of sections) {
        await thing.open(section)
        await expect(page.getByRole('tabpanel')).toContainText(words)
        await expect(page.getByRole('alert')).toHaveCount(0)
      }
    }
  })

  await test.step('so do the list of alerts and the page of a group', async () => {
    await frame.goTo('Alerts')
    await expect(page.getByRole('heading', { name: /server does not offer a list of alerts/ })).toBeVisible()
    const groups = new GroupsScreen(page)
    await groups.openGroup(office)
    await expect(groups.things).toContainText('server does not offer the things of a group')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  await test.step('each was asked for once', () => {
    expect(asked(simulator.requests)).toEqual(Object.keys(lacking).toSorted())
  })

  await test.step('on demand it is asked for once more', async () => {
    await things.open()
    await things.search.fill(presence)
    await things.search.press('Enter')
    await thing.open('Messages')
    // The section that is left goes after the one that is opened has come.
    await expect(page.getByRole('tabpanel')).toContainText('does not offer the messages of a thing')
    const before = asked(simulator.requests).filter((path) => path.endsWith('/messages')).length
    await page.getByRole('tabpanel').getByRole('button', { name: 'Check again' }).click()
    await expect
      .poll(() => asked(simulator.requests).filter((path) => path.endsWith('/messages')).length)
      .toBeGreaterThan(before)
    await expect(page.getByRole('tabpanel')).toContainText('does not offer the messages of a thing')
  })

  await test.step('a thing is installed all the same', async () => {
    const ready = roleOf(simulator, 'readyPresence')
    await frame.goTo('Install')
    await new InstallScreen(page).install(labelOf(ready), office)
    await expect.poll(() => writes(simulator)).toEqual([`put ${ready} in ${office}`, `set ${ready} installed`])
    await expect(frame.badge).toHaveAccessibleName('Queue: Nothing waiting')
  })
})
