import { format } from 'date-fns'
import { messageCatalogue } from '@shared/domain/messageCatalogue'
import type { DecodedField, DecodedMessage } from '@shared/domain/messageDecoding'
import type { Instant, ThingMessage } from '@shared/domain/thing'
import {
  byteOrderMark,
  csvLines,
  decimalCell,
  delimiterHere,
  localCell,
  utcCell,
  type Cell,
  type Delimiter
} from '@/csv'

/** What every message has, before the columns of its fields. */
const fixed = ['time_utc', 'time_local', 'tuid', 'message_id', 'message', 'event_id', 'event', 'gateway', 'group']

/** Names of messages and events in the language of the app. */
export interface CsvWords {
  readonly message: (tsmId: number) => string
  readonly event: (tsmEv: number | null) => string
}

/** @param now the name carries the local time, as a person would say it */
export function messagesFileName(tuid: string, now: Instant): string {
  return `messages-${tuid}-${format(now, 'yyyy-MM-dd-HHmm')}.csv`
}

/**
 * Messages as a table for spreadsheets: one row for each, one column for each field that any of them has, headed by its
 * name in the API and its unit.
 *
 * @param decoded what each of the messages says
 */
export function messagesCsv(
  tuid: string,
  messages: readonly ThingMessage[],
  decoded: readonly DecodedMessage[],
  words: CsvWords,
  delimiter: Delimiter = delimiterHere()
): string {
  const columns = columnsOf(decoded)
  const places = new Map(columns.map((heading, place) => [heading, fixed.length + place]))
  const rows = messages.map((message, place) => {
    const row: Cell[] = [
      utcCell(message.at),
      localCell(message.at),
      tuid,
      message.tsmId,
      words.message(message.tsmId),
      message.tsmEv,
      words.event(message.tsmEv),
      message.gatewayTuid,
      message.groupId,
      ...columns.map(() => null)
    ]
    for (const field of decoded[place]?.fields ?? []) {
      row[places.get(headingOf(field)) ?? row.length] = cellOf(field.value, delimiter)
    }
    return row
  })
  return byteOrderMark + csvLines([[...fixed, ...columns], ...rows], delimiter)
}

/** Known fields in the catalogue's order, then all others in that of their first appearance. */
function columnsOf(decoded: readonly DecodedMessage[]): string[] {
  const there = new Set<string>()
  for (const { fields } of decoded) for (const field of fields) there.add(headingOf(field))
  const catalogue = [...messageCatalogue.values()].flatMap(({ fields }) => fields.map(headingOf))
  return [...new Set([...catalogue.filter((heading) => there.has(heading)), ...there])]
}

function headingOf({ name, unit }: Pick<DecodedField, 'name' | 'unit'>): string {
  return unit === null ? name : `${name} [${unit}]`
}

function cellOf(value: unknown, delimiter: Delimiter): Cell {
  if (typeof value === 'number') return decimalCell(value, delimiter)
  return value === null || typeof value === 'string' ? value : JSON.stringify(value)
}
