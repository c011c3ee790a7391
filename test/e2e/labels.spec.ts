import { expect, test } from './fixtures.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { roleOf } from './writes.ts'

test('every form of a label is understood', async ({ readyPage: page, simulator }) => {
  const install = new InstallScreen(page)
  const [tuid, other] = [roleOf(simulator, 'presence'), roleOf(simulator, 'gateway')]
  const [imc, psn] = [tuid.slice(0, 6), tuid.slice(6)]
  const labels = [
    tuid,
    ` ${imc.toLowerCase()} ${psn.toLowerCase()} `,
    `${psn},${imc}`,
    `${psn},${imc},0000012345`,
    `https://thingsee.com/d/${tuid}`
  ]
  for (const label of labels) {
    await install.scanField.fill(label)
    await expect(page.getByText('Press Enter', { exact: true })).toBeVisible()
    await install.scanField.press('Enter')
    await expect(install.line('Identify')).toContainText(tuid)
    await expect(install.scanField).toHaveValue('')
    await install.scan(other)
    await expect(install.line('Identify')).toContainText(other)
  }

  // Another make's, in the form of one of ours: who knows, and nothing is in the way.
  await install.scan('EM300TH915M00471')
  const see = install.step('See it')
  await expect(see.getByText('This app does not know the model code.')).toBeVisible()
  await expect(see.getByText('The length is unusual for a TUID.')).toBeVisible()
  await expect(see.getByText('This stack does not know EM300TH915M00471.')).toBeVisible()
  await expect(install.button('Choose group and status')).toBeEnabled()
})

test('what is no label is refused in words, and stays to be mended', async ({ readyPage: page, simulator }) => {
  const install = new InstallScreen(page)
  const labels = [
    { label: 'ESY93100802', says: '“ESY93100802” is a serial number. Type the model code before it, such as TSPD04.' },
    { label: 'TSPD04', says: '“TSPD04” is a model code. Type the serial number after it.' },
    { label: 'TSPD', says: '“TSPD” is too short for a TUID.' },
    { label: '🦄TSPD04ESY93100802', says: 'it has letters and digits only.' },
    { label: 'TSPD04-ESY93100802', says: '“TSPD04-ESY93100802” cannot be part of a TUID' },
    { label: 'https://thingsee.com/', says: 'This address does not end with a TUID' },
    { label: 'WIFI:S:Nordlys;T:WPA;P:guest;;', says: 'cannot be part of a TUID' },
    { label: '{"sn":"4711","model":"EM300-TH"}', says: 'cannot be part of a TUID' },
    { label: 'X'.repeat(10_000), says: 'is too long for a TUID.' },
    { label: '💧'.repeat(5000), says: 'is too long for a TUID.' }
  ]
  await install.scanField.waitFor()
  const before = simulator.requests.length
  for (const { label, says } of labels) {
    await install.scanField.fill(label)
    await install.scanField.press('Enter')
    const refusal = page.getByText('Not understood.').locator('..')
    await expect(refusal).toContainText(says)
    await expect(install.scanField).toHaveValue(label)
    await expect(install.scanField).toBeFocused()
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await expect(install.step('Identify')).toBeVisible()
  expect(simulator.requests.length).toBe(before)

  await install.scanField.fill('')
  await install.scanField.press('Enter')
  await expect(page.getByText('Scan or type a label first.')).toBeVisible()
})

test('a scan is taken wherever the focus is', async ({ readyPage: page, simulator }) => {
  const install = new InstallScreen(page)
  const [first, second] = [roleOf(simulator, 'presence'), roleOf(simulator, 'environment')]
  await install.begin(first)
  const search = page.getByRole('textbox', { name: 'Search groups' })
  await search.fill('toimisto')
  await search.focus()
  await install.scan(`${second.slice(6)},${second.slice(0, 6)}`)
  await expect(install.line('Identify')).toContainText(second)
  await install.button('Choose group and status').click()
  await expect(search).toHaveValue('')
})
