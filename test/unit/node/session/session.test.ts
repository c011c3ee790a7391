import { describe, expect, it } from 'vitest'
import { handlersOf } from '../laptop/handlersOf'
import { Laptop } from '../laptop/laptop'
import { configure, setStatus } from '../outbox/intents'

async function saveAnew({ app, cloud, stackId }: Laptop): Promise<void> {
  const { url: baseUrl, clientId, clientSecret } = cloud
  await app.stacks.save({ id: stackId, name: 'Site', baseUrl, clientId, clientSecret, keep: 'keychain' })
}

const connection = (laptop: Laptop): string => laptop.app.session.view().connection

/** Requests the watch makes by itself to see whether anybody is there: to the bare address. */
const probes = (laptop: Laptop): number => laptop.cloud.requests.filter(({ path }) => path === '/').length
const signIns = (laptop: Laptop): number => laptop.cloud.requests.filter(({ path }) => path.startsWith('/auth')).length

describe('the connection', () => {
  it('is none without a stack', async () => {
    const laptop = await Laptop.bare()
    expect(laptop.app.session.view()).toMatchObject({ stack: null, connection: 'no_stack', waiting: 0 })
  })

  it('is checking until something is known', async () => {
    const laptop = await Laptop.signedIn()
    await laptop.restart({ patient: true })
    expect(connection(laptop)).toBe('checking')
    await laptop.quiet()
    expect(connection(laptop)).toBe('online')
  })

  it('is offline at a start without one, with the reason, and online as soon as there is one', async () => {
    const laptop = await Laptop.signedIn()
    await laptop.cloud.refuseConnections()
    await laptop.restart({ patient: true })
    await laptop.quiet()
    const since = laptop.clock.now()
    expect(laptop.app.session.view()).toMatchObject({ connection: 'offline', since, problem: { kind: 'offline' } })
    await laptop.pass(300_000)
    expect(laptop.app.session.view()).toMatchObject({ connection: 'offline', since })
    await laptop.cloud.acceptConnections()
    await laptop.pass(30_000)
    expect(laptop.app.session.view()).toMatchObject({ connection: 'online', problem: null })
  })

  it('is lost and found again without anybody doing anything', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.setOnline(false)
    await laptop.pass(60_000)
    expect(connection(laptop)).toBe('offline')
    laptop.cloud.setOnline(true)
    await laptop.pass(30_000)
    expect(connection(laptop)).toBe('online')
  })

  it('is learnt from every reading', async () => {
    const laptop = await Laptop.signedIn()
    await laptop.cloud.refuseConnections()
    await laptop.app.things.general(laptop.stackId, laptop.role('presence'))
    expect(connection(laptop)).toBe('offline')
    await laptop.cloud.acceptConnections()
    await laptop.app.things.general(laptop.stackId, laptop.role('presence'))
    expect(connection(laptop)).toBe('online')
  })

  it('is doubted, looked at and found good when one answer breaks off', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { path: '/things/' }, fault: 'drop-before', times: 1 })
    const before = probes(laptop)
    await laptop.app.things.general(laptop.stackId, laptop.role('presence'))
    await laptop.quiet()
    expect(connection(laptop)).toBe('online')
    expect(probes(laptop)).toBe(before + 1)
  })

  it('is there although the server is not well, and says so', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { path: '/things/' }, fault: 'html-502', times: 1 })
    await laptop.app.things.general(laptop.stackId, laptop.role('presence'))
    expect(laptop.app.session.view()).toMatchObject({ connection: 'online', problem: { kind: 'server_error' } })
    await laptop.app.things.general(laptop.stackId, laptop.role('presence'))
    expect(laptop.app.session.view()).toMatchObject({ connection: 'online', problem: null })
  })
})

describe('looking by itself', () => {
  it('happens once a minute while nothing else is heard, and without credentials', async () => {
    const laptop = await Laptop.signedIn()
    const signedInBefore = signIns(laptop)
    await laptop.pass(600_000)
    expect(probes(laptop)).toBe(10)
    expect(signIns(laptop)).toBe(signedInBefore)
    expect(laptop.cloud.requests.filter(({ path }) => path === '/').every(({ auth }) => auth !== 'ok')).toBe(true)
  })

  it.each([
    ['once a minute, when nothing waits', 0, 9, 14],
    ['every ten seconds, when something waits', 1, 60, 90]
  ])('happens ever less often without a connection, but %s', async (_, waiting, atLeast, atMost) => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.setOnline(false)
    if (waiting > 0) laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.pass(300_000)
    const first = probes(laptop)
    await laptop.pass(600_000)
    expect(probes(laptop) - first).toBeGreaterThanOrEqual(atLeast)
    expect(probes(laptop) - first).toBeLessThanOrEqual(atMost)
  })

  it('ends with the app', async () => {
    const laptop = await Laptop.signedIn()
    await laptop.close()
    const before = laptop.cloud.requests.length
    await laptop.pass(600_000)
    expect(laptop.cloud.requests).toHaveLength(before)
  })
})

describe('refused credentials', () => {
  async function signedOut(): Promise<Laptop> {
    const laptop = await Laptop.signedIn()
    laptop.cloud.revokeCredentials()
    await laptop.app.things.general(laptop.stackId, laptop.role('presence'))
    expect(connection(laptop)).toBe('signed_out')
    return laptop
  }

  it('are not tried again by the watch, nor when the laptop wakes up', async () => {
    const laptop = await signedOut()
    const before = laptop.cloud.requests.length
    await laptop.pass(3_600_000)
    await laptop.app.session.wake()
    expect(laptop.cloud.requests).toHaveLength(before)
  })

  it('are tried again when somebody asks', async () => {
    const laptop = await signedOut()
    await laptop.app.session.checkAll()
    expect(connection(laptop)).toBe('signed_out')
    laptop.cloud.restoreCredentials()
    await laptop.app.session.checkAll()
    expect(connection(laptop)).toBe('online')
  })

  it('keep everything that is captured, until they are good again', async () => {
    const laptop = await signedOut()
    laptop.capture(setStatus(laptop.role('readyPresence'), 'installed'), configure(laptop.role('presence'), 60))
    await laptop.pass(3_600_000)
    expect(laptop.app.session.view()).toMatchObject({ connection: 'signed_out', waiting: 2, needsYou: 0 })
    await laptop.restart({ patient: true })
    await laptop.pass(3_600_000)
    expect(laptop.app.session.view()).toMatchObject({ connection: 'signed_out', waiting: 2 })
    laptop.cloud.restoreCredentials()
    await laptop.app.session.checkAll()
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(2)
    expect(laptop.app.session.view()).toMatchObject({ connection: 'online', waiting: 0 })
  })
})

describe('the sending of what waits', () => {
  type Way = (laptop: Laptop) => unknown

  /** Two minutes out of reach, and a command captured at the end of them. */
  async function outOfReach(): Promise<Laptop> {
    const laptop = await Laptop.signedIn()
    laptop.cloud.setOnline(false)
    await laptop.pass(120_000)
    laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.quiet()
    laptop.cloud.setOnline(true)
    return laptop
  }

  it.each<[when: string, way: Way]>([
    ['when the laptop wakes up', (laptop) => laptop.app.session.wake()],
    ['on demand', (laptop) => handlersOf(laptop)['outbox:sync'](undefined)],
    ['when the connection is checked', (laptop) => handlersOf(laptop)['session:check'](undefined)],
    [
      'when something else is found to arrive',
      (laptop) => laptop.app.things.general(laptop.stackId, laptop.role('presence'))
    ],
    ['when the stack is saved anew', saveAnew]
  ])('begins at once %s', async (_, way) => {
    const laptop = await outOfReach()
    await way(laptop)
    await laptop.quiet()
    expect(laptop.effects()).toHaveLength(1)
  })

  it('begins by itself within ten seconds, although nobody looked that often while nothing waited', async () => {
    const laptop = await outOfReach()
    await laptop.pass(10_000)
    expect(laptop.effects()).toHaveLength(1)
  })

  it('begins with the right secret, when a person gives it', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.revokeCredentials()
    laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.pass(120_000)
    expect(laptop.app.session.view()).toMatchObject({ connection: 'signed_out', waiting: 1 })
    laptop.cloud.restoreCredentials()
    await saveAnew(laptop)
    await laptop.quiet()
    expect(laptop.effects()).toHaveLength(1)
  })

  it('is hurried on demand although the server wanted to be left alone', async () => {
    const laptop = await Laptop.signedIn()
    const busy = { fault: 'status', status: 429, retryAfter: 600, times: 1 } as const
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, ...busy })
    laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.pass(60_000)
    expect(laptop.effects()).toEqual([])
    await handlersOf(laptop)['outbox:sync'](undefined)
    await laptop.quiet()
    expect(laptop.effects()).toHaveLength(1)
  })
})

describe('asking', () => {
  it('signs in even while the watch is just looking whether anybody is there', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { path: /^\/$/ }, fault: 'latency', ms: 50, times: 1 })
    laptop.clock.advanceTo(laptop.clock.now() + 60_000)
    await laptop.until(() => laptop.cloud.faults.struck.length === 1)
    const before = signIns(laptop)
    await laptop.app.session.checkAll()
    expect(signIns(laptop)).toBe(before + 1)
  })

  it('has the last word, whatever a look that was under way says', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { path: /^\/$/ }, fault: 'hang', ms: 50, times: 1 })
    laptop.clock.advanceTo(laptop.clock.now() + 60_000)
    await laptop.until(() => laptop.cloud.faults.struck.length === 1)
    await laptop.app.session.checkAll()
    await laptop.quiet()
    expect(connection(laptop)).toBe('online')
  })

  it('is answered for whoever has a doubt meanwhile: nobody looks beside it', async () => {
    const laptop = await Laptop.signedIn()
    const before = probes(laptop)
    laptop.cloud.faults.add({ match: { path: '/group' }, fault: 'drop-before', times: 1 })
    const letGo = laptop.transport.hold('/auth/client-token')
    const checking = laptop.app.session.checkAll()
    expect(await laptop.app.things.group(laptop.stackId, laptop.role('presence'))).toMatchObject({ live: false })
    letGo()
    await checking
    await laptop.quiet()
    expect([connection(laptop), probes(laptop)]).toEqual(['online', before])
  })

  it('twice at once signs in once', async () => {
    const laptop = await Laptop.signedIn()
    const before = signIns(laptop)
    await Promise.all([laptop.app.session.checkAll(), laptop.app.session.checkAll()])
    expect(signIns(laptop)).toBe(before + 1)
  })
})

describe('several stacks', () => {
  it('are watched while they are in use or something waits for them, each for itself', async () => {
    const laptop = await Laptop.signedIn()
    const elsewhere = await Laptop.bare({ clientId: 'other' })
    await laptop.addStack('Other', elsewhere.cloud)
    laptop.cloud.setOnline(false)
    laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.pass(60_000)
    expect(laptop.app.session.view()).toMatchObject({
      stack: { name: 'Other' },
      connection: 'online',
      waiting: 0,
      elsewhere: { waiting: 1, needsYou: 0 }
    })
    await laptop.restart({ patient: true })
    await laptop.pass(60_000)
    laptop.cloud.setOnline(true)
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(1)
  })

  it('nobody needs at the start are left alone', async () => {
    const laptop = await Laptop.signedIn()
    const elsewhere = await Laptop.bare({ clientId: 'other' })
    await laptop.addStack('Other', elsewhere.cloud)
    await laptop.restart({ patient: true })
    const before = laptop.cloud.requests.length
    await laptop.pass(600_000)
    expect(laptop.cloud.requests).toHaveLength(before)
    expect(connection(laptop)).toBe('online')
  })

  it('that nobody knows any more stop nothing, though actions of theirs are left', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.setOnline(false)
    const [orphan] = laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.pass(5_000)
    laptop.forgetStacks()
    await laptop.restart({ patient: true })
    await laptop.pass(60_000)
    expect(connection(laptop)).toBe('no_stack')
    expect(laptop.app.outbox.discard(orphan?.id ?? '', '').state).toBe('discarded')
    await laptop.quiet()
    expect(laptop.log.entries.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe('a page that was left open', () => {
  it('reads in turn, gives up at once, and gets all of it when somebody is back', async () => {
    const laptop = await Laptop.signedIn()
    const page = handlersOf(laptop)
    const of = { stackId: laptop.stackId, tuid: laptop.role('presence') }
    const reads = (): number => laptop.cloud.requests.filter(({ path }) => path.startsWith('/things/')).length
    laptop.presence.leave()
    const general = page['things:general'](of)
    const group = page['things:group']({ ...of, ticket: 'given up' })
    const alerts = page['things:alerts'](of)
    const signal = page['things:signal'](of)
    await laptop.quiet()
    expect(reads()).toBe(0)
    await laptop.pass(60_000)
    expect(reads()).toBe(1)
    expect(await general).toMatchObject({ live: true })
    void page['things:cancel']({ tickets: ['given up'] })
    expect(await group).toMatchObject({ live: false, problem: { kind: 'cancelled' } })
    await laptop.pass(60_000)
    expect(reads()).toBe(2)
    expect(await alerts).toMatchObject({ live: true })
    laptop.presence.comeBack()
    expect(await signal).toMatchObject({ live: true })
    expect(reads()).toBe(3)
  })
})
