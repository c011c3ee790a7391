import { expect, test } from './fixtures.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { labelOf, roleOf, writes } from './writes.ts'

test.use({ simulatorOptions: { site: 'demo' } })

test('what the server says of a thing is told from what it cannot say', async ({ readyPage: page, simulator }) => {
  const install = new InstallScreen(page)
  const see = install.step('See it')
  const part = (name: string) => see.getByRole('region', { name })

  await test.step('a thing of which nothing was ever recorded', async () => {
    await install.scan(labelOf(roleOf(simulator, 'allNull')))
    await expect(part('General')).toContainText('Never, as far as the server knows')
    await expect(part('General')).toContainText('Battery level not known')
    await expect(part('General')).toContainText(/Gateway.*Not known.*Position.*Not known.*Software.*Not known/s)
    await expect(part('Group')).toContainText('dmfi00showroom')
  })

  await test.step('a kind this app has never heard of', async () => {
    await install.scan(labelOf(roleOf(simulator, 'unknownKind')))
    await expect(see.getByRole('heading', { name: 'Unknown kind of thing' })).toBeVisible()
    await expect(see).toContainText('You can install it all the same.')
  })

  await test.step('one part fails while the others show', async () => {
    const tuid = roleOf(simulator, 'presence')
    simulator.faults.add({ match: { method: 'GET', path: `/things/${tuid}/alerts` }, fault: 'status', status: 500 })
    await install.scan(labelOf(tuid))
    await expect(part('Active alerts')).toContainText('The server answered with an error')
    await expect(part('Group')).toContainText('prfi00auroracampus')
    await expect(part('Installation status')).toContainText('Installed')
    await expect(part('General')).toContainText('%, good')
    await expect(part('General')).toContainText(/Last heard(just now|\d+ (second|minute)s? ago)/)
    simulator.faults.clear()
    await part('Active alerts').getByRole('button', { name: 'Try again' }).click()
    await expect(part('Active alerts')).toContainText('None')
  })

  await test.step("a gateway's error page is no word on the thing", async () => {
    const tuid = roleOf(simulator, 'environment')
    simulator.faults.add({ match: { method: 'GET', path: `/things/${tuid}` }, fault: 'html-502' })
    await install.scan(labelOf(tuid))
    await expect(see.getByText('The server answered with an error').first()).toBeVisible()
    await expect(see).not.toContainText('does not know')
    await expect(page.getByText('502 Bad Gateway')).toBeHidden()
    simulator.faults.clear()
  })

  await test.step('a thing of another customer, or of nobody', async () => {
    await install.scan('EZU00000000,TSPR04')
    await expect(see.getByText('This stack does not know TSPR04EZU00000000.')).toBeVisible()
    await expect(see.getByText('check that “Demo” is the right stack')).toBeVisible()
  })

  expect(writes(simulator)).toEqual([])
})

test('what is unusual about a thing is pointed out before it is saved', async ({ readyPage: page, simulator }) => {
  const install = new InstallScreen(page)
  const [elsewhere, retired] = [roleOf(simulator, 'installedElsewhere'), roleOf(simulator, 'retired')]
  const question = page.getByRole('group', { name: 'Take a second look' })

  await test.step('installed already, in another group', async () => {
    await install.begin(labelOf(elsewhere))
    await install.group('prfi00auroraannex').check()
    await expect(install.step('Group')).toContainText('It is in OldWarehouse-2019 now and moves to prfi00auroraannex.')
    await install.button('Go on with this group').click()
    await expect(install.step('Status')).toContainText('Its status is “Installed” already')
    await install.saveStatus('Installed')
    await expect(install.line('Group')).toContainText('Confirmed')
    expect(writes(simulator)).toEqual([`put ${elsewhere} in prfi00auroraannex`])
  })

  await test.step('retired, and yet here: the question can be declined', async () => {
    await install.begin(labelOf(retired))
    await install.chooseGroup('prfi00auroraannex')
    await install.saveStatus('Installed')
    await expect(question).toContainText('It was retired. Is this really the same thing, back in use?')
    await page.keyboard.press('Escape')
    await expect(question).toBeHidden()
    await expect(install.status('Installed')).toBeChecked()
    expect(writes(simulator)).toHaveLength(1)
  })

  await test.step('or answered', async () => {
    await install.button('Save').click()
    await question.getByRole('button', { name: 'Save all the same' }).click()
    await expect(install.line('Status')).toContainText('Confirmed')
    expect(writes(simulator).slice(1)).toEqual([`put ${retired} in prfi00auroraannex`, `set ${retired} installed`])
  })

  await test.step('with one key, everything unusual is asked', async () => {
    await install.scan(labelOf(roleOf(simulator, 'presence')))
    await page.keyboard.press('Enter')
    await expect(question).toContainText('It is in prfi00auroracampus now and moves to prfi00auroraannex.')
    await expect(question).toContainText('Its status is “Installed” already')
    await question.getByRole('button', { name: 'Cancel' }).click()
    expect(writes(simulator)).toHaveLength(3)
  })
})

test('a scan while something is unsaved asks before it leaves', async ({ readyPage: page, simulator }) => {
  const install = new InstallScreen(page)
  const [first, second] = [roleOf(simulator, 'readyPresence'), roleOf(simulator, 'readyAir')]
  await install.begin(labelOf(first))
  await install.chooseGroup('prfi00auroraannex')
  await install.scan(labelOf(second))
  const question = page.getByRole('group', { name: `Leave ${first} without saving?` })
  await question.getByRole('button', { name: 'Stay here' }).click()
  await expect(install.line('Identify')).toContainText(first)
  await expect(install.line('Group')).toContainText('prfi00auroraannex')
  await install.scan(labelOf(second))
  await question.getByRole('button', { name: 'Leave without saving' }).click()
  await expect(install.line('Identify')).toContainText(second)
  expect(writes(simulator)).toEqual([])
})
