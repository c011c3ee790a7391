import { describe, expect, it } from 'vitest'
import type { ThingPart } from '../../../../src/main/ports/readModel'
import { SqliteReadCache } from '../../../../src/main/adapters/database/sqliteReadCache'
import { SqliteReadModel } from '../../../../src/main/adapters/database/sqliteReadModel'
import { CacheKeeper, firstLookMs, waitForSendingMs } from '../../../../src/main/cache/cacheKeeper'
import { openJournal, stackId } from '../database/journalFixture'
import { Laptop } from '../laptop/laptop'
import { ManualClock } from '../laptop/manualClock'
import { assign, setStatus } from '../outbox/intents'
import { RecordingLog } from '../recordingLog'

const day = 24 * 60 * 60_000
const nothing = { things: 0, messages: 0, bytes: 0 }

/** As if that many messages of a thing had been read so many days ago, each so many bytes long. */
function keepMessages(laptop: Laptop, tuid: string, { days = 0, messages = 1, bytes = 100 } = {}): void {
  const items = Array.from({ length: messages }, () => ({ filler: 'x'.repeat(bytes) }))
  const asOf = laptop.clock.now() - days * day
  laptop.app.readModel.keepReading(laptop.stackId, tuid, 'messages', { value: { items, unreadable: 0 }, asOf })
  laptop.app.readModel.keepThingSeen(laptop.stackId, tuid, asOf)
}

const kept = (laptop: Laptop, tuid: string, part: ThingPart = 'messages'): boolean =>
  laptop.app.readModel.reading(laptop.stackId, tuid, part) !== null

const met = (laptop: Laptop): string[] =>
  laptop.app.readModel
    .thingsSeen(laptop.stackId, 10)
    .map(({ tuid }) => tuid)
    .toSorted()

async function offline(laptop: Laptop): Promise<void> {
  laptop.cloud.setOnline(false)
  await laptop.pass(120_000)
}

/** A new start, and so long after it that the first look is over. */
async function startAnew(laptop: Laptop): Promise<void> {
  await laptop.restart({ patient: true })
  await laptop.pass(firstLookMs + 1)
  await laptop.app.cache.usage()
}

it('what is kept is counted: things, messages, and what they take', async () => {
  const laptop = await Laptop.signedIn()
  await laptop.app.cache.cleanUp()
  expect(await laptop.app.cache.usage()).toMatchObject(nothing)
  keepMessages(laptop, 'A', { messages: 3 })
  keepMessages(laptop, 'B', { messages: 2 })
  laptop.app.readModel.keepThingSeen(laptop.stackId, 'C', 1)
  laptop.app.readModel.keepGroupThings(laptop.stackId, 'prfi00attic', { value: ['A'], asOf: 1 })
  const usage = await laptop.app.cache.usage()
  expect(usage).toMatchObject({ things: 3, messages: 5 })
  expect(usage.bytes).toBeGreaterThan(500)
  expect(usage.fileBytes).toBeGreaterThan(usage.bytes)
})

describe('cleaning up on demand', () => {
  it('takes away all that was read, and says how much that was', async () => {
    const laptop = await Laptop.signedIn()
    const { stackId } = laptop
    const { things } = laptop.app
    await things.general(stackId, laptop.role('presence'))
    await things.messages(stackId, laptop.role('presence'), { limit: 50 })
    await laptop.app.groups.refresh(stackId, '', false)
    const before = await laptop.app.cache.usage()
    expect(before).toMatchObject({ things: 1 })
    const { removed, left } = await laptop.app.cache.cleanUp()
    expect(removed).toEqual({ things: 1, messages: before.messages, bytes: before.bytes })
    expect(left).toMatchObject(nothing)
    expect(met(laptop)).toEqual([])
    expect(laptop.app.readModel.groupsSeen(stackId)).toEqual([])
  })

  it('leaves outbox, receipts, stacks, settings and what a person dismissed as they are', async () => {
    const laptop = await Laptop.signedIn()
    laptop.app.settings.changeSettings({ language: 'fi' })
    const tuid = laptop.role('readyPresence')
    laptop.capture(setStatus(tuid, 'installed'))
    await laptop.settle()
    await offline(laptop)
    laptop.capture(assign(tuid, 'prfi00pikkuvarasto'))
    laptop.app.readModel.keepStackReading(laptop.stackId, 'dismissed_alerts', { value: { A: [] }, asOf: 1 })
    const [actions, stacks] = [laptop.actions(), await laptop.app.stacks.list()]
    expect(actions.map(({ receipt }) => receipt !== null).toSorted()).toEqual([false, true])
    await laptop.app.cache.cleanUp()
    await laptop.restart({ patient: false })
    // Why it waits is looked up anew at each start.
    const withoutWaits = (action: (typeof actions)[number]) => ({ ...action, waits: null })
    expect(laptop.actions().map(withoutWaits)).toEqual(actions.map(withoutWaits))
    expect(
      laptop
        .actions()
        .map(({ id }) => laptop.app.outbox.attempts(id).length > 0)
        .toSorted()
    ).toContain(true)
    expect(await laptop.app.stacks.list()).toEqual(stacks)
    expect(laptop.app.settings.settings()).toMatchObject({ language: 'fi' })
    expect(laptop.app.readModel.stackReading(laptop.stackId, 'dismissed_alerts')?.value).toEqual({ A: [] })
  })

  it('never takes what a waiting action rests on: a conflict is noticed all the same', async () => {
    const laptop = await Laptop.signedIn()
    const [tuid, other] = [laptop.role('readyPresence'), laptop.role('readyEnvironment')]
    for (const each of [tuid, other]) await laptop.app.things.installations(laptop.stackId, each)
    await offline(laptop)
    laptop.capture(setStatus(tuid, 'installed'))
    const { left } = await laptop.app.cache.cleanUp()
    expect(left.things).toBe(1)
    expect([kept(laptop, tuid, 'installations'), kept(laptop, other, 'installations')]).toEqual([true, false])
    expect(met(laptop)).toEqual([tuid])
    laptop.cloud.world.setStatus(tuid, 'quarantine')
    laptop.clock.advanceTo(laptop.clock.now() + 5 * 60_000)
    laptop.cloud.setOnline(true)
    await laptop.pass(120_000)
    expect(laptop.actions()).toMatchObject([{ state: 'needs_you', need: { reason: 'conflict' } }])
  })

  it('keeps a group that something waits to be done with', async () => {
    const laptop = await Laptop.signedIn()
    await offline(laptop)
    const seen = (groupId: string) => ({ groupId, description: null, listed: true })
    const names = ['prfi00goal', 'prfi00old', 'prfi00other']
    laptop.app.readModel.keepGroupsSeen(laptop.stackId, names.map(seen), 1)
    laptop.app.readModel.keepGroupThings(laptop.stackId, 'prfi00old', { value: ['A'], asOf: 1 })
    laptop.app.readModel.keepGroupThings(laptop.stackId, 'prfi00other', { value: ['A'], asOf: 1 })
    laptop.capture(assign(laptop.role('readyPresence'), 'prfi00goal'), {
      type: 'group_rename',
      groupId: 'prfi00old',
      newGroupId: 'prfi00new'
    })
    await laptop.app.cache.cleanUp()
    expect(laptop.app.readModel.groupsSeen(laptop.stackId).map(({ groupId }) => groupId)).toEqual([
      'prfi00goal',
      'prfi00old'
    ])
    expect(laptop.app.readModel.groupThings(laptop.stackId, 'prfi00old')).not.toBeNull()
    expect(laptop.app.readModel.groupThings(laptop.stackId, 'prfi00other')).toBeNull()
  })

  it('makes the file on disk smaller', async () => {
    const laptop = await Laptop.signedIn()
    for (let n = 0; n < 40; n++) keepMessages(laptop, `T${n}`, { bytes: 100_000 })
    const before = await laptop.app.cache.usage()
    expect(before.fileBytes).toBeGreaterThan(4_000_000)
    const { file, left } = await laptop.app.cache.cleanUp()
    expect(file).toBe('smaller')
    expect(left.fileBytes).toBeLessThan(before.fileBytes - 3_900_000)
  })

  it('leaves the file alone while something is being sent, and makes it smaller afterwards', async () => {
    const laptop = await Laptop.signedIn({ slowByClock: true })
    await laptop.app.things.installations(laptop.stackId, laptop.role('readyPresence'))
    for (let n = 0; n < 40; n++) keepMessages(laptop, `T${n}`, { bytes: 100_000 })
    laptop.cloud.faults.add({ match: { method: 'POST' }, fault: 'latency', ms: 10_000, times: 1 })
    laptop.capture(setStatus(laptop.role('readyPresence'), 'installed'))
    await laptop.until(() => laptop.cloud.stuck === 1)
    const { file, left } = await laptop.app.cache.cleanUp()
    expect(file).toBe('later')
    expect(left.fileBytes).toBeGreaterThan(4_000_000)
    await laptop.pass(10_000 + 2 * waitForSendingMs)
    expect((await laptop.app.cache.usage()).fileBytes).toBeLessThan(2_000_000)
    expect(laptop.actions()).toMatchObject([{ state: 'done' }])
  })
})

describe('the limits', () => {
  it('hold from the start: what is too old goes', async () => {
    const laptop = await Laptop.signedIn()
    laptop.app.settings.changeSettings({ cacheKeepDays: 30 })
    keepMessages(laptop, 'OLD', { days: 31 })
    keepMessages(laptop, 'NEW', { days: 29 })
    await startAnew(laptop)
    expect([kept(laptop, 'OLD'), kept(laptop, 'NEW')]).toEqual([false, true])
    expect(met(laptop)).toEqual(['NEW'])
  })

  it('hold at once when they are changed, oldest first', async () => {
    const { db } = openJournal()
    const { timing } = new ManualClock().run()
    const readModel = new SqliteReadModel(db, new RecordingLog())
    const limits = { bytes: 1_000_000, age: 365 * day }
    const keeper = new CacheKeeper({
      cache: new SqliteReadCache(db),
      limits: () => limits,
      isSending: () => false,
      timing,
      log: new RecordingLog()
    })
    const things = Array.from({ length: 12 }, (_, n) => `T${String(n).padStart(2, '0')}`)
    // The last is the oldest.
    for (const [n, tuid] of things.entries()) {
      readModel.keepReading(stackId, tuid, 'general', { value: 'x'.repeat(10_000), asOf: timing.now() - n * day })
    }
    const left = (): string[] => things.filter((tuid) => readModel.reading(stackId, tuid, 'general') !== null)
    keeper.limitsChanged()
    await keeper.usage()
    expect(left()).toEqual(things)
    limits.bytes = 100_000
    keeper.limitsChanged()
    expect((await keeper.usage()).bytes).toBeLessThanOrEqual(100_000)
    expect(left()).toEqual(things.slice(0, 9))
  })

  it('hold after much was read', async () => {
    const laptop = await Laptop.signedIn()
    laptop.app.settings.changeSettings({ cacheKeepDays: 7 })
    await laptop.pass(firstLookMs + 1)
    keepMessages(laptop, 'OLD', { days: 8 })
    await laptop.pass(60_000)
    expect(kept(laptop, 'OLD')).toBe(true)
    keepMessages(laptop, 'NEW', { bytes: 9_000_000 })
    await laptop.pass(60_000)
    await laptop.app.cache.usage()
    expect([kept(laptop, 'OLD'), kept(laptop, 'NEW')]).toEqual([false, true])
  })

  it('do not reach what waiting actions need, however old it is', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('readyPresence')
    await offline(laptop)
    keepMessages(laptop, tuid, { days: 900 })
    laptop.capture(setStatus(tuid, 'installed'))
    await startAnew(laptop)
    expect(kept(laptop, tuid)).toBe(true)
    expect(met(laptop)).toEqual([tuid])
  })

  it('spare what the clock says is still to come: it was set back', async () => {
    const laptop = await Laptop.signedIn()
    keepMessages(laptop, 'A', { days: -400 })
    await startAnew(laptop)
    expect(kept(laptop, 'A')).toBe(true)
  })
})

it('quitting in the midst of it leaves a sound file, and the rest for the next time', async () => {
  const laptop = await Laptop.signedIn()
  for (let n = 0; n < 300; n++) keepMessages(laptop, `T${n}`, { bytes: 1000 })
  const cleaning = laptop.app.cache.cleanUp()
  await laptop.restart({ patient: false })
  await cleaning
  await laptop.app.cache.cleanUp()
  expect(await laptop.app.cache.usage()).toMatchObject(nothing)
})
