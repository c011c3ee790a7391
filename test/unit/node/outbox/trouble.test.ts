import { describe, expect, it } from 'vitest'
import type { SendOutcome } from '../../../../src/main/outbox/courier'
import { defaultPolicy } from '../../../../src/main/outbox/policy'
import { problemOf } from '../laptop/problemKind'
import { tempFolder } from '../laptop/tempFolder'
import { accepted, BareOutbox, stackId } from './bareOutbox'
import { configure, createGroup } from './intents'

const thing = 'TSPR04EZU31901021'
const otherThing = 'TSPD04ESY93100802'

/** An outbox that may send at once. */
function open(): BareOutbox {
  const bare = new BareOutbox()
  bare.outbox.start()
  bare.outbox.setGate(stackId, 'open')
  return bare
}

describe('on a full disk', () => {
  it('a capture is said to be not saved, and nothing of it is ever sent or shown', async () => {
    const bare = open()
    const pages = Number(bare.db.prepare('PRAGMA page_count').get()?.['page_count'])
    bare.db.exec(`PRAGMA max_page_count = ${pages}`)
    const many = Array.from({ length: 60 }, (_, index) => createGroup(`group-${index}`, 'x'.repeat(500)))
    expect(problemOf(() => bare.outbox.capture(stackId, many))).toBe('disk_full')
    bare.db.exec('PRAGMA max_page_count = 100000')
    await bare.pass(600_000)
    expect(bare.actions()).toEqual([])
    expect(bare.outbox.stacksWithOpenActions()).toEqual([])
    expect(bare.courier.sent).toEqual([])
  })
})

describe('while nothing can be written', () => {
  it('nothing is sent that could not be found again, and it goes on by itself afterwards', async () => {
    const bare = open()
    bare.outbox.setGate(stackId, 'offline')
    bare.outbox.capture(stackId, [configure(thing, 60)])
    bare.readOnly = true
    bare.outbox.setGate(stackId, 'open')
    await bare.pass(10_000)
    expect(bare.courier.sent).toEqual([])
    expect(bare.actions()).toMatchObject([{ state: 'pending', waits: 'cannot_record', attemptCount: 0 }])
    expect(bare.problems).toEqual(['an attempt could not be recorded, so nothing was sent'])
    bare.readOnly = false
    await bare.pass(10_000)
    expect(bare.states()).toEqual(['done'])
    expect(bare.courier.sent).toHaveLength(1)
  })

  it('says so of everything that waits, whatever else it waits for, and tries no other', async () => {
    const bare = open()
    bare.outbox.setGate(stackId, 'offline')
    bare.outbox.capture(stackId, [configure(thing, 60), configure(thing, 120), configure(otherThing, 60)])
    bare.readOnly = true
    bare.outbox.setGate(stackId, 'open')
    await bare.pass(0)
    const later = Array.from({ length: 20 }, (_, index) => createGroup(`group-${index}`))
    expect(problemOf(() => bare.outbox.capture(stackId, later))).toBe('read_only')
    const waits = () => bare.actions().map((action) => action.waits)
    expect(waits()).toEqual(['cannot_record', 'earlier_action', 'cannot_record'])
    expect(bare.outbox.storageProblem).toMatchObject({ kind: 'read_only' })
    expect(bare.storageChanges).toEqual(['read_only'])
    bare.outbox.setGate(stackId, 'offline')
    expect(waits()).toEqual(['cannot_record', 'earlier_action', 'cannot_record'])
    await bare.pass(600_000)
    bare.readOnly = false
    await bare.pass(10_000)
    expect(bare.storageChanges).toEqual(['read_only', null])
    expect(waits()).toEqual(['offline', 'earlier_action', 'offline'])
    expect(bare.courier.sent).toEqual([])
  })

  it('is noticed by a decision as well, and forgotten with the next write that works', () => {
    const bare = open()
    bare.outbox.setGate(stackId, 'offline')
    const [action] = bare.outbox.capture(stackId, [configure(thing, 60)])
    bare.readOnly = true
    expect(problemOf(() => bare.outbox.discard(action?.id ?? '', ''))).toBe('read_only')
    expect(bare.storageChanges).toEqual(['read_only'])
    bare.readOnly = false
    bare.outbox.discard(action?.id ?? '', '')
    expect(bare.storageChanges).toEqual(['read_only', null])
  })

  it('what has happened is kept until it can be recorded, and nothing overtakes it', async () => {
    const bare = open()
    bare.courier.answerSend = () => {
      bare.readOnly = true
      return Promise.resolve(accepted)
    }
    bare.outbox.capture(stackId, [configure(thing, 60), configure(thing, 120)])
    await bare.pass(60_000)
    expect(bare.states()).toEqual(['sending', 'pending'])
    expect(bare.actions()[0]?.waits).toBe('cannot_record')
    expect(bare.courier.sent).toHaveLength(1)
    bare.courier.answerSend = () => Promise.resolve(accepted)
    bare.readOnly = false
    await bare.pass(10_000)
    expect(bare.states()).toEqual(['done', 'done'])
    expect(bare.courier.sent).toHaveLength(2)
  })

  it('what has ended is recorded before what waited for it is sent, whatever is tried first', async () => {
    const bare = open()
    bare.outbox.setGate(stackId, 'offline')
    bare.outbox.capture(stackId, [configure(thing, 60), configure(thing, 120)])
    const { promise: answer, resolve } = Promise.withResolvers<SendOutcome>()
    bare.courier.answerSend = () => answer
    bare.outbox.setGate(stackId, 'open')
    await bare.pass(0)
    bare.readOnly = true
    // The disk is looked at again one second before the end of the attempt would be tried again.
    expect(problemOf(() => bare.outbox.capture(stackId, [configure(otherThing, 60)]))).toBe('read_only')
    await bare.pass(1_000)
    resolve(accepted)
    await bare.pass(0)
    const seen: string[][] = []
    bare.courier.answerSend = () => {
      seen.push(bare.states())
      return Promise.resolve(accepted)
    }
    bare.readOnly = false
    await bare.pass(1_000)
    expect(seen).toEqual([['done', 'sending']])
    expect(bare.states()).toEqual(['done', 'done'])
  })

  it('a decision is refused and changes nothing', async () => {
    const bare = open()
    bare.outbox.setGate(stackId, 'offline')
    const [action] = bare.outbox.capture(stackId, [configure(thing, 60)])
    bare.readOnly = true
    expect(problemOf(() => bare.outbox.discard(action?.id ?? '', 'mistake'))).toBe('read_only')
    bare.readOnly = false
    bare.outbox.setGate(stackId, 'open')
    await bare.pass(10_000)
    expect(bare.actions()).toMatchObject([{ state: 'done', discardReason: null }])
  })

  it('nothing is looked at any more once the app ends', async () => {
    const bare = open()
    bare.readOnly = true
    expect(problemOf(() => bare.outbox.capture(stackId, [configure(thing, 60)]))).toBe('read_only')
    await bare.outbox.stop(0)
    bare.readOnly = false
    await bare.pass(10_000)
    expect(bare.storageChanges).toEqual(['read_only'])
  })

  it('the app opens all the same, and looks up later what it was cut off in', async () => {
    const folder = tempFolder()
    const first = new BareOutbox(folder)
    first.courier.answerSend = () => new Promise<SendOutcome>(() => undefined)
    first.outbox.setGate(stackId, 'open')
    first.outbox.capture(stackId, [configure(thing, 60)])
    await first.pass(0)
    const second = new BareOutbox(folder)
    second.courier.answerLook = ({ transactionId }) =>
      Promise.resolve({
        type: 'seen',
        httpStatus: 200,
        facts: { type: 'commands', transactionIds: [transactionId ?? 0], complete: true }
      })
    second.readOnly = true
    second.outbox.start()
    second.outbox.setGate(stackId, 'open')
    await second.pass(10_000)
    expect(second.problems).toContain('interrupted attempts could not be recorded yet')
    expect([second.states(), second.courier.looked, second.courier.sent]).toEqual([['sending'], [], []])
    second.readOnly = false
    await second.pass(10_000)
    expect(second.actions()).toMatchObject([{ state: 'done', receipt: { by: 'read_back' } }])
    expect(second.outbox.attempts(second.actions()[0]?.id ?? '').map(({ outcome }) => outcome)).toEqual([
      'interrupted',
      'found'
    ])
    expect(second.courier.sent).toEqual([])
  })
})

describe('an action that can no longer be read', () => {
  it('holds up neither its lane nor the others', async () => {
    const folder = tempFolder()
    const before = new BareOutbox(folder)
    before.outbox.capture(stackId, [configure(thing, 60), configure(thing, 120), configure(otherThing, 60)])
    const bare = new BareOutbox(folder)
    bare.outbox.start()
    // What it takes up at the start is kept in memory, until a write fails: then a row is read when its turn comes.
    before.db.exec("UPDATE actions SET receipt = '{' WHERE seq = 1")
    bare.db.exec('PRAGMA query_only = ON')
    expect(() => bare.outbox.capture(stackId, [configure(thing, 180)])).toThrow()
    bare.db.exec('PRAGMA query_only = OFF')
    bare.outbox.setGate(stackId, 'open')
    await bare.pass(defaultPolicy.backoffFirst)
    expect(bare.actions().map(({ seq, state }) => [seq, state])).toEqual([
      [2, 'done'],
      [3, 'done']
    ])
    expect(bare.outbox.stacksWithOpenActions()).toEqual([])
  })
})

describe('a bug elsewhere', () => {
  it('in a listener makes nothing unsaved that is saved, and stops nothing', async () => {
    const problems: string[] = []
    const bare = new BareOutbox(tempFolder(), {
      onChanged: () => {
        throw new Error('a listener with a bug')
      },
      onProblem: (what) => problems.push(what)
    })
    bare.outbox.setGate(stackId, 'open')
    expect(bare.outbox.capture(stackId, [configure(thing, 60)])).toHaveLength(1)
    await bare.pass(0)
    expect(bare.states()).toEqual(['done'])
    expect(problems[0]).toBe('nobody could be told that action 1 has changed')
  })

  it('in the courier costs no action its true state: it is looked up', async () => {
    const bare = open()
    bare.courier.answerSend = () => Promise.reject(new Error('a courier with a bug'))
    bare.courier.answerLook = () =>
      Promise.resolve({
        type: 'seen',
        httpStatus: 200,
        facts: { type: 'commands', transactionIds: [], complete: true }
      })
    bare.outbox.capture(stackId, [configure(thing, 60)])
    await bare.pass(0)
    expect(bare.actions()).toMatchObject([{ state: 'unknown', lastAttempt: { words: 'a courier with a bug' } }])
    bare.courier.answerSend = () => Promise.resolve(accepted)
    await bare.pass(60_000)
    expect(bare.states()).toEqual(['done'])
  })

  it('in the middle of an attempt loses neither the lane nor the truth: it counts as interrupted', async () => {
    const bare = open()
    bare.courier.answerSend = () => Promise.resolve({ type: 'busy', httpStatus: 429, retryAfterMs: null, words: null })
    bare.courier.answerLook = ({ transactionId }) =>
      Promise.resolve({
        type: 'seen',
        httpStatus: 200,
        facts: { type: 'commands', transactionIds: [transactionId ?? 0], complete: true }
      })
    bare.clock.chance = () => {
      throw new Error('chance with a bug')
    }
    bare.outbox.capture(stackId, [configure(thing, 60)])
    await bare.pass(0)
    expect(bare.problems).toEqual(['action 1 could not be tried'])
    bare.clock.chance = () => 0.5
    await bare.pass(300_000)
    expect(bare.actions()).toMatchObject([{ state: 'done', receipt: { by: 'read_back' } }])
    expect(bare.courier.sent).toHaveLength(1)
  })
})
