import { describe, expect, it } from 'vitest'
import type { Action } from '@shared/domain/action'
import { Laptop } from '../laptop/laptop'
import { assign, configure, office, setStatus } from './intents'

const waits = (laptop: Laptop): Action['waits'][] => laptop.actions().map((action) => action.waits)

/** Requests that are not the watch's own: neither for a token nor for the bare address. */
function realRequests(laptop: Laptop): string[] {
  return laptop.cloud.requests.map(({ path }) => path).filter((path) => path.startsWith('/things'))
}

function three(laptop: Laptop) {
  return [
    setStatus(laptop.role('readyPresence'), 'installed'),
    assign(laptop.role('readyPresence'), office),
    configure(laptop.role('presence'), 60)
  ]
}

async function allDone(laptop: Laptop): Promise<void> {
  await laptop.settle()
  expect(laptop.actions().map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  expect(laptop.effects()).toHaveLength(3)
}

type Turn = (laptop: Laptop) => Promise<void> | void

describe('a stack that cannot be reached', () => {
  it.each<[how: string, lose: Turn, regain: Turn]>([
    [
      'refuses connections',
      (laptop: Laptop) => laptop.cloud.refuseConnections(),
      (laptop: Laptop) => laptop.cloud.acceptConnections()
    ],
    [
      'drops connections',
      (laptop: Laptop) => laptop.cloud.setOnline(false),
      (laptop: Laptop) => laptop.cloud.setOnline(true)
    ]
  ])('because it %s lets everything wait, and goes on by itself', async (_, lose, regain) => {
    const laptop = await Laptop.signedIn()
    await lose(laptop)
    await laptop.pass(60_000)
    laptop.capture(...three(laptop))
    await laptop.pass(60_000)
    expect(waits(laptop)).toEqual(['offline', 'earlier_action', 'offline'])
    expect(laptop.effects()).toEqual([])
    await regain(laptop)
    await allDone(laptop)
  })

  it('is noticed by the first action that cannot be sent, which costs that action nothing', async () => {
    const laptop = await Laptop.signedIn()
    await laptop.cloud.refuseConnections()
    laptop.capture(...three(laptop))
    await laptop.quiet()
    expect(waits(laptop)).toEqual(['offline', 'earlier_action', 'offline'])
    expect(laptop.actions().map(({ state }) => state)).toEqual(['pending', 'pending', 'pending'])
    expect(laptop.app.session.view()).toMatchObject({ connection: 'offline', waiting: 3, sending: 0 })
    const before = realRequests(laptop).length
    await laptop.pass(600_000)
    expect(realRequests(laptop)).toHaveLength(before)
    await laptop.cloud.acceptConnections()
    await allDone(laptop)
  })

  it('forgets waiting times when it comes back', async () => {
    const laptop = await Laptop.signedIn()
    const busy = { fault: 'status', status: 429, retryAfter: 3_600, times: 1 } as const
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, ...busy })
    laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.quiet()
    expect(waits(laptop)).toEqual(['later'])
    laptop.cloud.setOnline(false)
    await laptop.pass(120_000)
    expect(waits(laptop)).toEqual(['offline'])
    laptop.cloud.setOnline(true)
    await laptop.pass(120_000)
    expect(laptop.effects()).toHaveLength(1)
  })

  it('leaves alone what is on its way when it goes', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'latency', ms: 3_600_000, times: 1 })
    const [action] = laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.until(() => laptop.effects().length === 1)
    laptop.cloud.setOnline(false)
    await laptop.pass(300_000)
    if (!action) throw new Error('one was captured')
    expect(laptop.now(action)).toMatchObject({ state: 'unknown', waits: 'offline' })
    laptop.cloud.setOnline(true)
    await laptop.settle()
    expect(laptop.now(action)).toMatchObject({ state: 'done', receipt: { by: 'read_back' } })
    expect(laptop.effects()).toHaveLength(1)
  })
})

describe('a stack that refuses the credentials', () => {
  it('keeps everything, tries nothing by itself, and goes on when somebody signs in', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.revokeCredentials()
    laptop.capture(...three(laptop))
    await laptop.quiet()
    expect(waits(laptop)).toEqual(['signed_out', 'earlier_action', 'signed_out'])
    expect(laptop.app.session.view()).toMatchObject({ connection: 'signed_out', problem: { kind: 'bad_credentials' } })
    const before = laptop.cloud.requests.length
    await laptop.pass(3_600_000)
    expect(laptop.cloud.requests).toHaveLength(before)
    laptop.cloud.restoreCredentials()
    await laptop.app.session.checkAll()
    await allDone(laptop)
  })

  it('is told from one whose token has only expired', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.expireTokens()
    laptop.capture(...three(laptop))
    await allDone(laptop)
    expect(laptop.app.session.view().connection).toBe('online')
  })
})

describe('a stack whose secret is not at hand', () => {
  it('keeps everything, and goes on when the keychain opens', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.expireTokens()
    laptop.keychain.trouble = 'keychain_locked'
    laptop.capture(...three(laptop))
    await laptop.quiet()
    expect(waits(laptop)).toEqual(['secret_missing', 'earlier_action', 'secret_missing'])
    expect(laptop.app.session.view()).toMatchObject({ connection: 'no_secret', problem: { kind: 'keychain_locked' } })
    laptop.keychain.trouble = null
    await laptop.app.session.checkAll()
    await allDone(laptop)
  })
})

it('a stack that gives no token for a moment is asked again later, and is not offline', async () => {
  const laptop = await Laptop.signedIn()
  laptop.cloud.expireTokens()
  laptop.cloud.faults.add({ match: { path: '/auth' }, fault: 'html-502', times: 3 })
  laptop.capture(...three(laptop))
  await laptop.quiet()
  expect(laptop.app.session.view().connection).toBe('online')
  await allDone(laptop)
})

it('what waits for one stack keeps nothing of another waiting', async () => {
  const laptop = await Laptop.signedIn()
  const elsewhere = await Laptop.bare({ clientId: 'other', clientSecret: 'other-secret' })
  const other = await laptop.addStack('Other', elsewhere.cloud)
  laptop.cloud.setOnline(false)
  laptop.capture(configure(laptop.role('presence'), 60))
  const tuid = elsewhere.role('presence')
  laptop.app.outbox.capture(other.id, [configure(tuid, 60)])
  await laptop.pass(60_000)
  expect(elsewhere.effects()).toHaveLength(1)
  expect(laptop.app.session.view()).toMatchObject({ waiting: 0, elsewhere: { waiting: 1, needsYou: 0 } })
  laptop.cloud.setOnline(true)
  await laptop.settle()
  expect(laptop.effects()).toHaveLength(1)
})
