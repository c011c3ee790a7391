import type { Simulator } from '../simulator/simulator.ts'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { GroupsScreen } from './screens/groups-screen.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { ThingScreen } from './screens/thing-screen.ts'
import { labelOf, roleOf } from './writes.ts'

const office = 'prfi00pikkutoimisto'
const store = 'prfi00pikkuvarasto'

const groupNames = ({ world }: Simulator): string[] => [...world.groups.keys()].toSorted()

/** What the app has done to groups as such, in order. */
const deeds = ({ effects }: Simulator) => effects.filter(({ by, kind }) => by === 'api' && kind.startsWith('group_'))

test('groups are found, looked into, made, renamed and deleted', async ({ readyPage: page, simulator }) => {
  const groups = new GroupsScreen(page)
  const presence = roleOf(simulator, 'presence')

  await test.step('all of them, to be searched', async () => {
    await groups.open()
    await expect(groups.rows).toHaveCount(3)
    await expect(groups.row(office)).toContainText('A small office')
    await expect(groups.rows.last()).toContainText('No group (unassigned)')
    await groups.search.fill('STORE room')
    await expect(groups.rows).toHaveCount(1)
    await expect(page.getByText('1 group fits')).toBeVisible()
    await groups.search.fill('nothing like it')
    await expect(page.getByRole('heading', { name: 'No group fits' })).toBeVisible()
    await groups.search.press('Escape')
  })

  await test.step('a group shows its things, which lead to their pages, and back', async () => {
    await groups.row(office).click()
    await expect(groups.title).toHaveText(office)
    const members = simulator.world.members(office).length
    await expect(groups.things).toContainText(new RegExp(`${members} things.*as of`))
    await groups.things.getByRole('link', { name: presence }).click()
    const thing = new ThingScreen(page)
    await expect(thing.title).toHaveText('Presence sensor')
    await thing.part('Group').getByRole('link', { name: office }).click()
    await expect(groups.title).toHaveText(office)
  })

  await test.step('unassigned is no group to change', async () => {
    await groups.openGroup('No group (unassigned)')
    await expect(groups.title).toHaveText('No group (unassigned)')
    await expect(groups.button('Refresh')).toBeVisible()
    await expect(groups.button('Rename')).toHaveCount(0)
    await expect(groups.button('Delete')).toHaveCount(0)
  })

  await test.step('a name is built and shown before it is taken', async () => {
    await groups.open()
    await groups.button('New group').click()
    const form = page.getByRole('form', { name: 'New group' })
    await groups.name('Pikku-Varasto')
    await expect(form).toContainText(`It will be called ${store}`)
    await expect(form).toContainText('There is a group of this name already.')
    await form.getByRole('combobox', { name: 'Environment' }).press('ArrowDown')
    await page.getByRole('option', { name: 'Demonstration (dm)' }).click()
    await expect(form).toContainText('Data is forwarded only from groups that begin with “pr”.')
    await groups.button('Cancel').click()
    await expect(form).toHaveCount(0)
  })

  await test.step('it is made', async () => {
    await groups.create('Yläkerta', 'Upstairs')
    await expect(groups.title).toHaveText('prfi00ylakerta')
    await expect(groups.done).toContainText(/Create group prfi00ylakerta.*Confirmed/)
    await expect(groups.things).toContainText('There is no thing in this group.')
    expect(groupNames(simulator)).toContain('prfi00ylakerta')
  })

  await test.step('it is renamed, and goes on under its new name', async () => {
    await groups.rename('Ullakko')
    await expect(groups.title).toHaveText('prfi00ullakko')
    await expect(groups.done).toContainText(/Rename group prfi00ylakerta to prfi00ullakko.*Confirmed/)
    expect(groupNames(simulator)).not.toContain('prfi00ylakerta')
    await groups.open()
    await expect(groups.row('prfi00ullakko')).toContainText('Upstairs')
    await expect(groups.row('prfi00ylakerta')).toHaveCount(0)
  })

  await test.step('what is deleted is said before, and done when it is agreed to', async () => {
    await groups.openGroup(office)
    await expect(groups.things).toContainText(/\d+ things/)
    await groups.button('Delete').click()
    await expect(groups.dialog).toContainText(/There are \d+ things in it, as of/)
    await expect(groups.dialog).toContainText('What this server does with its things was not seen yet')
    await groups.dialog.getByRole('button', { name: 'Cancel' }).click()
    expect(groupNames(simulator)).toContain(office)
    await groups.button('Delete').click()
    await groups.dialog.getByRole('button', { name: 'Delete group' }).click()
    await expect(page.getByRole('heading', { name: 'This group has been deleted' })).toBeVisible()
    await expect(groups.done).toContainText(/Delete group prfi00pikkutoimisto.*Confirmed/)
    expect(groupNames(simulator)).not.toContain(office)
  })
  expect(deeds(simulator)).toHaveLength(3)
})

test('without a connection everything is saved, shown as waiting, and done once it is back', async ({
  app,
  readyPage,
  simulator
}) => {
  let groups = new GroupsScreen(readyPage)
  await groups.openGroup(office)
  await expect(groups.things).toContainText(/\d+ things/)
  await simulator.refuseConnections()
  await new Frame(readyPage).checkConnection()

  await test.step('a new group is there at once, and waits', async () => {
    await groups.open()
    await groups.create('Yläkerta')
    await expect(groups.title).toHaveText('prfi00ylakerta')
    await expect(groups.waiting).toContainText(/Create group prfi00ylakerta.*Saved here/)
    await groups.rename('Ullakko')
    await expect(groups.waiting).toContainText(/Rename group prfi00ylakerta to prfi00ullakko.*Saved here/)
  })

  await test.step('so are a new name and a deletion, one of which is taken back', async () => {
    await groups.openGroup(store)
    await groups.rename('Arkisto')
    await expect(groups.waiting).toContainText(`Rename group ${store} to prfi00arkisto`)
    await groups.openGroup(office)
    await groups.button('Delete').click()
    await groups.dialog.getByRole('button', { name: 'Delete group' }).click()
    await expect(groups.waiting).toContainText(/Delete group.*Saved here/)
    await expect(groups.button('Rename')).toHaveCount(0)
    await groups.waiting.getByRole('button', { name: 'Discard' }).click()
    await groups.dialog.getByRole('button', { name: 'Discard' }).click()
    await expect(groups.waiting).toHaveCount(0)
    await expect(groups.button('Rename')).toBeVisible()
  })

  const page = await app.restart()
  groups = new GroupsScreen(page)

  await test.step('a restart changes nothing', async () => {
    await groups.open()
    await expect(groups.row('prfi00ylakerta')).toContainText(/to be prfi00ullakko\s*Saved here/)
    await expect(groups.row(store)).toContainText(/to be prfi00arkisto\s*Saved here/)
    await expect(groups.row(office)).not.toContainText('Saved here')
    await expect(page.getByText(/as of \d\d[:.]\d\d/).first()).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await groups.row(office).click()
    await expect(groups.things).toContainText(/\d+ things.*as of/)
  })

  await test.step('with the connection back, it comes true', async () => {
    await simulator.acceptConnections()
    await new Frame(page).checkConnection()
    await groups.open()
    await expect(groups.row('prfi00ullakko')).not.toContainText('Saved here')
    await expect(groups.row('prfi00arkisto')).not.toContainText('Saved here')
    await expect(groups.rows).toHaveCount(4)
    expect(groupNames(simulator)).toEqual([office, 'prfi00arkisto', 'prfi00ullakko', 'unassigned'].toSorted())
    expect(deeds(simulator)).toHaveLength(3)
  })
})

test('what waits to come into a group and to leave it is shown with it', async ({ readyPage: page, simulator }) => {
  const groups = new GroupsScreen(page)
  const tuid = roleOf(simulator, 'readyPresence')
  await groups.open()
  await expect(groups.rows).toHaveCount(3)
  await simulator.refuseConnections()
  await new Frame(page).checkConnection()
  await new Frame(page).goTo('Install')
  const install = new InstallScreen(page)
  await install.install(labelOf(tuid), store)
  await groups.openGroup(store)
  await expect(groups.things).toContainText(/Presence sensor.*to be put in/s)
  await groups.button('Delete').click()
  await expect(groups.dialog).toContainText('1 thing waits here to be put into it, which is done first.')
})

test.describe('a server without a list of groups', () => {
  test.use({ simulatorOptions: { site: 'small', groupList: false } })

  test('is no fault: what this laptop knows is shown, and the server asked again on demand', async ({
    readyPage: page,
    simulator
  }) => {
    const groups = new GroupsScreen(page)
    const presence = roleOf(simulator, 'presence')
    const asked = () => simulator.requests.filter(({ path }) => path.startsWith('/groups')).length

    await test.step('it is asked once', async () => {
      await groups.open()
      await expect(page.getByText('This stack’s server does not offer a list of groups.')).toBeVisible()
      await expect(groups.rows).toHaveCount(1)
      await expect(page.getByRole('alert')).toHaveCount(0)
      await new Frame(page).goTo('Settings')
      await groups.open()
      await expect(groups.rows).toHaveCount(1)
      expect(asked()).toBe(1)
      await page.getByRole('button', { name: 'Check again' }).click()
      await expect.poll(asked).toBe(2)
      await expect(page.getByRole('alert')).toHaveCount(0)
    })

    await test.step('a group that a thing was met in is known, and so is the thing', async () => {
      await new Frame(page).goTo('Install')
      const install = new InstallScreen(page)
      await install.scan(labelOf(presence))
      await expect(install.step('See it')).toContainText(office)
      await groups.open()
      await expect(groups.row(office)).toContainText('met on a thing')
      await groups.row(office).click()
      await expect(groups.things).toContainText('This stack’s server does not offer the things of a group.')
      await expect(groups.things.getByRole('link', { name: presence })).toBeVisible()
    })

    await test.step('groups are made, renamed and deleted all the same', async () => {
      await groups.open()
      await groups.create('Yläkerta')
      await expect(groups.done).toContainText(/Create group.*Confirmed/)
      await groups.rename('Ullakko')
      await expect(groups.title).toHaveText('prfi00ullakko')
      await groups.button('Delete').click()
      await expect(groups.dialog).toContainText('Nobody can say here which things are in it.')
      await groups.dialog.getByRole('button', { name: 'Delete group' }).click()
      await expect(page.getByRole('heading', { name: 'This group has been deleted' })).toBeVisible()
      expect(deeds(simulator)).toHaveLength(3)
      await expect(page.getByRole('alert')).toHaveCount(0)
    })
  })
})
