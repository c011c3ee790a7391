import type { Page } from '@playwright/test'
import { hostileTexts, steering } from '../hostile/hostile-texts.ts'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { GroupsScreen } from './screens/groups-screen.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { QueueScreen } from './screens/queue-screen.ts'
import { ThingScreen } from './screens/thing-screen.ts'
import { labelOf, roleOf } from './writes.ts'

const all = Object.values(hostileTexts)
const letterOf = (index: number): string => String.fromCharCode(0x61 + index)

/** What must not be there after a hostile text was shown: anything made of it but letters. */
async function madeOf(page: Page): Promise<{ planted: number; pictures: number; title: string; steering: string[] }> {
  const seen = await page.evaluate(() => ({
    planted: document.querySelectorAll('#planted').length,
    pictures: document.querySelectorAll('img[onerror], script:not([src])').length,
    title: document.title,
    lines: document.body.innerText.split(/[\n\t]/)
  }))
  const { lines, ...rest } = seen
  return { ...rest, steering: lines.filter((line) => steering.test(line)) }
}

test('whatever a server says is shown as letters', async ({ readyPage: page, simulator }) => {
  const { world } = simulator
  const tuid = roleOf(simulator, 'readyPresence')
  const install = new InstallScreen(page)
  const thing = new ThingScreen(page)
  const frame = new Frame(page)
  const expectLetters = async (where: string) => {
    const { title, ...made } = await madeOf(page)
    expect.soft(made, where).toEqual({ planted: 0, pictures: 0, steering: [] })
    expect.soft(title, where).not.toContain('led astray')
  }

  all.forEach((text, index) => {
    world.createGroup(`prfi00hostile${letterOf(index)}`, text)
    world.openAlert(tuid, text)
    world.addMessage(tuid, { tsmId: 9000 + index, [text]: text, list: [text] })
  })
  world.setGroup(tuid, 'prfi00hostilea')
  world.setStatus(tuid, 'installed', { responsible: all.join(' ') })
  world.setInfo(tuid, { version: all.join(' '), gateway_tuid: hostileTexts['markup'] ?? '' })
  const match = { method: 'POST', path: '/group' }
  simulator.faults.add({ match, fault: 'status', status: 400, message: all.join(' '), times: 1 })

  await test.step('while a thing is installed', async () => {
    await install.scan(labelOf(tuid))
    await expect(install.step('See it')).toContainText('<img src=x onerror=')
    await expectLetters('what is known of it')
    await install.button('Choose group and status').click()
    await expect(install.step('Group')).toContainText('<b id="planted">')
    await expectLetters('the groups to choose from')
    await install.chooseGroup('prfi00hostileb')
    await page.getByRole('checkbox', { name: 'Record it again' }).check()
    await install.button('Save').click()
    await expect(frame.badge).toHaveAccessibleName(/needs you/)
    await expectLetters('what was done')
  })

  await test.step('in the queue', async () => {
    await frame.goTo('Queue')
    const row = new QueueScreen(page).row('Put in prfi00hostileb')
    await row.getByRole('button', { name: 'Details' }).click()
    await expect(row.getByRole('list', { name: 'Attempts' })).toContainText('<img src=x onerror=')
    await expectLetters('the attempts')
  })

  await test.step('on the page of the thing', async () => {
    await frame.goTo('Things')
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(tuid.slice(-11)) })
      .first()
      .click()
    for (const section of ['Messages', 'Alerts', 'Installation history'] as const) {
      await thing.open(section)
      await expect(page.getByRole('main')).toContainText(section === 'Messages' ? '9000' : '<img src=x')
      await expectLetters(section)
    }
  })

  await test.step('among the groups and the alerts', async () => {
    await new GroupsScreen(page).open()
    await expect(page.getByRole('main')).toContainText('<b id="planted">')
    await expectLetters('the groups')
    await frame.goTo('Alerts')
    await expect(page.getByRole('main')).toContainText('<img src=x')
    await expectLetters('the alerts')
  })
})

test('a server that sends too much costs that answer and nothing else', async ({ readyPage: page, simulator }) => {
  const install = new InstallScreen(page)
  const tuid = roleOf(simulator, 'readyPresence')
  simulator.faults.add(
    { match: { method: 'GET', path: '/messages' }, fault: 'garbage-json', body: `{"data":${'['.repeat(100_000)}` },
    {
      match: { method: 'GET', path: '/alerts' },
      fault: 'garbage-json',
      body: `{"data":[${'{},'.repeat(2_500_000)}{}]}`
    }
  )
  await install.scan(labelOf(tuid))
  await expect(install.step('See it').getByRole('region', { name: 'Active alerts' })).toContainText('could not be read')
  await install.button('Choose group and status').click()
  await expect(install.group('prfi00pikkuvarasto')).toBeVisible()
})
