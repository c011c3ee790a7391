import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import { handOverStack } from '../../scripts/stack-handover.ts'
import { missingForPrivateBus, PrivateBus } from '../unit/node/adapters/keychain/privateBus.ts'
import { expect, test } from './fixtures.ts'
import { Frame } from './screens/frame.ts'
import { InstallScreen } from './screens/install-screen.ts'
import { StackForm } from './screens/stack-form.ts'
import { labelOf, roleOf, writes } from './writes.ts'

const missing = missingForPrivateBus()
test.skip(missing !== null, `no keychain that could be made to hang: ${missing ?? ''}`)

const group = 'prfi00pikkuvarasto'

let bus: PrivateBus
test.beforeEach(async () => {
  bus = await PrivateBus.start()
  await bus.startKeyring()
})
test.afterEach(() => bus.stop())

test('the app starts, saves and quits while the keychain hangs, and sends once it answers', async ({
  launchApp,
  simulator
}) => {
  // Three starts, on a machine at work with other things.
  test.setTimeout(180_000)
  const app = await launchApp({ environment: bus.environment })
  const tuid = roleOf(simulator, 'readyPresence')
  await test.step('set up while all is well', async () => {
    const page = await app.firstWindow()
    expect(await handOverStack(askThroughBridge(page), simulator)).toBe('keychain')
    await page.reload()
    const install = new InstallScreen(page)
    await install.begin(labelOf(tuid))
    // From now on it is known here, and can be chosen without a connection.
    await expect(install.group(group)).toBeVisible()
    await app.close()
  })

  await test.step('started, used and closed while it hangs', async () => {
    bus.silenceKeyring()
    const page = await app.restart()
    const install = new InstallScreen(page)
    await install.install(labelOf(tuid), group)
    await expect(new Frame(page).badge).toHaveAccessibleName(/waiting/)
    expect(bus.guests()).toContain(app.pid)
    await app.close()
    // Not even the process that hangs in the keychain is left.
    await expect.poll(() => bus.guests()).toEqual([])
    expect(writes(simulator)).toEqual([])
  })

  await test.step('it answers again, and nothing was lost', async () => {
    bus.wakeKeyring()
    const page = await app.restart()
    await expect(new Frame(page).connection).toHaveAccessibleName('Connection: Online')
    await expect.poll(() => writes(simulator).length).toBeGreaterThan(0)
    await expect(new Frame(page).badge).toHaveAccessibleName('Queue: Nothing waiting')
  })
})

test('the app quits while a secret is being kept by a keychain that hangs', async ({ launchApp, simulator }) => {
  const app = await launchApp({ environment: bus.environment })
  const page = await app.firstWindow()
  bus.silenceKeyring()
  const { url, clientId, clientSecret } = simulator
  await new StackForm(page).submit({ name: 'Nordlys', url, clientId, secret: clientSecret })
  await expect.poll(() => bus.guests().length).toBeGreaterThan(1)
  await app.close()
  await expect.poll(() => bus.guests()).toEqual([])
  bus.wakeKeyring()
  const again = await app.restart()
  expect(await askThroughBridge(again)('stacks:list')).toEqual({ ok: true, value: [] })
})
