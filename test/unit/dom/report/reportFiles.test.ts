import * as fc from 'fast-check'
import { parse } from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { ReportedThing } from '@shared/ipc/visitChannels'
import { reportColumns, reportCsv } from '@/report/reportCsv'
import { reportContent, type Gathered } from '@/report/reportContent'
import { reportJson } from '@/report/reportJson'
import { actionOf, anyGathered, thingOf, visitOf } from './reports'

const madeAt = Date.UTC(2026, 10, 25, 12)

function tableOf(gathered: Gathered, delimiter: ';' | ',' = ';'): Record<string, string>[] {
  const csv = reportCsv(reportContent(gathered, madeAt), delimiter)
  const { data, errors } = parse<Record<string, string>>(csv.slice(1), {
    header: true,
    delimiter,
    skipEmptyLines: true
  })
  expect([csv.codePointAt(0), errors]).toEqual([0xfeff, []])
  return data
}

/** A cell as a spreadsheet shows it: what makes a text of a formula is no part of it. */
const unescaped = (cell: string | undefined): string => (cell ?? '').replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/u, '')
const seconds = (at: number | null | undefined): string =>
  at == null ? '' : new Date(at).toISOString().slice(0, 19).replace('T', ' ')

/** `{ utc, local }` back to milliseconds; both have to be the same moment. */
function momentsRead(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(momentsRead)
  if (typeof value !== 'object' || value === null) return value
  if ('utc' in value && 'local' in value) {
    expect(Date.parse(String(value.local))).toBe(Date.parse(String(value.utc)))
    return Date.parse(String(value.utc))
  }
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, momentsRead(held)]))
}

interface ReadReport {
  visit: unknown
  totals: { unreadable: number }
  things: { kind: unknown; result: unknown; deeds: { actions: { seq: number; action: unknown }[] }[] }[]
}

test('JSON has every thing and every field of it, as it was', () => {
  fc.assert(
    fc.property(anyGathered, (gathered) => {
      // What was written is read here as what the writer promises.
      const read = momentsRead(JSON.parse(reportJson(reportContent(gathered, madeAt)))) as ReadReport
      expect(read.visit).toEqual(gathered.visit)
      expect(read.totals.unreadable).toBe(gathered.unreadable)
      const things = read.things.map(({ kind, result, deeds, ...thing }): ReportedThing => {
        expect([kind, result]).not.toContain(undefined)
        const actions = deeds.flatMap((deed) => deed.actions.flatMap(({ action }) => action ?? []))
        const plain = deeds.map((deed) => ({ ...deed, actions: deed.actions.map(({ seq }) => seq) }))
        return { thing: { ...thing, deeds: plain }, actions } as unknown as ReportedThing
      })
      expect(things).toEqual(gathered.things)
    }),
    { numRuns: 60 }
  )
})

test('CSV has every thing and each of its actions in a row of its own, nothing mixed', () => {
  fc.assert(
    fc.property(anyGathered, fc.constantFrom(';' as const, ',' as const), (gathered, delimiter) => {
      const rows = tableOf(gathered, delimiter)
      const expected = gathered.things.flatMap(({ thing, actions }) => {
        const known = new Map(actions.map((action) => [action.seq, action]))
        const deeds = thing.deeds.length === 0 ? [null] : thing.deeds
        return deeds.flatMap((deed) => {
          const seqs = deed === null || deed.actions.length === 0 ? [null] : deed.actions
          return seqs.map((seq) => ({ thing, deed, seq, action: seq === null ? undefined : known.get(seq) }))
        })
      })
      const read = rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, unescaped(cell)]))
      )
      // Whether an apostrophe before a minus was there or was put there cannot be told: it counts for neither.
      const lines = (words: string | null | undefined): string => unescaped((words ?? '').replaceAll(/\r\n?/g, '\n'))
      expect(read).toHaveLength(Math.max(expected.length, 1))
      for (const [index, { thing, deed, seq, action }] of expected.entries()) {
        const row = Object.fromEntries(Object.entries(read[index] ?? {}).map(([name, cell]) => [name, lines(cell)]))
        expect(row).toMatchObject({
          site: lines(gathered.visit.site),
          stack: lines(gathered.visit.stackName),
          installer: lines(gathered.visit.installer),
          visit_note: lines(gathered.visit.note),
          started_utc: seconds(gathered.visit.startedAt),
          ended_utc: seconds(gathered.visit.endedAt),
          number: String(thing.no),
          tuid: thing.tuid,
          state: thing.state,
          sync: thing.sync,
          scanned_by: thing.via ?? '',
          added_utc: seconds(thing.addedAt),
          floor: lines(thing.place.floor),
          room: lines(thing.place.room),
          place: lines(thing.place.text),
          note: lines(thing.note),
          flags: thing.flags.length === 0 ? '' : JSON.stringify(thing.flags),
          heard_utc: seconds(thing.arrival?.heardAt),
          installed_since_utc: seconds(thing.arrival?.since),
          asked_utc: seconds(thing.arrival?.askedAt),
          alerts: (thing.arrival?.alerts.length ?? 0) === 0 ? '' : JSON.stringify(thing.arrival?.alerts),
          deed: deed?.kind ?? '',
          deed_utc: seconds(deed?.at),
          deed_partner: deed?.partner ?? '',
          deed_reason: lines(deed?.reason),
          action_number: seq === null ? '' : String(seq),
          action_state: action?.state ?? '',
          group: action?.intent.type === 'group' ? lines(action.intent.groupId) : '',
          status: action?.intent.type === 'status' ? action.intent.status : '',
          commands: action?.intent.type === 'command' ? JSON.stringify(action.intent.commands) : '',
          saved_utc: seconds(action?.capturedAt),
          confirmed_utc: seconds(action?.receipt?.at),
          confirmed_by: action?.receipt?.by ?? '',
          responsible: lines(action?.receipt?.responsible),
          needs_you: action?.need?.reason ?? '',
          server_shows: lines(action?.need?.serverShows),
          discard_reason: lines(action?.discardReason)
        })
      }
    }),
    { numRuns: 60 }
  )
})

describe('the table', () => {
  test('runs nothing as a formula, and says the offset of local times', () => {
    const [row] = tableOf({
      visit: visitOf({ site: '=HYPERLINK("https://evil.example")' }),
      things: [{ thing: thingOf({ note: '+358 40', state: 'left' }), actions: [] }],
      unreadable: 0
    })
    expect(row).toMatchObject({ site: `'=HYPERLINK("https://evil.example")`, note: "'+358 40", result: 'left' })
    expect(row?.['added_local']).toMatch(/^2026-11-2\d \d\d:05:00 [+-]\d\d:\d\d$/)
  })

  test('has a row for a visit without things, and for an action that is gone', () => {
    expect(tableOf({ visit: visitOf(), things: [], unreadable: 2 })).toMatchObject([
      { site: 'Harbour house', tuid: '', unreadable: '2' }
    ])
    const deeds = [{ kind: 'batch' as const, at: madeAt, partner: null, reason: '', actions: [7, 8] }]
    const rows = tableOf({
      visit: visitOf(),
      things: [{ thing: thingOf({ deeds }), actions: [actionOf(8)] }],
      unreadable: 0
    })
    expect(rows.map((row) => [row['result'], row['action_number'], row['action_result']])).toEqual([
      ['missing', '7', 'missing'],
      ['missing', '8', 'not_sent']
    ])
  })

  test('counts the photos of a thing, and tells each by the hash of its file', () => {
    const photo = { hash: 'a1'.repeat(32), type: 'image/jpeg', size: 700_000, caption: 'Door; "left"' } as const
    const [row] = tableOf({
      visit: visitOf(),
      things: [{ thing: thingOf({ photos: [{ ...photo, at: Date.UTC(2026, 10, 25, 9, 5) }] }), actions: [] }],
      unreadable: 0
    })
    expect(row?.['photo_count']).toBe('1')
    expect(JSON.parse(row?.['photos'] ?? '')).toEqual([{ ...photo, at: '2026-11-25T09:05:00.000Z' }])
  })

  test('has names of columns of its own', () => {
    expect(new Set(reportColumns).size).toBe(reportColumns.length)
  })
})
