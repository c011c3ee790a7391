import { z } from 'zod'
import { isPlain, plainText, plainValue } from './plainText'

/** A number, or a text that is one: the API writes some of its numbers as text (spec: alert_count, lat, lon). */
function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^\s*-?\d/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

function readText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

function readPlainText(value: unknown): string | null {
  const text = readText(value)
  return text === null ? null : readText(plainText(text))
}

/** Longer than any name a server has; one that is too long for us to send is still shown. */
const longestName = 1_000

/** A name is sent back as it came, so nothing can be taken out of it. */
function isName(text: string | null): boolean {
  return text === null || (text.length <= longestName && isPlain(text))
}

/** For people to read. Tolerant: missing, null, empty or of another type is null. */
export const optionalText = z.unknown().optional().transform(readPlainText)

/** The name of a thing or a group, where there is one. One that would not be seen as what it is cannot be read. */
export const optionalName = z.unknown().optional().transform(readText).refine(isName)

/** The same, where the rest is worth reading without it. */
export const tolerantName = optionalName.catch(null)

/** Tolerant: missing, null or no number is null. */
export const optionalNumber = z.unknown().optional().transform(readNumber)

/** A text for people that has to be there. */
export const requiredText = z.unknown().transform(readPlainText).pipe(z.string())

/** A name that has to be there. */
export const requiredName = z.unknown().transform(readText).refine(isName).pipe(z.string())

/** A number, or a text that is one, that has to be there. */
export const requiredNumber = z.unknown().transform(readNumber).pipe(z.number())

/** What stands beside the known attributes of an object, its texts fit to be shown. */
export function otherFields(object: Readonly<Record<string, unknown>>, known: readonly string[]) {
  const others = Object.entries(object).filter(([name]) => !known.includes(name))
  return Object.fromEntries(others.map(([name, value]) => [plainText(name), plainValue(value)]))
}
