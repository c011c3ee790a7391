import { describe, expect, it } from 'vitest'
import type { Reading } from '@shared/domain/thing'
import { problemOfPromise } from '../laptop/problemKind'
import { Laptop } from '../laptop/laptop'
import { setStatus } from '../outbox/intents'

const parts = ['general', 'installations', 'group', 'alerts', 'signal', 'messages', 'commands'] as const
type Part = (typeof parts)[number]

function read(laptop: Laptop, part: Part, tuid = laptop.role('presence')): Promise<Reading<unknown>> {
  const { things } = laptop.app
  return part === 'messages' ? things.messages(laptop.stackId, tuid, { limit: 50 }) : things[part](laptop.stackId, tuid)
}

describe.each(parts)('the part "%s" of a thing', (part) => {
  it('is live while the server answers', async () => {
    const laptop = await Laptop.signedIn()
    const reading = await read(laptop, part)
    expect(reading).toMatchObject({ asOf: laptop.clock.now(), live: true, problem: null })
    expect(reading.value).not.toBeNull()
  })

  it('is what was last seen, with its age, when there is no connection, also after a restart', async () => {
    const laptop = await Laptop.signedIn()
    const { value, asOf } = await read(laptop, part)
    laptop.cloud.setOnline(false)
    await laptop.pass(60_000)
    await laptop.restart({ patient: true })
    expect(await read(laptop, part)).toMatchObject({ value, asOf, live: false, problem: { kind: 'offline' } })
  })

  it('is unknown when it was never seen, with the reason', async () => {
    const laptop = await Laptop.signedIn()
    await laptop.cloud.refuseConnections()
    expect(await read(laptop, part)).toMatchObject({
      value: null,
      asOf: null,
      live: false,
      problem: { kind: 'offline' }
    })
  })

  it('is what was last seen when the answer cannot be read', async () => {
    const laptop = await Laptop.signedIn()
    const { value, asOf } = await read(laptop, part)
    laptop.cloud.faults.add({ match: { path: '/things/' }, fault: 'garbage-json' })
    expect(await read(laptop, part)).toMatchObject({ value, asOf, live: false, problem: { kind: 'unreadable' } })
  })

  it('is hidden when the server no longer knows the thing: an older answer would contradict it', async () => {
    const laptop = await Laptop.signedIn()
    await read(laptop, part)
    laptop.cloud.world.things.delete(laptop.role('presence'))
    expect(await read(laptop, part)).toMatchObject({ value: null, asOf: null, problem: { kind: 'not_found' } })
  })

  it('that an earlier version kept in another shape is as good as never seen', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    laptop.app.readModel.keepReading(laptop.stackId, tuid, part, { value: { of: 'another shape' }, asOf: 1 })
    await laptop.cloud.refuseConnections()
    expect(await read(laptop, part)).toMatchObject({ value: null, asOf: null })
  })
})

describe('messages that are chosen', () => {
  const minute = 60_000

  /** A thing that said more since than is ever kept, and before that answered two commands. */
  async function chatty() {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('readyPresence')
    const start = laptop.clock.now()
    const say = (tsmId: number, tsmEv: number, minutes: number) =>
      laptop.cloud.world.addMessage(tuid, { tsmId, tsmEv, tsmTs: start / 1000 + minutes * 60, minutes })
    say(1500, 31, 1)
    say(13200, 36, 2)
    for (let minutes = 3; minutes < 103; minutes++) say(2100, 7, minutes)
    await laptop.pass(200 * minute)
    const messages = (filter: Parameters<typeof laptop.app.things.messages>[2]) =>
      laptop.app.things.messages(laptop.stackId, tuid, filter)
    const minutes = ({ value }: Awaited<ReturnType<typeof messages>>) =>
      value?.items.map(({ fields }) => fields['minutes'])
    return { laptop, start, messages, minutes }
  }

  it('are those asked for, however much was said since', async () => {
    const { messages, minutes, start } = await chatty()
    expect(minutes(await messages({ limit: 50 }))).not.toContain(1)
    const answers = { messageIds: [1500, 13200], eventIds: [31, 36], from: start, limit: 50 }
    expect(minutes(await messages(answers))).toEqual([2, 1])
    expect(minutes(await messages({ ...answers, messageIds: [1500] }))).toEqual([1])
    expect(minutes(await messages({ ...answers, from: start + 2 * minute }))).toEqual([2])
    expect(minutes(await messages({ ...answers, to: start + minute }))).toEqual([1])
    expect(minutes(await messages({ ...answers, limit: 1 }))).toEqual([2])
    expect(minutes(await messages({ from: start, to: start + 4 * minute, limit: 10_000 }))).toEqual([4, 3, 2, 1])
  })

  it('say when they were read, and leave the kept newest messages as they are', async () => {
    const { laptop, messages, start } = await chatty()
    const newest = await messages({ limit: 50 })
    await laptop.pass(minute)
    expect(await messages({ messageIds: [1500], from: start, limit: 50 })).toMatchObject({
      asOf: laptop.clock.now(),
      live: true,
      problem: null
    })
    await messages({ limit: 1 })
    laptop.cloud.setOnline(false)
    await laptop.pass(minute)
    expect(await messages({ limit: 50 })).toMatchObject({ value: newest.value, asOf: newest.asOf, live: false })
  })

  it('are not made up from the kept ones when they cannot be read', async () => {
    const { laptop, messages, start } = await chatty()
    await messages({ limit: 50 })
    await laptop.cloud.refuseConnections()
    expect(await messages({ messageIds: [2100], from: start, limit: 50 })).toEqual({
      value: null,
      asOf: null,
      live: false,
      problem: { kind: 'offline', detail: expect.any(String) as unknown }
    })
  })

  it('are no more than were asked for, whatever the server sends', async () => {
    const { laptop, messages, minutes, start } = await chatty()
    const data = [9, 7, 8].map((minutes) => ({ tsmId: 2100, tsmTs: start / 1000 + minutes * 60, minutes }))
    laptop.cloud.faults.add({ match: { path: '/messages' }, fault: 'wrong-shape', body: JSON.stringify({ data }) })
    expect(minutes(await messages({ from: start, limit: 2 }))).toEqual([9, 8])
    expect(minutes(await messages({ limit: 2 }))).toEqual([9, 8])
  })

  it('may be many, of which few are kept', async () => {
    const { laptop, messages, minutes } = await chatty()
    expect(minutes(await messages({ limit: 10_000 }))?.length).toBeGreaterThan(100)
    await laptop.cloud.refuseConnections()
    expect(minutes(await messages({ limit: 10_000 }))).toHaveLength(50)
    expect(minutes(await messages({ limit: 3 }))).toHaveLength(3)
  })
})

it('one part that fails spoils no other', async () => {
  const laptop = await Laptop.signedIn()
  laptop.cloud.faults.add({ match: { path: '/group' }, fault: 'html-502' })
  const readings = await Promise.all(parts.map((part) => read(laptop, part)))
  expect(readings.map(({ live }) => live)).toEqual(parts.map((part) => part !== 'group'))
})

describe('alerts of a stretch of time', () => {
  const long = { from: 1_700_000_000_000, to: 1_700_003_600_000 }
  const within = { alertType: 'within', from: 1_700_000_060_000, to: 1_700_000_120_000 }
  const kept = { items: [within, { alertType: 'later', from: 1_700_100_000_000, to: null }], unreadable: 0 }

  async function withHistory(): Promise<{ laptop: Laptop; tuid: string }> {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    laptop.app.readModel.keepReading(laptop.stackId, tuid, 'alerts', { value: kept, asOf: 1 })
    return { laptop, tuid }
  }

  it('are, offline, those of the history that was seen', async () => {
    const { laptop, tuid } = await withHistory()
    await laptop.cloud.refuseConnections()
    const reading = await laptop.app.things.alerts(laptop.stackId, tuid, long)
    expect(reading).toMatchObject({ value: { items: [within], unreadable: 0 }, asOf: 1, live: false })
  })

  it('are not taken for the whole history', async () => {
    const { laptop, tuid } = await withHistory()
    expect(await laptop.app.things.alerts(laptop.stackId, tuid, long)).toMatchObject({
      live: true,
      value: { items: [] }
    })
    expect(laptop.app.readModel.reading(laptop.stackId, tuid, 'alerts')).toEqual({ value: kept, asOf: 1 })
  })
})

it('things that were seen are remembered, the latest first; those nobody knows are not', async () => {
  const laptop = await Laptop.signedIn()
  await read(laptop, 'general', laptop.role('presence'))
  await laptop.pass(1_000)
  await read(laptop, 'general', laptop.role('environment'))
  await read(laptop, 'general', 'TSPR04NOBODY00000')
  expect(laptop.app.readModel.thingsSeen(laptop.stackId, 10).map(({ tuid }) => tuid)).toEqual([
    laptop.role('environment'),
    laptop.role('presence')
  ])
})

it('a stack that nobody knows cannot be read from', async () => {
  const laptop = await Laptop.bare()
  expect(await problemOfPromise(laptop.app.things.general('nobody', 'TSPR04EZU31901021'))).toBe('unknown_stack')
})

describe('what an action builds on', () => {
  const base = (laptop: Laptop) => laptop.capture(setStatus(laptop.role('presence'), 'quarantine'))[0]?.base

  it('is nothing where nothing was read', async () => {
    const laptop = await Laptop.signedIn()
    expect(base(laptop)).toEqual({ value: null, since: null, asOf: null, after: null })
  })

  it('is the newest record of the history that was read', async () => {
    const laptop = await Laptop.signedIn({ order: 'shuffled' })
    laptop.cloud.world.setStatus(laptop.role('presence'), 'retired')
    const asOf = laptop.clock.now()
    await read(laptop, 'installations')
    await laptop.pass(60_000)
    expect(base(laptop)).toEqual({ value: 'retired', since: asOf, asOf, after: null })
  })

  it('is an empty history where that was read', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.world.thing(laptop.role('presence')).installations = []
    await read(laptop, 'installations')
    expect(base(laptop)).toEqual({ value: null, since: null, asOf: laptop.clock.now(), after: null })
  })
})
