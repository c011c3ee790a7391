import { describe, expect, it } from 'vitest'
import type { Intent } from '@shared/domain/action'
import { noBelief } from '../../../../src/main/outbox/beliefs'
import type { OpenPage } from '../../../../src/main/outbox/journal'
import { defaultPolicy } from '../../../../src/main/outbox/policy'
import { StackDrain, type RunResult } from '../../../../src/main/outbox/stackDrain'
import { newborn, type Life } from '../../../../src/main/outbox/stateMachine'
import { ManualClock } from '../laptop/manualClock'
import { configure, createGroup } from './intents'

const done: RunResult = { type: 'ran', life: { ...newborn, state: 'done' }, closes: null }
const things = Array.from({ length: 20 }, (_, index) => `TSPR04EZU319010${10 + index}`)

/** A drain whose runs end when and as the test says. */
class Held {
  readonly clock = new ManualClock()
  readonly started: number[] = []
  readonly closed: string[] = []
  canRecord = true
  readonly drain: StackDrain
  more: (after: number) => OpenPage | null = () => ({ entries: [], next: null })
  readonly #ends = new Map<number, (result: RunResult) => void>()

  constructor() {
    this.drain = new StackDrain({
      policy: { ...defaultPolicy, lanes: 3 },
      timing: this.clock.run().timing,
      run: (seq) => {
        this.started.push(seq)
        const { promise, resolve } = Promise.withResolvers<RunResult>()
        this.#ends.set(seq, resolve)
        return promise
      },
      more: (after) => this.more(after),
      onGateClosed: (why) => this.closed.push(why),
      canRecord: () => this.canRecord
    })
  }

  add(seq: number, intent: Intent, life: Partial<Life> = {}): void {
    this.drain.add({ seq, intent, base: noBelief, life: { ...newborn, ...life } })
  }

  async end(seq: number, result: RunResult = done): Promise<void> {
    const end = this.#ends.get(seq)
    if (end === undefined) throw new Error(`${seq} is not running`)
    this.#ends.delete(seq)
    end(result)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** One command for each of so many things. */
function held(count: number, life: Partial<Life> = {}): Held {
  const made = new Held()
  for (let seq = 1; seq <= count; seq++) made.add(seq, configure(things[seq] ?? '', 60), life)
  return made
}

describe('a drain', () => {
  it('starts nothing while nothing can be recorded, and says so of what is under way as well', async () => {
    const made = held(5)
    made.drain.setGate('open')
    expect(made.started).toEqual([1, 2, 3])
    made.canRecord = false
    expect([1, 4].map((seq) => made.drain.waitReason(seq))).toEqual(['cannot_record', 'cannot_record'])
    await made.end(1)
    expect(made.started).toEqual([1, 2, 3])
    made.canRecord = true
    made.drain.pump()
    expect(made.started).toEqual([1, 2, 3, 4])
    expect([2, 5].map((seq) => made.drain.waitReason(seq))).toEqual([null, null])
  })

  it('starts nothing before its gate is open', () => {
    const { drain, started } = held(2)
    drain.pump()
    expect(started).toEqual([])
    expect(drain.waitReason(1)).toBe('offline')
    drain.setGate('open')
    expect(started).toEqual([1, 2])
    expect(drain.waitReason(1)).toBeNull()
  })

  it('looks at nothing that is due while every lane is busy, and takes it when one ends', async () => {
    const all = held(3)
    all.add(4, configure(things[4] ?? '', 60), { notBefore: all.clock.now() + 1_000 })
    all.drain.setGate('open')
    expect(all.clock.nextDue).toBeNull()
    all.clock.advanceTo(all.clock.now() + 5_000)
    expect(all.started).toEqual([1, 2, 3])
    await all.end(2)
    expect(all.started).toEqual([1, 2, 3, 4])
  })

  it('starts the oldest first, so many at once, and the next when one ends', async () => {
    const all = held(5)
    all.drain.setGate('open')
    expect(all.started).toEqual([1, 2, 3])
    await all.end(2)
    expect(all.started).toEqual([1, 2, 3, 4])
    expect([4, 5].map((seq) => all.drain.isRunning(seq))).toEqual([true, false])
  })

  it('starts nothing more through a gate that an attempt found closed, and says so once', async () => {
    const all = held(5)
    all.drain.setGate('open')
    const offline: RunResult = { type: 'ran', life: newborn, closes: 'offline' }
    await all.end(1, offline)
    await all.end(2, offline)
    expect(all.closed).toEqual(['offline'])
    expect(all.started).toEqual([1, 2, 3])
    expect([1, 4].map((seq) => all.drain.waitReason(seq))).toEqual(['offline', 'offline'])
    all.drain.setGate('open')
    expect(all.started).toEqual([1, 2, 3, 1, 2])
  })

  it('waits for what is not due, and no longer', () => {
    const all = new Held()
    const now = all.clock.now()
    all.add(1, configure(things[1] ?? '', 60), { notBefore: now + 2_000 })
    all.add(2, configure(things[2] ?? '', 60), { notBefore: now + 1_000 })
    all.drain.setGate('open')
    expect(all.drain.waitReason(1)).toBe('later')
    all.clock.advanceTo(now + 999)
    expect(all.started).toEqual([])
    all.clock.advanceTo(now + 1_000)
    expect(all.started).toEqual([2])
    all.clock.advanceTo(now + 2_000)
    expect(all.started).toEqual([2, 1])
  })

  it('waits no longer, or hardly, when the clock is set back meanwhile', () => {
    const all = new Held()
    all.add(1, configure(things[1] ?? '', 60), { notBefore: all.clock.now() + 60_000 })
    all.drain.setGate('open')
    all.clock.laptopAhead = -86_400_000
    all.clock.advanceTo(all.clock.now() + 120_000)
    expect(all.started).toEqual([1])
  })

  describe('whose server wants to be left alone', () => {
    async function resting(): Promise<{ all: Held; until: number }> {
      const all = held(5)
      all.drain.setGate('open')
      const until = all.clock.now() + 30_000
      await all.end(1, { type: 'ran', life: { ...newborn, notBefore: until + 60_000 }, closes: null, restUntil: until })
      await all.end(2)
      return { all, until }
    }

    it('starts nothing more until then, and goes on by itself', async () => {
      const { all, until } = await resting()
      all.clock.advanceTo(until - 1)
      expect(all.started).toEqual([1, 2, 3])
      expect([3, 4, 5].map((seq) => all.drain.waitReason(seq))).toEqual([null, 'later', 'later'])
      all.clock.advanceTo(until)
      expect(all.started).toEqual([1, 2, 3, 4, 5])
    })

    it('rests hardly longer when the clock is set back meanwhile', async () => {
      const { all, until } = await resting()
      all.clock.laptopAhead = -86_400_000
      all.clock.advanceTo(until + 30_000)
      expect(all.started).toEqual([1, 2, 3, 4, 5])
    })

    it.each<[string, (all: Held) => void]>([
      ['in a hurry', ({ drain }) => drain.hurry()],
      ['because a person tries one again', ({ drain }) => drain.changed([{ seq: 1, life: newborn }])]
    ])('goes on at once %s', async (_, insist) => {
      const { all } = await resting()
      insist(all)
      expect(all.started).toEqual([1, 2, 3, 1, 4])
    })
  })

  it('in a hurry waits for nothing but free lanes', async () => {
    const all = held(8, { notBefore: Number.MAX_SAFE_INTEGER })
    all.drain.setGate('open')
    all.drain.hurry()
    for (let seq = 1; seq <= 8; seq++) await all.end(seq)
    expect(all.started).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('puts off what could not even be tried, and keeps its lane', async () => {
    const all = new Held()
    all.add(1, createGroup('a'))
    all.add(2, createGroup('a'))
    all.drain.setGate('open')
    await all.end(1, { type: 'postponed', until: all.clock.now() + 1_000 })
    expect([all.drain.waitReason(1), all.drain.waitReason(2)]).toEqual(['later', 'earlier_action'])
    all.clock.advanceTo(all.clock.now() + 1_000)
    expect(all.started).toEqual([1, 1])
  })

  it.each<[string, RunResult]>([
    ['done', done],
    ['discarded', { type: 'ran', life: { ...newborn, state: 'discarded' }, closes: null }],
    ['gone', { type: 'gone' }]
  ])('lets the next one go when one is %s', async (_, result) => {
    const all = new Held()
    all.add(1, createGroup('a'))
    all.add(2, createGroup('a'))
    all.drain.setGate('open')
    await all.end(1, result)
    expect(all.started).toEqual([1, 2])
    expect(all.drain.waitReason(1)).toBeNull()
  })

  it('holds back what is behind one that needs a person, until the person has decided', async () => {
    const all = new Held()
    all.add(1, createGroup('a'))
    all.add(2, createGroup('a'))
    all.drain.setGate('open')
    await all.end(1, { type: 'ran', life: { ...newborn, state: 'needs_you' }, closes: null })
    expect(all.started).toEqual([1])
    expect([all.drain.waitReason(1), all.drain.waitReason(2)]).toEqual([null, 'earlier_action'])
    all.drain.changed([{ seq: 1, life: { ...newborn, state: 'discarded' } }])
    expect(all.started).toEqual([1, 2])
  })

  it('that is stopped starts nothing more and waits for what is under way', async () => {
    const all = held(5)
    all.drain.setGate('open')
    let stopped = false
    void all.drain.stop().then(() => (stopped = true))
    await all.end(1)
    await all.end(2)
    expect([all.started, stopped]).toEqual([[1, 2, 3], false])
    await all.end(3)
    expect([all.started, stopped]).toEqual([[1, 2, 3], true])
    all.drain.hurry()
    all.drain.setGate('open')
    expect(all.started).toEqual([1, 2, 3])
  })

  it('reads on when its lanes are free, and again later where it could not', async () => {
    const all = new Held()
    const pages: (OpenPage | null)[] = [
      { entries: [{ seq: 1, intent: configure(things[1] ?? '', 60), base: noBelief, life: newborn }], next: 1 },
      null,
      { entries: [{ seq: 2, intent: configure(things[2] ?? '', 60), base: noBelief, life: newborn }], next: null }
    ]
    const asked: number[] = []
    all.more = (after) => {
      asked.push(after)
      return pages.shift() ?? null
    }
    all.drain.takeUp()
    expect([all.started, asked]).toEqual([[], [0]])
    all.drain.setGate('open')
    await new Promise((resolve) => setImmediate(resolve))
    expect([all.started, asked]).toEqual([[1], [0, 1]])
    all.clock.advanceTo(all.clock.now() + defaultPolicy.backoffFirst)
    await new Promise((resolve) => setImmediate(resolve))
    expect([all.started, asked]).toEqual([
      [1, 2],
      [0, 1, 1]
    ])
  })
})
