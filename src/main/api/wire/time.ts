import type { Instant } from '@shared/domain/thing'
import { z } from 'zod'

/** As Unix seconds this is the year 5138; as milliseconds, 1973. */
const largestSeconds = 1e11

/** Largest instant a Date can hold. */
const largestInstant = 8.64e15

const isoTime = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * A time as the API writes it: Unix seconds (as number or text, decimals allowed), or ISO, taken as UTC when it names
 * no zone (vendor fact). Milliseconds are recognised by their size. 1970 and before means that none is recorded.
 *
 * @returns null when there is none or it cannot be read
 */
export function readInstant(value: unknown): Instant | null {
  const instant = typeof value === 'number' ? ofUnix(value) : typeof value === 'string' ? ofText(value.trim()) : NaN
  return instant > 0 && instant <= largestInstant ? instant : null
}

function ofText(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return ofUnix(Number(text))
  const iso = isoTime.exec(text)
  if (iso === null) return NaN
  const zone = iso[1] === undefined && text.length > 10 ? 'Z' : ''
  return Date.parse(text.replace(' ', 'T').toUpperCase() + zone)
}

function ofUnix(time: number): number {
  return Math.round(time > largestSeconds ? time : time * 1000)
}

/** Tolerant: anything that is no time is null. */
export const instant = z.unknown().optional().transform(readInstant)

/** Whole seconds, rounded so that nothing at the edge of the window is lost. */
export function windowQuery({ from, to }: { from?: Instant; to?: Instant }) {
  return {
    from: from === undefined ? undefined : Math.floor(from / 1000),
    to: to === undefined ? undefined : Math.ceil(to / 1000)
  }
}

/** The newest first, those without a time last, those of the same time in the order of the list. */
export function newestFirst<T>(items: readonly T[], time: (item: T) => Instant | null): T[] {
  return items.toSorted((a, b) => (time(b) ?? -Infinity) - (time(a) ?? -Infinity) || 0)
}

/**
 * The same for what was written down one after the other. Times are often whole seconds; of two of the same the order of
 * the list tells which is newer: chronological (spec: Get all commands), unless the other times run the other way
 * (vendor fact: its apps take the first for the latest).
 */
export function latestFirst<T>(items: readonly T[], time: (item: T) => Instant | null): T[] {
  const times = items.flatMap((item) => time(item) ?? [])
  const steps = times.slice(1).map((later, index) => Math.sign(later - (times[index] ?? later)))
  const isChronological = steps.reduce((sum, step) => sum + step, 0) >= 0
  return newestFirst(isChronological ? items.toReversed() : items, time)
}
