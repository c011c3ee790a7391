import { describe, expect, it } from 'vitest'
import { ProblemError } from '@shared/domain/problem'
import { Laptop } from '../laptop/laptop'
import { assign, configure, createGroup, office, setStatus, store } from './intents'

async function offline(): Promise<{ laptop: Laptop; tuid: string }> {
  const laptop = await Laptop.signedIn()
  const tuid = laptop.role('presence')
  await laptop.app.things.installations(laptop.stackId, tuid)
  laptop.cloud.setOnline(false)
  await laptop.pass(60_000)
  return { laptop, tuid }
}

const notOpen = new ProblemError({ kind: 'action_not_open' })

/** Captures a command that the server will refuse once. */
async function refused(): Promise<{ laptop: Laptop; id: string }> {
  const laptop = await Laptop.signedIn()
  laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'status', status: 400, times: 1 })
  const [action] = laptop.capture(configure(laptop.role('presence'), 60))
  await laptop.settle()
  if (!action) throw new Error('one was captured')
  return { laptop, id: action.id }
}

describe('discarding', () => {
  it('takes an action out for good, with the reason, and lets the next one go', async () => {
    const { laptop, tuid } = await offline()
    const [first, second] = laptop.capture(setStatus(tuid, 'uninstalled'), assign(tuid, store))
    if (!first || !second) throw new Error('two were captured')
    expect(laptop.app.outbox.discard(first.id, 'wrong thing')).toMatchObject({
      state: 'discarded',
      discardReason: 'wrong thing',
      receipt: null
    })
    expect(laptop.now(second).waits).not.toBe('earlier_action')
    laptop.cloud.setOnline(true)
    await laptop.settle()
    expect(laptop.effects().map(({ kind }) => kind)).toEqual(['group'])
    expect(laptop.now(first).state).toBe('discarded')
  })

  it('leaves what built on it with a belief that still holds: no false conflict', async () => {
    const { laptop, tuid } = await offline()
    const [first, second] = laptop.capture(setStatus(tuid, 'uninstalled'), setStatus(tuid, 'quarantine'))
    if (!first || !second) throw new Error('two were captured')
    expect(second.base).toMatchObject({ value: 'uninstalled', after: first.seq })
    laptop.app.outbox.discard(first.id, '')
    expect(laptop.now(second).base).toMatchObject({ value: 'installed', after: null })
    laptop.cloud.setOnline(true)
    await laptop.settle()
    expect(laptop.now(second)).toMatchObject({ state: 'done', receipt: { by: 'answer' } })
  })

  it('leaves what built on it with a belief that still sees a true conflict', async () => {
    const { laptop, tuid } = await offline()
    const [first, second] = laptop.capture(setStatus(tuid, 'uninstalled'), setStatus(tuid, 'quarantine'))
    if (!first || !second) throw new Error('two were captured')
    laptop.app.outbox.discard(first.id, '')
    laptop.cloud.world.setStatus(tuid, 'retired')
    laptop.cloud.setOnline(true)
    await laptop.settle()
    expect(laptop.now(second).need).toMatchObject({ reason: 'conflict', serverShows: 'retired' })
  })

  it('is remembered after a crash, as is the belief of what built on it', async () => {
    const { laptop, tuid } = await offline()
    const [first, second] = laptop.capture(setStatus(tuid, 'uninstalled'), setStatus(tuid, 'quarantine'))
    if (!first || !second) throw new Error('two were captured')
    laptop.app.outbox.discard(first.id, '')
    await laptop.crash()
    laptop.cloud.setOnline(true)
    await laptop.settle()
    expect(laptop.effects()).toMatchObject([{ status: 'quarantine' }])
  })

  it('is possible for what a person is asked about, and for what may have happened', async () => {
    const { laptop, id } = await refused()
    expect(laptop.app.outbox.discard(id, '').state).toBe('discarded')
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'act-then-drop', times: 1 })
    const [lost] = laptop.capture(configure(laptop.role('presence'), 120))
    await laptop.quiet()
    if (!lost) throw new Error('one was captured')
    expect(laptop.now(lost).state).toBe('unknown')
    expect(laptop.app.outbox.discard(lost.id, '').state).toBe('discarded')
    await laptop.pass(60_000)
    expect(laptop.now(lost).state).toBe('discarded')
  })
})

describe('what is no longer to be decided', () => {
  it('is refused while the action is on its way', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'hang', times: 1 })
    const [action] = laptop.capture(configure(laptop.role('presence'), 60))
    if (!action) throw new Error('one was captured')
    await laptop.until(() => laptop.cloud.faults.struck.length === 1)
    const { outbox } = laptop.app
    expect(() => outbox.discard(action.id, '')).toThrow(notOpen)
    expect(() => outbox.retry(action.id)).toThrow(notOpen)
    expect(() => outbox.settle(action.id, 'mark_done')).toThrow(notOpen)
    expect(laptop.now(action).state).toBe('sending')
  })

  it('of a group that is just being created drops nothing of what waits for it', async () => {
    const laptop = await Laptop.signedIn()
    const letGo = laptop.transport.hold('/groups')
    const [create, into] = laptop.capture(createGroup('prfi00new'), assign(laptop.role('presence'), 'prfi00new'))
    if (!create || !into) throw new Error('two were captured')
    await laptop.until(() => laptop.now(create).state === 'sending')
    expect(() => laptop.app.outbox.discard(create.id, 'not wanted', true)).toThrow(notOpen)
    expect(laptop.now(into).state).toBe('pending')
    letGo()
    await laptop.settle()
    expect(laptop.effects().map(({ kind }) => kind)).toEqual(['group_create', 'group'])
  })

  it('is refused when it is closed, and when nobody knows it', async () => {
    const laptop = await Laptop.signedIn()
    const [action] = laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.settle()
    if (!action) throw new Error('one was captured')
    const { outbox } = laptop.app
    for (const id of [action.id, crypto.randomUUID()]) {
      expect(() => outbox.discard(id, '')).toThrow(notOpen)
      expect(() => outbox.retry(id)).toThrow(notOpen)
      expect(() => outbox.settle(id, 'send_again')).toThrow(notOpen)
    }
    expect(laptop.now(action)).toMatchObject({ state: 'done', receipt: { by: 'answer' } })
  })

  it('is refused when that choice was not offered', async () => {
    const { laptop, id } = await refused()
    expect(() => laptop.app.outbox.settle(id, 'mark_done')).toThrow(notOpen)
    expect(() => laptop.app.outbox.retry(id)).toThrow(notOpen)
    expect(laptop.actions()).toMatchObject([{ state: 'needs_you', receipt: null, discardReason: null }])
  })
})

describe('settling what was refused', () => {
  it('by sending it again sends it again', async () => {
    const { laptop, id } = await refused()
    expect(laptop.app.outbox.settle(id, 'send_again')).toMatchObject({ state: 'pending', need: null })
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ state: 'done', attemptCount: 2 }])
    expect(laptop.effects()).toHaveLength(1)
  })

  it('by keeping theirs closes it without a receipt', async () => {
    const { laptop, id } = await refused()
    expect(laptop.app.outbox.settle(id, 'keep_theirs')).toMatchObject({ state: 'discarded', receipt: null })
    await laptop.pass(60_000)
    expect(laptop.effects()).toEqual([])
  })
})

describe('trying now', () => {
  it('forgets the waiting time of this action alone', async () => {
    const laptop = await Laptop.signedIn()
    const busy = { fault: 'status', status: 429, retryAfter: 600 } as const
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, ...busy, times: 2 })
    const [one, other] = laptop.capture(
      configure(laptop.role('presence'), 60),
      configure(laptop.role('environment'), 60)
    )
    await laptop.quiet()
    if (!one || !other) throw new Error('two were captured')
    expect([laptop.now(one).waits, laptop.now(other).waits]).toEqual(['later', 'later'])
    laptop.app.outbox.retry(one.id)
    await laptop.quiet()
    expect([laptop.now(one).state, laptop.now(other).state]).toEqual(['done', 'pending'])
  })

  it('for all of a stack hurries each, also those that have to wait for a free lane', async () => {
    const laptop = await Laptop.signedIn({ site: 'demo' })
    const busy = { fault: 'status', status: 429, retryAfter: 600 } as const
    const things = laptop.cloud.tuids.slice(0, 12)
    // The first six that are told so keep the others waiting as well.
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/group' }, ...busy, times: 6 })
    const group = 'prfi00uusi'
    laptop.cloud.world.createGroup(group)
    laptop.capture(...things.map((tuid) => assign(tuid, group)))
    await laptop.quiet()
    expect(laptop.actions().every(({ waits }) => waits === 'later')).toBe(true)
    laptop.app.outbox.hurry(laptop.stackId)
    await laptop.quiet()
    expect(laptop.actions().every(({ state }) => state === 'done')).toBe(true)
  })
})

it('every attempt of an action can be told, oldest first', async () => {
  const laptop = await Laptop.signedIn()
  laptop.cloud.faults.add(
    { match: { method: 'POST', path: '/group' }, fault: 'status', status: 429, times: 1 },
    { match: { method: 'POST', path: '/group' }, fault: 'status', status: 500, message: 'Oh dear', times: 1 }
  )
  const [action] = laptop.capture(assign(laptop.role('readyPresence'), office))
  await laptop.settle()
  if (!action) throw new Error('one was captured')
  const attempts = laptop.app.outbox.attempts(action.id)
  expect(attempts.map(({ kind, outcome, httpStatus }) => [kind, outcome, httpStatus])).toEqual([
    ['send', 'busy', 429],
    ['send', 'unknown', 500],
    ...Array.from({ length: 4 }, () => ['look', 'too_early', 200]),
    ['look', 'absent', 200],
    ['send', 'accepted', 200]
  ])
  expect(attempts[1]?.words).toBe('Oh dear')
  for (const { startedAt, endedAt } of attempts) expect(endedAt).toBeGreaterThanOrEqual(startedAt)
})
