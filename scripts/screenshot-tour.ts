import type { Page } from '@playwright/test'
import type { Simulator } from '../test/simulator/simulator.ts'

/** Takes a picture of what is on screen now. */
export type Shoot = (name: string) => Promise<void>

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()
const go = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click()

async function scan(page: Page, label: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Scan or type a label' }).fill(label)
  await page.keyboard.press('Enter')
}

async function setUp(page: Page, simulator: Simulator, shoot: Shoot): Promise<void> {
  await page.getByRole('button', { name: 'Test and save' }).waitFor()
  await shoot('set-up')
  await page.getByLabel('Name', { exact: true }).fill('Aurora Campus')
  await page.getByLabel('API base URL').fill(simulator.url)
  await page.getByLabel('Client ID').fill(simulator.clientId)
  await page.getByLabel('Client secret').first().fill(simulator.clientSecret)
  await press(page, 'Test and save')
  await page.getByRole('button', { name: 'Connection: Online' }).waitFor()
}

async function firstThing(page: Page, simulator: Simulator, tuid: string, shoot: Shoot): Promise<void> {
  await go(page, 'Install')
  await page.getByRole('textbox', { name: 'Scan or type a label' }).fill(tuid)
  await shoot('identify')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Active alerts' }).getByText('None').waitFor()
  await shoot('see')
  await press(page, 'Choose group and status')
  await page.getByRole('radio', { name: /prfi00auroraannex/ }).check()
  await shoot('group')
  await press(page, 'Go on with this group')
  await page.getByRole('radiogroup', { name: 'Installation status' }).waitFor()
  await shoot('status')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page
    .getByText(/Confirmed/)
    .first()
    .waitFor()
  await shoot('command')
  await press(page, 'Skip')
  simulator.world.report(tuid)
  await page.getByRole('region', { name: 'Verify' }).waitFor()
  await shoot('verify')
  await page.getByRole('region', { name: 'Verify' }).getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Next thing' }).waitFor()
  await shoot('finish')
}

async function furtherThings(page: Page, simulator: Simulator, shoot: Shoot): Promise<void> {
  const { roles } = simulator
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search everywhere' }).fill('a')
  await page.getByText('Groups', { exact: true }).last().waitFor()
  await shoot('search')
  await page.keyboard.press('Escape')
  await page.getByRole('banner').getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  await shoot('shortcuts')
  await page.keyboard.press('Escape')
  await scan(page, roles['readyEnvironment'] ?? '')
  await page.getByRole('button', { name: /Same as before/ }).waitFor()
  await shoot('same-as-before')
  await scan(page, roles['installedElsewhere'] ?? '')
  await page.getByRole('region', { name: 'Active alerts' }).waitFor()
  await press(page, /Same as before/)
  await page.getByText('Take a second look').waitFor()
  await shoot('second-look')
  await scan(page, roles['lowBattery'] ?? '')
  await press(page, 'Leave without saving')
  await page.getByRole('region', { name: 'Active alerts' }).waitFor()
  await shoot('low-battery')
  await scan(page, 'TSPR04AAA00000000')
  await page
    .getByText(/This stack does not know/)
    .first()
    .waitFor()
  await shoot('not-known')
  await press(page, /Same as before/)
  await page.getByRole('button', { name: 'Save all the same' }).click()
}

async function alerts(page: Page, simulator: Simulator, shoot: Shoot): Promise<void> {
  simulator.world.openAlert(simulator.roles['readyPresence'] ?? '', 'heartbeat missed')
  await go(page, 'Alerts')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByText('One thing you installed today alerts').waitFor()
  await page
    .getByRole('list', { name: 'Alerting things' })
    .getByText(/Gateway connection lost/)
    .waitFor()
  await shoot('alerts')
  await press(page, 'Dismiss')
  await go(page, 'Install')
}

async function groups(page: Page, simulator: Simulator, shoot: Shoot): Promise<void> {
  await go(page, 'Groups')
  await page.getByRole('list', { name: 'Deployment groups' }).waitFor()
  await shoot('groups')
  await press(page, 'New group')
  await page.getByRole('textbox', { name: 'Name of the site' }).fill('Harbour house')
  await shoot('new-group')
  await press(page, 'Cancel')
  simulator.setOnline(false)
  await page.getByRole('link', { name: /^prfi00auroracampus/ }).click()
  await page.getByRole('button', { name: /Connection: Offline/ }).waitFor()
  await press(page, 'Rename')
  await page.getByRole('textbox', { name: 'Name of the site' }).fill('Aurora campus 2')
  await press(page, 'Rename group')
  await page.getByRole('region', { name: 'Waiting here' }).getByText('Waits for a connection').waitFor()
  await shoot('group')
  await press(page, 'Delete')
  await page.getByRole('alertdialog').waitFor()
  await shoot('delete-group')
  await press(page, 'Cancel')
  simulator.setOnline(true)
  await go(page, 'Install')
}

async function offline(page: Page, simulator: Simulator, shoot: Shoot): Promise<void> {
  simulator.setOnline(false)
  await scan(page, simulator.roles['readyAir'] ?? '')
  await page.getByRole('button', { name: /Connection: Offline/ }).waitFor()
  await press(page, /Same as before/)
  await page
    .getByText(/will be sent/)
    .first()
    .waitFor()
  await shoot('offline')
}

async function things(page: Page, simulator: Simulator, shoot: Shoot): Promise<void> {
  const { roles, world } = simulator
  const silent = roles['silent'] ?? ''
  const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 19)
  world.openAlert(silent, 'gateway connection lost', { from: hoursAgo(1100), to: hoursAgo(1000) })
  world.openAlert(silent, 'heartbeat missed', { from: hoursAgo(600), to: hoursAgo(560) })
  await go(page, 'Things')
  await page.getByRole('list', { name: 'Things met on this laptop' }).waitFor()
  await shoot('things')
  await page.getByRole('textbox', { name: 'Find a thing, or scan its label' }).fill(silent)
  await page.keyboard.press('Enter')
  await page.getByText('In trouble').waitFor()
  await page.getByRole('region', { name: 'Active alerts' }).getByText('Heartbeat missed').waitFor()
  await shoot('thing')
  await page.getByRole('tab', { name: 'Messages' }).click()
  await page.getByRole('table', { name: 'In figures' }).waitFor()
  await shoot('thing-messages')
  await page.getByRole('tab', { name: 'Alerts' }).click()
  await page.getByRole('list', { name: 'Alerts' }).waitFor()
  await shoot('thing-alerts')
  await page.getByRole('tab', { name: 'Commands' }).click()
  await page.getByRole('list', { name: 'Commands, newest first' }).waitFor()
  await shoot('thing-commands')
  await page.getByRole('tab', { name: 'Installation history' }).click()
  await page.getByRole('list', { name: 'Installation history' }).waitFor()
  await shoot('thing-installations')
}

async function visits(page: Page, simulator: Simulator, shoot: Shoot): Promise<void> {
  const { roles } = simulator
  await page.getByRole('button', { name: /^Connection: / }).click()
  await press(page, 'Check now')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Connection: Online' }).waitFor()
  await go(page, 'Visits')
  await press(page, 'Start a visit')
  await page.getByRole('textbox', { name: 'Site' }).fill('Aurora Campus, annex')
  await page.getByRole('textbox', { name: 'Your name' }).fill('Aino Lehto')
  await shoot('visit-new')
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('button', { name: 'Begin scanning' }).waitFor()
  await shoot('visit-plan')
  await press(page, 'Begin scanning')
  await page.getByText(/^Each scan:/).waitFor()
  const things = page.getByRole('list', { name: 'Things of this visit' }).getByRole('listitem')
  for (const role of ['readyRugged', 'readyAir', 'installedElsewhere', 'lowBattery']) {
    await scan(page, roles[role] ?? '')
    await things.filter({ hasText: (roles[role] ?? '').slice(6) }).waitFor()
  }
  await things.getByText('Do it anyway').first().waitFor()
  await things.getByText('Confirmed').nth(1).waitFor()
  await page.getByRole('button', { name: 'All 4' }).waitFor()
  await shoot('visit')
  await press(page, 'Report')
  await page.getByRole('dialog').getByText('Make and save').waitFor()
  await shoot('visit-report')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await work(page, simulator, shoot)
  await press(page, 'End visit')
  await page.getByRole('list', { name: 'Silent things and what to try' }).waitFor()
  await shoot('before-leaving')
}

async function work(page: Page, { roles }: Simulator, shoot: Shoot): Promise<void> {
  await press(page, 'Other work')
  await page.getByRole('menuitem', { name: 'Replace' }).click()
  await page.getByRole('heading', { name: '1. Scan the old one' }).waitFor()
  await scan(page, roles['lowBattery'] ?? '')
  await page.getByRole('heading', { name: '2. Scan the new one' }).waitFor()
  await scan(page, roles['readyPresence'] ?? '')
  await page.getByRole('list', { name: 'This will be saved' }).waitFor()
  await shoot('replace')
  await press(page, 'Replace anyway')
  await page.getByRole('region', { name: 'Saved on this laptop' }).getByText('Confirmed').nth(2).waitFor()
  await shoot('replaced')
  await press(page, 'Take away')
  await page.getByRole('heading', { name: 'Scan the thing' }).waitFor()
  await scan(page, roles['readyRugged'] ?? '')
  await page.getByRole('list', { name: 'This will be saved' }).waitFor()
  await shoot('take-away')
  await press(page, 'Quarantine')
  await page.getByRole('heading', { name: 'Scan the thing' }).waitFor()
  await scan(page, roles['silent'] ?? '')
  await page.getByRole('list', { name: 'This will be saved' }).waitFor()
  await shoot('quarantine')
  await press(page, 'Back')
  await page.getByText(/^Each scan:/).waitFor()
}

async function sending(page: Page, shoot: Shoot): Promise<void> {
  await go(page, 'Things')
  await press(page, 'Select several')
  for (const box of await page.getByRole('list', { name: 'Things met on this laptop' }).getByRole('checkbox').all()) {
    await box.check()
  }
  await shoot('things-selected')
  await press(page, 'Send a command')
  await page.getByRole('button', { name: /Test on site/ }).click()
  await shoot('sending')
}

/** The whole job as a technician does it, with a picture of each screen. */
export async function tour(page: Page, simulator: Simulator, shoot: Shoot): Promise<void> {
  await setUp(page, simulator, shoot)
  await firstThing(page, simulator, simulator.roles['readyPresence'] ?? '', shoot)
  await furtherThings(page, simulator, shoot)
  await things(page, simulator, shoot)
  await alerts(page, simulator, shoot)
  await groups(page, simulator, shoot)
  await visits(page, simulator, shoot)
  await sending(page, shoot)
  await go(page, 'Install')
  await offline(page, simulator, shoot)
  await go(page, 'Queue')
  await page.getByRole('heading', { name: 'Queue' }).waitFor()
  await shoot('queue')
  await press(page, 'By thing')
  await page.getByRole('list', { name: 'Things' }).waitFor()
  await shoot('queue-by-thing')
  await go(page, 'Settings')
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
  await shoot('settings')
}
