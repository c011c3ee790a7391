import { numberedCommands, type Intent } from '@shared/domain/action'
import { reasonCode } from '@shared/domain/discardReason'
import { byteOrderMark, csvLines, delimiterHere, localCell as local, utcCell as utc, type Cell } from '@/csv'
import type { ExportedAction, FileWriter } from './fileWriter'

type Column = (exported: ExportedAction) => Cell

const part = (intent: Intent, name: string): Cell => {
  const value: unknown = Object.entries(intent).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : null
}

/** One row for each action; docs/queue-export.md says what each column holds. */
const columns: Readonly<Record<string, Column>> = {
  number: ({ action }) => action.seq,
  id: ({ action }) => action.id,
  state: ({ action }) => action.state,
  type: ({ action }) => action.intent.type,
  tuid: ({ action }) => part(action.intent, 'tuid'),
  group: ({ action }) => part(action.intent, 'groupId'),
  new_group: ({ action }) => part(action.intent, 'newGroupId'),
  status: ({ action }) => part(action.intent, 'status'),
  // One by itself, several as a list.
  command: ({ action: { intent } }) =>
    intent.type === 'command'
      ? JSON.stringify(intent.commands.length === 1 ? intent.commands[0] : intent.commands)
      : null,
  transaction: ({ action }) =>
    action.transactionId === null
      ? null
      : numberedCommands(action)
          .map(({ transactionId }) => transactionId)
          .join(' '),
  saved_utc: ({ action }) => utc(action.capturedAt),
  saved_local: ({ action }) => local(action.capturedAt),
  sends: ({ action }) => action.attemptCount,
  attempts: ({ attempts }) => attempts.length,
  last_attempt_utc: ({ action }) => utc(action.lastAttempt?.startedAt),
  last_attempt_local: ({ action }) => local(action.lastAttempt?.startedAt),
  last_attempt_kind: ({ action }) => action.lastAttempt?.kind ?? null,
  last_attempt_outcome: ({ action }) => action.lastAttempt?.outcome ?? null,
  http_status: ({ action }) => action.lastAttempt?.httpStatus ?? null,
  server_words: ({ action }) => action.lastAttempt?.words ?? null,
  needs_you: ({ action }) => action.need?.reason ?? null,
  server_shows: ({ action }) => action.need?.serverShows ?? null,
  confirmed_utc: ({ action }) => utc(action.receipt?.at),
  confirmed_local: ({ action }) => local(action.receipt?.at),
  confirmed_by: ({ action }) => action.receipt?.by ?? null,
  responsible: ({ action }) => action.receipt?.responsible ?? null,
  discard_reason: ({ action: { discardReason } }) => (discardReason === null ? null : reasonCode(discardReason)),
  local_time_zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone
}

export const csvColumns: readonly string[] = Object.keys(columns)

/** Writes the queue as a table for spreadsheets: UTF-8, RFC 4180, with nothing in it that would be run as a formula. */
export function csvWriter(delimiter = delimiterHere()): FileWriter {
  const lines = (rows: Cell[][]): string => csvLines(rows, delimiter)
  return {
    type: 'text/csv',
    begin: byteOrderMark + lines([[...csvColumns]]),
    write: (rows) =>
      rows.length === 0 ? '' : lines(rows.map((row) => Object.values(columns).map((column) => column(row)))),
    end: ''
  }
}
