import { beforeEach, describe, expect, it } from 'vitest'
import { ChangeFeed } from '../../../../src/main/ipc/changeFeed'
import type { Session } from '@shared/ipc/channels'

const atFirst: Session = {
  stack: null,
  connection: 'no_stack',
  since: 0,
  problem: null,
  waiting: 0,
  sending: 0,
  needsYou: 0,
  paused: false,
  progress: null,
  storage: null,
  elsewhere: { waiting: 0, needsYou: 0 }
}

let session: Session
let due: (() => void)[]
let told: unknown[]
let feed: ChangeFeed

beforeEach(() => {
  session = atFirst
  due = []
  told = []
  feed = new ChangeFeed({
    gatherMs: 100,
    session: () => session,
    sendChanged: (seqs) => told.push(seqs),
    sendThings: (things) => told.push(things),
    sendVisit: (id) => told.push(`visit ${id}`),
    sendSession: () => told.push('session'),
    after: (_ms, run) => {
      due.push(run)
      return () => due.splice(due.indexOf(run), 1)
    }
  })
})

/** Lets the gathering end. */
const pass = (): void => due.splice(0).forEach((run) => run())

describe('what the page hears', () => {
  it('is told once for all that changed meanwhile, each number once, with the session as it then is', () => {
    for (const seq of [1, 2, 1]) feed.actionChanged(seq)
    feed.sessionChanged()
    expect(told).toEqual([])
    pass()
    expect(told).toEqual([[1, 2], 'session'])
    pass()
    expect(told).toHaveLength(2)
  })

  it('is that any action may look different, when the reason to wait is another', () => {
    feed.sessionChanged()
    pass()
    for (const change of [{ connection: 'offline' }, { waiting: 2 }, { paused: true }] as const) {
      session = { ...session, ...change }
      feed.sessionChanged()
      pass()
    }
    expect(told).toEqual(['session', null, 'session', 'session', null, 'session'])
  })

  it('is which things to read again, each once, and none by name when they are too many', () => {
    const [stackId, tuid] = ['6f1c9c52-6a0e-4a5e-9a53-0d1f4b1c2e11', 'TSPD04ESY93100802']
    feed.thingChanged(stackId, tuid)
    feed.thingChanged(stackId, null)
    feed.thingChanged(stackId, tuid)
    pass()
    const changed = [
      { stackId, tuid },
      { stackId, tuid: null }
    ]
    expect(told).toEqual([changed, 'session'])
    for (let index = 0; index < 1001; index++) feed.thingChanged(stackId, String(index))
    pass()
    expect(told.slice(2)).toEqual([null, 'session'])
    feed.thingChanged(stackId, tuid)
    pass()
    expect(told.slice(4)).toEqual([[{ stackId, tuid }], 'session'])
  })

  it('is which visits to look at again, each once', () => {
    for (const id of ['a', 'b', 'a']) feed.visitChanged(id)
    pass()
    expect(told).toEqual(['visit a', 'visit b', 'session'])
    feed.sessionChanged()
    pass()
    expect(told.slice(3)).toEqual(['session'])
  })

  it('is the session alone when no action has changed', () => {
    feed.sessionChanged()
    pass()
    expect(told).toEqual(['session'])
  })

  it('begins anew after each telling', () => {
    feed.actionChanged(1)
    pass()
    feed.actionChanged(2)
    pass()
    expect(told).toEqual([[1], 'session', [2], 'session'])
  })

  it('names no numbers when they are too many to be worth it', () => {
    for (let seq = 1; seq <= 1000; seq++) feed.actionChanged(seq)
    pass()
    expect(told[0]).toHaveLength(1000)
    for (let seq = 1; seq <= 1001; seq++) feed.actionChanged(seq)
    pass()
    expect(told.slice(2)).toEqual([null, 'session'])
  })

  it('is nothing after the end', () => {
    feed.actionChanged(1)
    feed.stop()
    pass()
    expect(told).toEqual([])
  })
})
