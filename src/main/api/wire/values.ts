import { z } from 'zod'

/** A number, or a text that is one: the API writes some of its numbers as text (spec: alert_count, lat, lon). */
function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^\s*-?\d/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

function readText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** Tolerant: missing, null, empty or of another type is null. */
export const optionalText = z.unknown().optional().transform(readText)

/** Tolerant: missing, null or no number is null. */
export const optionalNumber = z.unknown().optional().transform(readNumber)

/** A text that has to be there. */
export const requiredText = z.unknown().transform(readText).pipe(z.string())

/** A number, or a text that is one, that has to be there. */
export const requiredNumber = z.unknown().transform(readNumber).pipe(z.number())

/** What stands beside the known attributes of an object. */
export function otherFields(object: Readonly<Record<string, unknown>>, known: readonly string[]) {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !known.includes(name)))
}
