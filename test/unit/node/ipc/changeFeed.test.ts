import { beforeEach, describe, expect, it } from 'vitest'
import { ChangeFeed } from '../../../../src/main/ipc/changeFeed'
import type { Session } from '@shared/ipc/channels'

const session: Session = {
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

let due: (() => void)[]
let told: unknown[]
let feed: ChangeFeed

beforeEach(() => {
  due = []
  told = []
  feed = new ChangeFeed({
    gatherMs: 100,
    session: () => session,
    sendChanged: (seqs) => told.push(seqs),
    sendThings: (things) => told.push(things),
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
