import { allowedCommandIds } from '@shared/domain/command'
import { messageCatalogue } from '@shared/domain/messageCatalogue'
import type { DecodedField, DecodedMessage } from '@shared/domain/messageDecoding'
import type { Instant, ThingMessage } from '@shared/domain/thing'

/** What one field of one kind of message said over time. */
export interface MessageSeries {
  /** Tells series apart, and finds the same again at another thing: `12100 temp`. */
  readonly key: string
  readonly tsmId: number
  readonly name: string
  /** Whether the catalogue knows the field. */
  readonly known: boolean
  readonly unit: string | null
  /** Keys of coded values, by number; empty for what is measured. */
  readonly codes: ReadonlyMap<number, string>
  /** Milliseconds since 1970 UTC, never falling. */
  readonly times: Instant[]
  /** One for each time; NaN where the message had no number there. */
  readonly values: number[]
  /** How many of them are NaN. */
  missing: number
}

export interface SeriesFound {
  /** Those with a number in them, what matters most first. */
  readonly series: readonly MessageSeries[]
  /** Messages left out because their time is far ahead. */
  readonly ahead: number
}

/** A clock may be wrong by a little; a message from further ahead would squeeze all others into a corner. */
const mostAheadMs = 86_400_000

/** What an installer looks at first. All others follow in the order of their message ids. */
const matters: readonly string[] = (
  'temp humd carbonDioxide tvoc airp dist moveCount count in out state activityLevel angle resistance hall ' +
  'batl rssiDbm cellRsrp lght'
).split(' ')

/** What a device answers to a command is how it is set, not what it measured. */
const settings: ReadonlySet<number> = new Set(allowedCommandIds)

/** Numbers that say nothing by going up and down. */
const neverDrawn = new Set(['transactionId', 'lat', 'lon'])

/**
 * Takes apart what messages say into series over time.
 *
 * @param messages newest first
 * @param decoded what each of them says
 */
export function seriesOf(
  messages: readonly ThingMessage[],
  decoded: readonly DecodedMessage[],
  now: Instant
): SeriesFound {
  const found = new Map<number, Map<string, MessageSeries>>()
  let ahead = 0
  for (let place = messages.length - 1; place >= 0; place--) {
    const [message, said] = [messages[place], decoded[place]]
    if (message === undefined || said === undefined) continue
    if (message.at > now + mostAheadMs) {
      ahead += 1
      continue
    }
    if (!settings.has(message.tsmId)) addTo(seriesById(found, message.tsmId), message, said)
  }
  const all = [...found.values()].flatMap((byName) => [...byName.values()])
  const drawable = all.filter(({ values, missing }) => values.length > missing)
  return { series: drawable.toSorted((a, b) => rankOf(a) - rankOf(b) || a.tsmId - b.tsmId), ahead }
}

function seriesById(found: Map<number, Map<string, MessageSeries>>, tsmId: number): Map<string, MessageSeries> {
  const there = found.get(tsmId)
  if (there !== undefined) return there
  const made = new Map<string, MessageSeries>()
  found.set(tsmId, made)
  return made
}

function addTo(byName: Map<string, MessageSeries>, { tsmId, at }: ThingMessage, { fields }: DecodedMessage): void {
  for (const field of fields) {
    const number = numberOf(field.value)
    const series = byName.get(field.name) ?? begun(byName, tsmId, field, number)
    if (series === null) continue
    series.times.push(at)
    series.values.push(number)
    if (Number.isNaN(number)) series.missing += 1
  }
}

/** A text is never drawn; what begins as one and has numbers later loses nothing but a gap at its beginning. */
function begun(
  byName: Map<string, MessageSeries>,
  tsmId: number,
  { name, known, unit }: DecodedField,
  number: number
): MessageSeries | null {
  if (Number.isNaN(number) || neverDrawn.has(name)) return null
  const series = { key: `${tsmId} ${name}`, tsmId, name, known, unit, codes: codesOf(tsmId, name), ...noValues() }
  byName.set(name, series)
  return series
}

const noValues = (): Pick<MessageSeries, 'times' | 'values' | 'missing'> => ({ times: [], values: [], missing: 0 })

/** A number, or a text that is nothing but one: servers write some numbers so. NaN for all else. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN
}

const noCodes: ReadonlyMap<number, string> = new Map()

function codesOf(tsmId: number, name: string): ReadonlyMap<number, string> {
  return messageCatalogue.get(tsmId)?.fields.find((field) => field.name === name)?.values ?? noCodes
}

function rankOf({ name, known }: MessageSeries): number {
  const rank = known ? matters.indexOf(name) : -1
  return rank === -1 ? matters.length : rank
}
