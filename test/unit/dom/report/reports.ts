import * as fc from 'fast-check'
import { actionStates, choices, needReasons, type Action } from '@shared/domain/action'
import {
  deedKinds,
  entryStates,
  scanFlags,
  scanWays,
  syncStates,
  type ShownThing,
  type ShownVisit
} from '@shared/domain/visit'
import type { ReportedThing } from '@shared/ipc/visitChannels'
import type { Gathered } from '@/report/reportContent'
import { stackId } from '../install/fixtures'

export const counts = { things: 0, needYou: 0, waiting: 0, confirmed: 0, heard: 0, silent: 0, alerting: 0 }

export const visitOf = (change: Partial<ShownVisit> = {}): ShownVisit => ({
  id: '9b2f2f0a-12a4-4c0f-8a39-5a1b9d0c7e22',
  stackId,
  stackName: 'Demo',
  site: 'Harbour house',
  installer: 'Aino',
  startedAt: Date.UTC(2026, 10, 25, 9),
  endedAt: null,
  note: '',
  plan: null,
  counts,
  ...change
})

export const thingOf = (change: Partial<ShownThing> = {}): ShownThing => ({
  no: 1,
  tuid: 'TSPD04ESY93100802',
  via: 'scanner',
  addedAt: Date.UTC(2026, 10, 25, 9, 5),
  state: 'taken',
  flags: [],
  plan: null,
  place: { floor: '', room: '', text: '' },
  note: '',
  photos: [],
  deeds: [],
  arrival: null,
  sync: 'none',
  ...change
})

export const actionOf = (seq: number, change: Partial<Action> = {}): Action => ({
  id: `9b2f2f0a-12a4-4c0f-8a39-${String(seq).padStart(12, '0')}`,
  seq,
  stackId,
  intent: { type: 'status', tuid: 'TSPD04ESY93100802', status: 'installed' },
  transactionId: null,
  base: { value: null, since: null, asOf: null, after: null },
  capturedAt: Date.UTC(2026, 10, 25, 9, 5),
  state: 'pending',
  notBefore: null,
  waits: null,
  attemptCount: 0,
  lastAttempt: null,
  need: null,
  receipt: null,
  discardReason: null,
  ...change
})

/** Whole milliseconds of the years that an installer lives to see, summer and winter. */
const instant = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) })
/** With what breaks tables: quotes, separators, line breaks, formulas, letters of all the world. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    '=1+1',
    '-2',
    '@x',
    '"',
    ';',
    ',',
    'a"b;c,d',
    'two\nlines',
    'x\r\ny',
    'Ääkkönen',
    'Щука',
    '👷🏽‍♀️',
    "'"
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 })
)
const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary)

function anyAction(seq: number, tuid: string): fc.Arbitrary<Action> {
  const intent: fc.Arbitrary<Action['intent']> = fc.oneof(
    fc.constantFrom('installed', 'retired').map((status) => ({ type: 'status', tuid, status }) as const),
    text.map((groupId) => ({ type: 'group', tuid, groupId }) as const),
    fc
      .integer()
      .map(
        (since) => ({ type: 'command', tuid, commands: [{ tsmId: 1500, tsmEv: 30, parameters: { since } }] }) as const
      )
      .map(({ commands: [command], ...rest }) => ({ ...rest, commands: [command] }))
  )
  return fc
    .record({
      intent,
      state: fc.constantFrom(...actionStates),
      capturedAt: instant,
      attemptCount: fc.nat(9),
      receipt: nullable(
        fc.record({ at: instant, by: fc.constantFrom('answer', 'read_back', 'person'), responsible: nullable(text) })
      ),
      need: nullable(
        fc.record({
          reason: fc.constantFrom(...needReasons),
          serverShows: nullable(text),
          serverShowsSince: nullable(instant),
          serverShowsBy: nullable(text),
          choices: fc.subarray([...choices])
        })
      ),
      discardReason: nullable(text)
    })
    .map((change) => actionOf(seq, change))
}

function anyThing(no: number): fc.Arbitrary<ReportedThing> {
  const tuid = `TSPD04ESY${String(93_100_000 + no)}`
  const seq = (place: number): number => no * 10 + place
  return fc
    .tuple(
      fc.record({
        via: nullable(fc.constantFrom(...scanWays)),
        addedAt: instant,
        state: fc.constantFrom(...entryStates),
        sync: fc.constantFrom(...syncStates),
        flags: fc.array(fc.record({ kind: fc.constantFrom(...scanFlags), shows: nullable(text) }), { maxLength: 2 }),
        place: fc.record({ floor: text, room: text, text }),
        note: text,
        arrival: nullable(
          fc.record({
            since: instant,
            heardAt: nullable(instant),
            askedAt: nullable(instant),
            alerts: fc.array(text, { maxLength: 2 })
          })
        )
      }),
      fc.array(
        fc.record({
          kind: fc.constantFrom(...deedKinds),
          at: instant,
          partner: nullable(fc.constant('TSPD04ESY93100999')),
          reason: text,
          count: fc.nat(2)
        }),
        { maxLength: 3 }
      ),
      fc.tuple(...Array.from({ length: 6 }, (_, place) => nullable(anyAction(seq(place), tuid))))
    )
    .map(([thing, planned, actions]) => {
      let taken = 0
      const deeds = planned.map(({ count, ...deed }) => ({
        ...deed,
        actions: Array.from({ length: count }, () => seq(taken++))
      }))
      return {
        thing: thingOf({ ...thing, no, tuid, deeds }),
        actions: actions.slice(0, taken).filter((action) => action !== null)
      }
    })
}

/** Visits of all sorts, also with things whose actions are gone. */
export const anyGathered: fc.Arbitrary<Gathered> = fc
  .tuple(
    fc.record({
      site: text,
      stackName: text,
      installer: text,
      note: text,
      startedAt: instant,
      endedAt: nullable(instant)
    }),
    fc.nat(6),
    fc.nat(2)
  )
  .chain(([words, count, unreadable]) =>
    fc
      .tuple(...Array.from({ length: count }, (_, index) => anyThing(index + 1)))
      .map((things) => ({ visit: visitOf(words), things, unreadable }))
  )
