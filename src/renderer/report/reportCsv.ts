import type { Intent } from '@shared/domain/action'
import { reasonCode } from '@shared/domain/discardReason'
import { byteOrderMark, csvLines, delimiterHere, utcCell as utc, type Cell } from '@/csv'
import type { ReportAction, ReportContent, ReportDeed, ReportThing } from './reportContent'
import { localCell as local, utcIso } from './reportTimes'

/** One line of the table: what there is of these. */
interface Line {
  readonly content: ReportContent
  readonly thing: ReportThing | null
  readonly deed: ReportDeed | null
  readonly action: ReportAction | null
}

type Column = (line: Line) => Cell

/** A list of things that have parts of their own; nothing where it is empty. */
const listed = (list: readonly unknown[] | undefined): Cell =>
  list === undefined || list.length === 0 ? null : JSON.stringify(list)

const intentOf = <T extends Intent['type']>({ action }: Line, type: T): Extract<Intent, { type: T }> | null => {
  const intent = action?.action?.intent
  // The type tells which of the intents it is.
  return intent?.type === type ? (intent as Extract<Intent, { type: T }>) : null
}

const reasonCell = (reason: string | null | undefined): Cell => (reason == null ? null : reasonCode(reason))

/** docs/visit-report.md says what each column holds. */
const columns: Readonly<Record<string, Column>> = {
  site: ({ content }) => content.visit.site,
  number: ({ thing }) => thing?.thing.no ?? null,
  tuid: ({ thing }) => thing?.thing.tuid ?? null,
  kind: ({ thing }) => thing?.kind ?? null,
  result: ({ thing }) => thing?.mark.kind ?? null,
  result_utc: ({ thing }) => utc(thing?.mark.at),
  result_local: ({ thing }) => local(thing?.mark.at),
  floor: ({ thing }) => thing?.thing.place.floor ?? null,
  room: ({ thing }) => thing?.thing.place.room ?? null,
  place: ({ thing }) => thing?.thing.place.text ?? null,
  note: ({ thing }) => thing?.thing.note ?? null,
  state: ({ thing }) => thing?.thing.state ?? null,
  sync: ({ thing }) => thing?.thing.sync ?? null,
  scanned_by: ({ thing }) => thing?.thing.via ?? null,
  added_utc: ({ thing }) => utc(thing?.thing.addedAt),
  added_local: ({ thing }) => local(thing?.thing.addedAt),
  flags: ({ thing }) => listed(thing?.thing.flags),
  plan: ({ thing }) => (thing?.thing.plan == null ? null : JSON.stringify(thing.thing.plan)),
  heard_utc: ({ thing }) => utc(thing?.thing.arrival?.heardAt),
  heard_local: ({ thing }) => local(thing?.thing.arrival?.heardAt),
  installed_since_utc: ({ thing }) => utc(thing?.thing.arrival?.since),
  installed_since_local: ({ thing }) => local(thing?.thing.arrival?.since),
  asked_utc: ({ thing }) => utc(thing?.thing.arrival?.askedAt),
  asked_local: ({ thing }) => local(thing?.thing.arrival?.askedAt),
  alerts: ({ thing }) => listed(thing?.thing.arrival?.alerts),
  photo_count: ({ thing }) => thing?.thing.photos.length ?? null,
  photos: ({ thing }) => listed(thing?.thing.photos.map(({ at, ...photo }) => ({ ...photo, at: utcIso(at) }))),
  deed: ({ deed }) => deed?.deed.kind ?? null,
  deed_utc: ({ deed }) => utc(deed?.deed.at),
  deed_local: ({ deed }) => local(deed?.deed.at),
  deed_partner: ({ deed }) => deed?.deed.partner ?? null,
  deed_reason: ({ deed }) => reasonCell(deed?.deed.reason),
  action_number: ({ action }) => action?.seq ?? null,
  action_id: ({ action }) => action?.action?.id ?? null,
  action_type: ({ action }) => action?.action?.intent.type ?? null,
  group: (line) => intentOf(line, 'group')?.groupId ?? null,
  status: (line) => intentOf(line, 'status')?.status ?? null,
  commands: (line) => listed(intentOf(line, 'command')?.commands),
  action_result: ({ action }) => action?.mark.kind ?? null,
  action_state: ({ action }) => action?.action?.state ?? null,
  saved_utc: ({ action }) => utc(action?.action?.capturedAt),
  saved_local: ({ action }) => local(action?.action?.capturedAt),
  sends: ({ action }) => action?.action?.attemptCount ?? null,
  confirmed_utc: ({ action }) => utc(action?.action?.receipt?.at),
  confirmed_local: ({ action }) => local(action?.action?.receipt?.at),
  confirmed_by: ({ action }) => action?.action?.receipt?.by ?? null,
  responsible: ({ action }) => action?.action?.receipt?.responsible ?? null,
  needs_you: ({ action }) => action?.action?.need?.reason ?? null,
  server_shows: ({ action }) => action?.action?.need?.serverShows ?? null,
  server_words: ({ action }) => action?.action?.lastAttempt?.words ?? null,
  discard_reason: ({ action }) => reasonCell(action?.action?.discardReason),
  visit_id: ({ content }) => content.visit.id,
  stack: ({ content }) => content.visit.stackName,
  stack_id: ({ content }) => content.visit.stackId,
  installer: ({ content }) => content.visit.installer,
  visit_note: ({ content }) => content.visit.note,
  started_utc: ({ content }) => utc(content.visit.startedAt),
  started_local: ({ content }) => local(content.visit.startedAt),
  ended_utc: ({ content }) => utc(content.visit.endedAt),
  ended_local: ({ content }) => local(content.visit.endedAt),
  unreadable: ({ content }) => content.totals.unreadable,
  made_utc: ({ content }) => utc(content.madeAt),
  made_local: ({ content }) => local(content.madeAt),
  local_time_zone: ({ content }) => content.timeZone
}

export const reportColumns: readonly string[] = Object.keys(columns)

/**
 * The report as a table for spreadsheets: one row for each action; one for a thing or a deed that has none, and one for
 * a visit without things.
 */
export function reportCsv(content: ReportContent, delimiter = delimiterHere()): string {
  const things = content.things.length === 0 ? [null] : content.things
  const lines: Line[] = things.flatMap((thing) =>
    orNothing(thing?.deeds).flatMap((deed) =>
      orNothing(deed?.actions).map((action) => ({ content, thing, deed, action }))
    )
  )
  const rows = lines.map((line) => Object.values(columns).map((column) => column(line)))
  return byteOrderMark + csvLines([[...reportColumns], ...rows], delimiter)
}

function orNothing<T>(list: readonly T[] | undefined): readonly (T | null)[] {
  return list === undefined || list.length === 0 ? [null] : list
}
