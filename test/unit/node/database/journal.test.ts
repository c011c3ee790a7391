import { describe, expect, it } from 'vitest'
import type { ActionState, Attempt, Intent } from '@shared/domain/action'
import { largestTransactionId } from '@shared/domain/command'
import type { SqliteJournal } from '../../../../src/main/adapters/database/sqliteJournal'
import { noBelief } from '../../../../src/main/outbox/beliefs'
import { TransactionNumbers } from '../../../../src/main/outbox/transactionNumbers'
import { newborn, type Life } from '../../../../src/main/outbox/stateMachine'
import { startOfTest } from '../laptop/manualClock'
import { problemOf } from '../laptop/problemKind'
import {
  command,
  entriesOf,
  entry,
  installed,
  openJournal,
  otherStackId,
  otherTuid,
  stackId,
  tuid
} from './journalFixture'

const threeCommands: Intent = {
  type: 'command',
  tuid,
  commands: ([1500, 13200, 1501] as const).map((tsmId) => ({ tsmId, tsmEv: 30, parameters: {} }))
}

const life = (state: ActionState, more: Partial<Life> = {}): Life => ({ ...newborn, state, ...more })

describe('capturing', () => {
  it('gives numbers in order and keeps everything as it was given', () => {
    const { journal } = openJournal()
    const wanted = [installed(), command(42, { base: { value: 'x', since: 1, asOf: 2, after: null } })]
    const entries = journal.capture(wanted)
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2])
    for (const [index, each] of wanted.entries()) {
      const { id, intent, transactionId, base, capturedAt } = each
      const kept = { id, stackId, intent, transactionId, base, capturedAt }
      expect(entries[index]).toMatchObject({ ...kept, life: newborn, attemptCount: 0, receipt: null })
      expect(journal.bySeq(index + 1)).toEqual(entries[index])
      expect(journal.byId(each.id)).toEqual(entries[index])
    }
  })

  it('writes all or none', () => {
    const { db, journal } = openJournal()
    journal.capture([command(42)])
    expect(problemOf(() => journal.capture([installed(), command(43), command(42)]))).toBe('not_saved')
    expect(entriesOf({ db, journal })).toHaveLength(1)
    expect(journal.capture([installed()])[0]?.seq).toBe(2)
  })

  it('ties an entry to the one before it in the same capture whose target it builds on', () => {
    const { journal } = openJournal()
    journal.capture([installed(otherTuid)])
    const [, second] = journal.capture([installed(), installed(tuid, { buildsOn: 0 })])
    expect(second?.base.after).toBe(2)
    expect(journal.bySeq(3)?.base.after).toBe(2)
  })

  it('never gives a number twice, not even after a removal of the newest', () => {
    const { journal, db } = openJournal()
    journal.capture([installed(), installed()])
    db.exec('DELETE FROM actions WHERE seq = 2')
    expect(journal.capture([installed()])[0]?.seq).toBe(3)
  })

  it('gives no transaction id twice, not even to so many in one capture that chance would', { timeout: 60_000 }, () => {
    const { journal } = openJournal()
    const many = 150_000
    const ids = new Set(Array.from({ length: many }, () => journal.nextTransactionIds(stackId, 1)))
    expect(ids.size).toBe(many)
  })

  it('gives every command of a stack a transaction id of its own', () => {
    const { journal } = openJournal()
    const ids = new Set<number>()
    for (let i = 0; i < 200; i++) {
      const id = journal.nextTransactionIds(stackId, 1)
      journal.capture([command(id)])
      expect(Number.isInteger(id) && id > 0 && id <= 2_147_483_647).toBe(true)
      ids.add(id)
    }
    expect(ids.size).toBe(200)
    // Two stacks are two servers: the same number is no collision there.
    expect(() => journal.capture([command([...ids][0] ?? 0, { stackId: otherStackId })])).not.toThrow()
  })
})

describe('numbers for several commands of one action', () => {
  it('count on from the one on record, and no other action is given any of them', () => {
    const { journal } = openJournal()
    const first = journal.nextTransactionIds(stackId, 3)
    journal.capture([entry(threeCommands, { transactionId: first })])
    const near = new Set(Array.from({ length: 500 }, () => journal.nextTransactionIds(stackId, 3)))
    const taken = [first, first + 1, first + 2]
    for (const next of near) expect([next, next + 1, next + 2].some((id) => taken.includes(id))).toBe(false)
    for (const next of near) expect(next + 2).toBeLessThanOrEqual(largestTransactionId)
  })

  it('are kept apart from those of the same capture, which are not on record yet', () => {
    const given = [100, 101, 102, 103, 101, 106]
    const numbers = new TransactionNumbers(() => given.shift() ?? NaN)
    expect([numbers.take(3), numbers.take(1), numbers.take(3)]).toEqual([100, 103, 106])
  })
})

describe('what has arrived of several commands', () => {
  it('is on record until the rest has', () => {
    const { journal, folder } = openJournal()
    const [saved] = journal.capture([entry(threeCommands, { transactionId: 42 })])
    const life = { ...newborn, state: 'pending', arrived: [42, 44] } as const
    journal.apply([{ seq: saved?.seq ?? 0, life }])
    const again = openJournal(folder).journal
    expect(again.bySeq(saved?.seq ?? 0)?.life).toEqual(life)
    expect(again.openEntries(stackId, 0, 10).entries[0]?.life).toEqual(life)
  })
})

describe('changing', () => {
  it('records the start and the end of attempts, and what they caused', () => {
    const { journal } = openJournal()
    const [before] = journal.capture([installed()])
    const base = { value: 'new', since: 1, asOf: 2, after: null }
    const startAttempt = { kind: 'send', startedAt: startOfTest + 1 } as const
    journal.apply([{ seq: 1, life: life('sending'), base, startAttempt, firstSentAt: startOfTest + 1 }])
    const started: Attempt = { ...startAttempt, endedAt: null, outcome: null, httpStatus: null, words: null }
    expect(journal.bySeq(1)).toEqual({
      ...before,
      life: life('sending'),
      base,
      firstSentAt: startOfTest + 1,
      attemptCount: 1,
      lastAttempt: started
    })
    const endAttempt = { endedAt: startOfTest + 2, outcome: 'unknown', httpStatus: 500, words: 'Oh dear' } as const
    const unknown = life('unknown', { notBefore: startOfTest + 3, mayStillHappenUntil: startOfTest + 4 })
    journal.apply([{ seq: 1, life: unknown, failures: 1, endAttempt }])
    expect(journal.bySeq(1)).toMatchObject({ life: unknown, failures: 1, lastAttempt: { ...started, ...endAttempt } })
    const look = { kind: 'look', startedAt: startOfTest + 5 } as const
    const found = { endedAt: startOfTest + 6, outcome: 'found', httpStatus: 200, words: null } as const
    const receipt = { at: startOfTest + 6, by: 'read_back', responsible: 'aino' } as const
    journal.apply([{ seq: 1, life: life('done'), failures: 0, receipt, startAttempt: look, endAttempt: found }])
    expect(journal.bySeq(1)).toMatchObject({ life: life('done'), receipt, attemptCount: 1, failures: 0 })
    expect(journal.attempts(1)).toEqual([
      { ...started, ...endAttempt },
      { ...look, ...found }
    ])
  })

  it('shows an attempt that is under way, and once only, whatever an earlier version has left of it', () => {
    const { journal, db } = openJournal()
    journal.capture([installed()])
    const startAttempt = { kind: 'send', startedAt: startOfTest } as const
    const started: Attempt = { ...startAttempt, endedAt: null, outcome: null, httpStatus: null, words: null }
    db.prepare('INSERT INTO attempts (seq, attempt) VALUES (1, ?)').run(JSON.stringify(started))
    journal.apply([{ seq: 1, life: life('sending'), startAttempt }])
    expect(journal.attempts(1)).toEqual([started])
    const end = { endedAt: startOfTest + 1, outcome: 'interrupted', httpStatus: null, words: null } as const
    journal.apply([{ seq: 1, life: life('unknown'), endAttempt: end }])
    expect(journal.attempts(1)).toEqual([{ ...started, ...end }])
  })

  it('leaves what a change does not name', () => {
    const { journal } = openJournal()
    journal.capture([installed()])
    const receipt = { at: 5, by: 'person', responsible: null } as const
    journal.apply([{ seq: 1, life: life('done'), failures: 3, receipt, discardReason: 'why', firstSentAt: 9 }])
    const before = journal.bySeq(1)
    journal.apply([{ seq: 1, life: life('done') }])
    expect(journal.bySeq(1)).toEqual(before)
    journal.apply([{ seq: 1, life: life('done'), firstSentAt: null }])
    expect(journal.bySeq(1)?.firstSentAt).toBeNull()
  })

  it('writes all changes of a call or none', () => {
    const { journal } = openJournal()
    journal.capture([installed()])
    expect(() =>
      journal.apply([
        { seq: 1, life: life('discarded') },
        { seq: 7, life: life('done') }
      ])
    ).toThrow(expect.objectContaining({ problem: expect.objectContaining({ kind: 'internal' }) as unknown }))
    expect(journal.bySeq(1)?.life.state).toBe('pending')
  })
})

describe('reading', () => {
  function filled() {
    const { journal } = openJournal()
    journal.capture([
      installed(),
      installed(otherTuid),
      command(1),
      installed(tuid, { stackId: otherStackId }),
      entry({ type: 'group_create', groupId: 'a', description: null })
    ])
    const states: ActionState[] = ['done', 'needs_you', 'unknown', 'pending', 'sending']
    journal.apply(states.map((state, index) => ({ seq: index + 1, life: life(state) })))
    return journal
  }

  it('counts what is open, by what it waits for', () => {
    const journal = filled()
    expect(journal.countOpen(stackId)).toEqual({ waiting: 2, sending: 1, needsYou: 1 })
    expect(journal.countOpen(otherStackId)).toEqual({ waiting: 1, sending: 0, needsYou: 0 })
  })

  it('finds what is open of a stack, oldest first', () => {
    const journal = filled()
    expect(journal.openEntries(stackId, 0, 100)).toMatchObject({
      entries: [
        { seq: 2, intent: installed(otherTuid).intent, base: noBelief, life: life('needs_you') },
        { seq: 3, intent: command(1).intent, base: noBelief, life: life('unknown') },
        { seq: 5, life: life('sending') }
      ],
      next: null
    })
    expect(journal.openEntries(otherStackId, 0, 100).entries).toMatchObject([{ seq: 4, life: life('pending') }])
    expect(journal.stacksWithOpen().toSorted()).toEqual([stackId, otherStackId])
    expect(journal.sending().map(({ seq }) => seq)).toEqual([5])
  })

  it('finds what has renamed or deleted a group, or may have', () => {
    const { journal } = openJournal()
    journal.capture([
      entry({ type: 'group_rename', groupId: 'a', newGroupId: 'b' }),
      entry({ type: 'group_rename', groupId: 'b', newGroupId: 'a' }),
      entry({ type: 'group_delete', groupId: 'a' }),
      entry({ type: 'group_delete', groupId: 'a' }),
      entry({ type: 'group_create', groupId: 'a', description: null }),
      entry({ type: 'group_delete', groupId: 'a' }, { stackId: otherStackId }),
      entry({ type: 'group_delete', groupId: 'a' }),
      entry({ type: 'group_delete', groupId: 'a' }),
      entry({ type: 'group_delete', groupId: 'a' })
    ])
    const states: ActionState[] = ['done', 'done', 'done', 'discarded', 'done', 'done']
    journal.apply(states.map((state, index) => ({ seq: index + 1, life: life(state) })))
    journal.apply([
      { seq: 8, life: life('discarded'), firstSentAt: 1 },
      { seq: 7, life: life('unknown'), firstSentAt: 1 }
    ])
    expect(journal.sentEndsOfGroup(stackId, 'a').map(({ seq }) => seq)).toEqual([1, 3, 7, 8])
  })

  it('gives out what is open page by page, until there is no more', () => {
    const journal = filled()
    const pages: number[][] = []
    for (let after: number | null = 0; after !== null;) {
      const { entries, next } = journal.openEntries(stackId, after, 1)
      pages.push(entries.map(({ seq }) => seq))
      after = next
    }
    expect(pages).toEqual([[2], [3], [5], []])
  })

  it('keeps its counts true through captures, changes and what could not be written', () => {
    const { journal, db } = openJournal()
    const counted = () => journal.countOpen(stackId)
    expect(counted()).toEqual({ waiting: 0, sending: 0, needsYou: 0 })
    journal.capture([installed(), installed(), installed()])
    journal.apply([
      { seq: 1, life: life('sending') },
      { seq: 2, life: life('needs_you') }
    ])
    expect(counted()).toEqual({ waiting: 2, sending: 1, needsYou: 1 })
    db.exec('PRAGMA query_only = ON')
    expect(() => journal.apply([{ seq: 1, life: life('done') }])).toThrow()
    expect(() => journal.capture([installed()])).toThrow()
    expect([counted(), journal.bySeq(1)?.life.state]).toEqual([{ waiting: 2, sending: 1, needsYou: 1 }, 'sending'])
    db.exec('PRAGMA query_only = OFF')
    journal.apply([1, 2, 3].map((seq) => ({ seq, life: life('discarded') })))
    expect(counted()).toEqual({ waiting: 0, sending: 0, needsYou: 0 })
  })

  it('finds the latest of a kind about a thing that was not discarded', () => {
    const { journal } = openJournal()
    journal.capture([installed(), installed(), installed(), command(1), installed(otherTuid)])
    expect(journal.latestOfThing(stackId, tuid, 'status')?.seq).toBe(3)
    journal.apply([{ seq: 3, life: life('discarded') }])
    journal.apply([{ seq: 2, life: life('done') }])
    expect(journal.latestOfThing(stackId, tuid, 'status')?.seq).toBe(2)
    expect(journal.latestOfThing(stackId, tuid, 'command')?.seq).toBe(4)
    expect(journal.latestOfThing(stackId, tuid, 'group')).toBeNull()
    expect(journal.newestDoneOfThing(stackId, tuid, 'status')).toBe(2)
    expect(journal.newestDoneOfThing(stackId, tuid, 'command')).toBe(0)
    expect(journal.newestDoneOfThing(otherStackId, tuid, 'status')).toBe(0)
    expect(journal.latestOfThing(otherStackId, tuid, 'status')).toBeNull()
  })

  it('finds what is open about groups as such', () => {
    const journal = filled()
    journal.capture([entry({ type: 'group_delete', groupId: 'b' })])
    journal.capture([entry({ type: 'group', tuid, groupId: 'b' })])
    expect(journal.openOfGroups(stackId).map(({ intent }) => intent.type)).toEqual(['group_create', 'group_delete'])
  })

  it('knows nothing of what was never captured', () => {
    const { journal } = openJournal()
    expect([journal.bySeq(1), journal.byId('nobody'), journal.attempts(1)]).toEqual([null, null, []])
  })
})

describe('statuses that were settled', () => {
  const settle = (journal: SqliteJournal, seq: number, at: number, state: ActionState = 'done') =>
    journal.apply([{ seq, life: life(state), receipt: { at, by: 'answer', responsible: null } }])
  const day = startOfTest

  it('are told since an instant, the newest action first, of one stack', () => {
    const { journal } = openJournal()
    const removed = entry({ type: 'status', tuid, status: 'uninstalled' })
    journal.capture([installed(), installed(otherTuid), removed, command(7), installed(), installed(tuid)])
    journal.capture([installed(tuid, { stackId: otherStackId })])
    settle(journal, 1, day - 1)
    settle(journal, 2, day)
    settle(journal, 3, day + 1)
    settle(journal, 4, day + 1)
    settle(journal, 5, day + 2, 'discarded')
    settle(journal, 7, day + 3)
    expect(journal.statusesDone(stackId, day, 100)).toEqual([
      { tuid, status: 'uninstalled', at: day + 1 },
      { tuid: otherTuid, status: 'installed', at: day }
    ])
  })

  it('are looked for among the newest actions alone', () => {
    const { journal } = openJournal()
    journal.capture([installed(), installed(otherTuid), command(7)])
    settle(journal, 1, day)
    settle(journal, 2, day)
    expect(journal.statusesDone(stackId, day, 2).map((each) => each.tuid)).toEqual([otherTuid])
  })

  it('that are damaged are left out and stop nothing', () => {
    const { journal, db } = openJournal()
    journal.capture([installed(), installed(), installed(), installed(otherTuid), installed()])
    for (const seq of [1, 2, 3, 4, 5]) settle(journal, seq, day)
    db.exec("UPDATE actions SET receipt = '{torn' WHERE seq = 1")
    db.exec(`UPDATE actions SET receipt = '{"at":"noon"}' WHERE seq = 2`)
    db.exec('UPDATE actions SET receipt = NULL WHERE seq = 3')
    db.exec("UPDATE actions SET intent = 'torn' WHERE seq = 4")
    expect(journal.statusesDone(stackId, day, 100)).toEqual([{ tuid, status: 'installed', at: day }])
  })
})

it('finds everything again when it is opened anew', () => {
  const { journal, db, folder } = openJournal()
  journal.capture([installed(), command(42)])
  journal.apply([{ seq: 1, life: life('sending'), startAttempt: { kind: 'send', startedAt: 1 }, firstSentAt: 1 }])
  const before = entriesOf({ db, journal })
  db.close()
  const again = openJournal(folder)
  expect(again.damage).toBeNull()
  expect(entriesOf(again)).toEqual(before)
  expect(again.journal.attempts(1)).toHaveLength(1)
  expect(again.journal.capture([installed()])[0]?.seq).toBe(3)
})
