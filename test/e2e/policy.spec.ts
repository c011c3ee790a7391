import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { StacksScreen } from './screens/stacks-screen.ts'

test('what a policy decides is shown as such and cannot be changed; the secret is the technician’s', async ({
  launchApp,
  userData,
  simulator
}) => {
  const file = join(userData, 'policy.json')
  const stack = { name: 'Nordlys', baseUrl: simulator.url, clientId: simulator.clientId }
  writeFileSync(file, JSON.stringify({ language: 'en', stacks: [stack] }))
  const app = await launchApp({ locale: 'fi-FI', appArguments: [`--policy=${file}`] })
  const page = await app.firstWindow()
  const frame = new Frame(page)
  await expect(frame.stack).toHaveAccessibleName('Active stack: Nordlys')
  await expect(frame.connection).toHaveAccessibleName('Connection: Secret missing')

  await frame.goTo('Settings')
  await expect(page.getByText('Set by your organisation.').first()).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Suomi' })).toBeDisabled()

  const stacks = new StacksScreen(page)
  await stacks.open()
  await expect(page.getByRole('button', { name: 'Remove Nordlys' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Change Nordlys' }).click()
  for (const name of ['Name', 'API base URL', 'Client ID']) {
    await expect(page.getByRole('textbox', { name, exact: true })).toHaveAttribute('readonly', '')
  }
  await page.getByLabel('Client secret', { exact: true }).fill(simulator.clientSecret)
  await page.getByRole('button', { name: 'Test and save' }).click()
  await expect(frame.connection).toHaveAccessibleName('Connection: Online')
})

test('a policy with a mistake holds in nothing, and says where it is wrong', async ({ launchApp, userData }) => {
  const file = join(userData, 'policy.json')
  writeFileSync(file, JSON.stringify({ language: 'en', stacks: [{ name: 'Nordlys', clientSecret: 'hush' }] }))
  const app = await launchApp({ appArguments: [`--policy=${file}`] })
  const page = await app.firstWindow()
  const notice = page.getByRole('status').filter({ hasText: 'The policy file of your organisation cannot be used' })
  await expect(notice).toContainText(file)
  await expect(notice).toContainText('stacks.0')
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
})
