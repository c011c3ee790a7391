import { describe, expect, it } from 'vitest'
import { SqliteJournal } from '../../../../src/main/adapters/database/sqliteJournal'
import { newborn } from '../../../../src/main/outbox/stateMachine'
import { startOfTest } from '../laptop/manualClock'
import { command, entriesOf, entry, installed, openJournal, stackId, tuid } from './journalFixture'

const attempted = (startedAt: number) => ({
  startAttempt: { kind: 'send' as const, startedAt },
  endAttempt: { endedAt: startedAt + 1, outcome: 'busy' as const, httpStatus: 429, words: null }
})

/** A journal with three actions, the second of which was tampered with. */
function spoiled(column: string, value: string) {
  const opened = openJournal()
  opened.journal.capture([installed(), command(42), installed()])
  opened.journal.apply([{ seq: 2, life: newborn, ...attempted(startOfTest) }])
  opened.db.prepare(`UPDATE actions SET ${column} = ? WHERE seq = 2`).run(value)
  const inQuarantine = (): Record<string, unknown>[] => opened.db.prepare('SELECT * FROM quarantine').all()
  // The next run of the app finds it: this one remembers what it wrote itself.
  return { ...opened, journal: new SqliteJournal(opened.db, () => startOfTest), inQuarantine }
}

describe('an action that can no longer be read', () => {
  it.each([
    ['intent', 'not JSON'],
    ['intent', '{"type":"status","tuid":"TSPR04EZU31901021","status":"exploded"}'],
    ['intent', '{"type":"teleport"}'],
    ['base', '{}'],
    ['life', '{"state":"pending"}'],
    ['last_attempt', '[]'],
    ['receipt', '{"by":"rumour"}']
  ])('because of its %s (%s) is set aside and counted, and the others go on', (column, value) => {
    const { db, journal, inQuarantine } = spoiled(column, value)
    expect(journal.countQuarantined()).toBe(0)
    expect(entriesOf({ db, journal }).map(({ seq }) => seq)).toEqual([3, 1])
    expect(journal.countQuarantined()).toBe(1)
    expect(journal.countOpen(stackId)).toEqual({ waiting: 2, sending: 0, needsYou: 0 })
    expect(inQuarantine()).toMatchObject([{ at: startOfTest, why: expect.stringMatching(/./) as unknown }])
  })

  it.each(['intent', 'base', 'life'])('because of its %s is found at the start already', (column) => {
    const { journal } = spoiled(column, '{')
    expect(journal.openEntries(stackId, 0, 10).entries.map(({ seq }) => seq)).toEqual([1, 3])
    expect(journal.countQuarantined()).toBe(1)
  })

  it('does not spoil the question what has become of a group', () => {
    const { db, journal } = openJournal()
    journal.capture([1, 2].map(() => entry({ type: 'group_delete', groupId: 'office' })))
    journal.apply([1, 2].map((seq) => ({ seq, life: newborn, firstSentAt: startOfTest })))
    db.prepare(`UPDATE actions SET intent = '{' WHERE seq = 1`).run()
    expect(journal.sentEndsOfGroup(stackId, 'office').map(({ seq }) => seq)).toEqual([2])
  })

  it('is kept with everything that was known of it', () => {
    const { journal, inQuarantine } = spoiled('intent', '{"type":"teleport"}')
    const [attempt] = journal.attempts(2)
    expect(journal.bySeq(2)).toBeNull()
    const content: unknown = JSON.parse(String(inQuarantine()[0]?.['content']))
    expect(content).toMatchObject({
      seq: 2,
      stack_id: stackId,
      tuid,
      intent: '{"type":"teleport"}',
      transaction_id: 42,
      captured_at: startOfTest,
      attempts: [JSON.stringify(attempt)]
    })
  })

  it('is no action any more: nothing can be decided about it', () => {
    const { journal } = spoiled('life', '{')
    expect(journal.bySeq(2)).toBeNull()
    expect(() => journal.apply([{ seq: 2, life: newborn }])).toThrow('no action 2')
  })

  it('does not take along what is written in the same transaction', () => {
    const { journal } = spoiled('receipt', '{')
    const wrong = [1, 2].map((seq) => ({ seq, life: { ...newborn, state: 'done' as const } }))
    expect(() => journal.apply(wrong)).toThrow('no action 2')
    expect(journal.bySeq(1)?.life.state).toBe('pending')
    expect(journal.bySeq(2)).toBeNull()
    expect(journal.countQuarantined()).toBe(1)
  })

  it('stays where it is and is counted while nothing can be written', () => {
    const { journal, db, inQuarantine } = spoiled('intent', '{')
    db.exec('PRAGMA query_only = ON')
    expect(entriesOf({ db, journal })).toHaveLength(2)
    expect(journal.openEntries(stackId, 0, 10).entries).toHaveLength(2)
    expect(journal.countQuarantined()).toBe(1)
    expect(inQuarantine()).toEqual([])
    db.exec('PRAGMA query_only = OFF')
    expect(entriesOf({ db, journal })).toHaveLength(2)
    expect(journal.countQuarantined()).toBe(1)
    expect(inQuarantine()).toHaveLength(1)
  })
})

it('an attempt that can no longer be read hides neither its action nor the other attempts', () => {
  const { journal, db } = openJournal()
  journal.capture([installed()])
  for (const startedAt of [1, 3]) journal.apply([{ seq: 1, life: newborn, ...attempted(startedAt) }])
  expect(db.prepare("UPDATE attempts SET attempt = '{' WHERE id = 1").run().changes).toBe(1)
  expect(journal.attempts(1).map(({ startedAt }) => startedAt)).toEqual([3])
  expect(journal.bySeq(1)?.attemptCount).toBe(2)
})
