import { describe, expect, test } from 'vitest'
import type { Action } from '@shared/domain/action'
import type { CommandRecord, ThingMessage } from '@shared/domain/thing'
import { commandRows, type KnownAnswers } from '@/thing/commands/commandRows'
import { actionOf, now, tuid } from '../install/fixtures'

const minute = 60_000
const hour = 60 * minute

const record = (change: Partial<CommandRecord> = {}): CommandRecord => ({
  tsmId: 1500,
  tsmEv: 30,
  at: now - hour,
  responsible: 'anna',
  transactionId: 4711,
  fields: { reportInterval: 60 },
  ...change
})

const ours = (change: Partial<Action> = {}): Action =>
  actionOf(
    { type: 'command', tuid, commands: [{ tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 60 } }] },
    { transactionId: 4711, ...change }
  )
const confirmedAt = (at: number, change: Partial<Action> = {}) =>
  ours({ state: 'done', receipt: { at, by: 'answer', responsible: 'me' }, ...change })

const message = (fields: Record<string, unknown>, change: Partial<ThingMessage> = {}): ThingMessage => ({
  key: 'k',
  tsmId: 1500,
  tsmEv: 31,
  at: now - minute,
  gatewayTuid: null,
  groupId: null,
  fields,
  ...change
})

const readNow = (...items: CommandRecord[]) => ({ value: { items, unreadable: 0 }, asOf: now })
const all = (...messages: ThingMessage[]): KnownAnswers => ({
  found: { messages, looked: { from: 0, at: now } },
  kept: []
})
const nothingRead: KnownAnswers = { found: null, kept: [] }
const remembered = (...messages: ThingMessage[]): KnownAnswers => ({ found: { messages, looked: null }, kept: [] })

describe('the commands of a thing', () => {
  test('are told newest first, those without a time last, and each with its values by name', () => {
    const { history } = commandRows(
      readNow(
        record({ at: null, transactionId: 1 }),
        record({ at: 1, transactionId: 2 }),
        record({ transactionId: 3 })
      ),
      [],
      all(),
      now
    )
    expect(history.map(({ at }) => at)).toEqual([now - hour, 1, null])
    expect(history[0]).toMatchObject({
      by: 'anna',
      action: null,
      fields: [{ name: 'reportInterval', known: true, value: 60, unit: 's' }]
    })
  })

  test('that are ours are told once, by what the server and this laptop know of them', () => {
    const action = confirmedAt(now - hour)
    const { here, history } = commandRows(readNow(record()), [action], all(), now)
    expect(here).toEqual([])
    expect(history).toMatchObject([{ by: 'anna', action: { id: action.id } }])
  })

  test.each<[string, Partial<CommandRecord>]>([
    ['another transaction number', { transactionId: 4712 }],
    ['no transaction number', { transactionId: null }],
    ['another kind', { tsmId: 1501 }]
  ])('are not ours with %s', (_, change) => {
    const { here, history } = commandRows(readNow(record(change)), [ours()], all(), now)
    expect(here).toHaveLength(1)
    expect(history).toMatchObject([{ action: null }])
  })

  test.each<[string, Action, 'here' | 'history' | 'nowhere']>([
    ['waits in the queue', ours(), 'here'],
    ['is on its way', ours({ state: 'sending' }), 'here'],
    ['may have arrived', ours({ state: 'unknown' }), 'here'],
    ['needs a person', ours({ state: 'needs_you' }), 'here'],
    ['was accepted after the history was read', confirmedAt(now + minute), 'here'],
    ['was accepted so shortly before that it may be missing', confirmedAt(now - minute / 2), 'here'],
    ['was accepted long before', confirmedAt(now - hour), 'history'],
    ['was settled by a person', ours({ state: 'done' }), 'history'],
    ['was given up', ours({ state: 'discarded' }), 'nowhere'],
    ['is of another sort', actionOf({ type: 'status', tuid, status: 'new' }), 'nowhere']
  ])('one that %s and is not in the history is told in the right place', (_, action, place) => {
    const rows = commandRows(readNow(), [action], all(), now)
    expect(rows.here).toHaveLength(place === 'here' ? 1 : 0)
    expect(rows.history).toHaveLength(place === 'history' ? 1 : 0)
  })

  test.each([null, { value: null, asOf: null }])(
    'are those of this laptop where the history is not known',
    (history) => {
      const rows = commandRows(history, [confirmedAt(now - hour), ours()], nothingRead, now)
      expect(rows.here).toHaveLength(2)
      expect(rows.history).toEqual([])
    }
  )
})

describe('the answer of the thing', () => {
  const found = message({ transactionId: 4711, reportInterval: 300 })
  const kept = (answer: ThingMessage | null, lookedAt = now) => ({ transactionId: 4711, lookedAt, answer })

  test.each<[string, CommandRecord, KnownAnswers, string | undefined]>([
    ['is not told before it was looked for', record(), nothingRead, undefined],
    ['cannot be recognised without a transaction number', record({ transactionId: null }), all(found), undefined],
    ['is found by the transaction number, whoever sent the command', record(), all(found), 'answered'],
    ['to another command is none', record({ transactionId: 1 }), all(found), 'silent'],
    ['may come at any moment', record({ at: now - minute }), all(), 'waiting'],
    ['is not there after five minutes', record({ at: now - 5 * minute }), all(), 'silent'],
    ['is not expected any more after a day', record({ at: now - 24 * hour }), all(), 'unanswered'],
    ['is not denied where not all could be read', record(), remembered(), 'not_known'],
    [
      'is not denied before the oldest that was read',
      record(),
      { found: { messages: [], looked: { from: now, at: now } }, kept: [] },
      'not_known'
    ],
    ['that was kept here is told', record(), remembered(found), 'answered']
  ])('%s', (_, command, answers, state) => {
    const [row] = commandRows(readNow(command), [], answers, now).history
    expect(row?.answer?.state).toBe(state)
  })

  test.each<[string, KnownAnswers, object | null]>([
    ['is told without a connection', { found: null, kept: [kept(found)] }, { state: 'answered' }],
    [
      'was not there when last looked for',
      { ...remembered(), kept: [kept(null, now - minute)] },
      { state: 'silent', lookedAt: now - minute }
    ],
    ['is looked for by whoever looked last', { ...all(), kept: [kept(null, now - minute)] }, { lookedAt: now }],
    ['is not known before anybody looked', remembered(), { state: 'not_known' }],
    ['to somebody else’s command is none', { found: null, kept: [{ ...kept(found), transactionId: 1 }] }, null]
  ])('to one of ours, kept here: %s', (_, known, answer) => {
    const [row] = commandRows(readNow(record()), [confirmedAt(now - hour)], known, now).history
    if (answer === null) expect(row?.answer).toBeNull()
    else expect(row?.answer).toMatchObject(answer)
  })

  test('tells what was asked for and applied differently', () => {
    const [row] = commandRows(readNow(record()), [], all(found), now).history
    expect(row?.answer).toMatchObject({ differences: [{ asked: { value: 60 }, applied: { value: 300 } }] })
  })
})
