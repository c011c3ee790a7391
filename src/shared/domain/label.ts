import { deviceKindOf } from './deviceKind'
import { modelCodeLength, ordinaryTuidLength, type Tuid } from './tuid'

export type LabelWarning = 'unusual_length' | 'extra_parts' | 'unknown_kind'

export type LabelFault =
  'empty' | 'too_short' | 'too_long' | 'bad_characters' | 'no_model_code' | 'no_serial' | 'url_without_tuid'

export type LabelForm = 'tuid' | 'label' | 'url'

export type LabelReading =
  | { readonly ok: true; readonly tuid: Tuid; readonly form: LabelForm; readonly warnings: LabelWarning[] }
  | {
      readonly ok: false
      readonly fault: LabelFault
      /** What was not understood, in upper case but else as it was read, at most {@link longestPart} characters. Empty for `empty`. */
      readonly part: string
    }

/** Longest part of a label that is shown back, in UTF-16 units. */
export const longestPart = 40

/** Longer text is no label of any make: a QR code of that size is a document. */
const longestLabel = 2000
const shortestTuid = 8
const longestTuid = 32

const surroundings = /^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu
const allowedCharacters = /^[A-Z0-9]*$/
/** Every known model code is four letters and two digits (vendor fact). */
const modelCodeShape = /^[A-Z]{4}\d{2}/
/** An ordinary serial number on its own, e.g. `ESY93100802` or `X2Z74162459`. */
const lonelySerial = /^[A-Z][A-Z0-9][A-Z]\d{8}$/

/**
 * Understands what a person types, a hand scanner sends or a camera reads from a label (vendor fact):
 * - the TUID itself, also as we print it, with a space between model code and serial number;
 * - `PSN,IMC` with any further parts, the separator being a comma or white space. The two swapped (`IMC,PSN`) are
 *   understood too when only the first looks like a model code;
 * - an http(s) URL whose last path segment is a TUID; its query and fragment are ignored.
 *
 * Characters that cannot be seen are removed around the text and a-z become A-Z. Nothing else is ever corrected:
 * O and 0, I and 1 all occur, and a hyphen is part of no TUID nor of how we print one, so it marks another make's.
 */
export function readLabel(text: string): LabelReading {
  const trimmed = text.trim()
  if (trimmed.length > longestLabel) return fault('too_long', trimmed)
  const label = trimmed.replace(surroundings, '')
  if (label === '') return fault('empty', '')
  if (/^https?:\/\//i.test(label)) return readUrl(label)
  const upper = upperCase(label)
  if (upper.includes(',')) return readParts(upper.split(',').map((part) => part.trim()))
  const words = upper.split(/\s+/u)
  const [first = '', second = ''] = words
  if (isModelCode(second) && !isModelCode(first)) return readParts(words)
  return readTuid(isPrintedTuid(words) ? words.join('') : upper, 'tuid')
}

function readUrl(text: string): LabelReading {
  if (!URL.canParse(text)) return fault('url_without_tuid', text)
  const segments = new URL(text).pathname.split('/').filter((segment) => segment !== '')
  const last = segments.at(-1)
  if (last === undefined) return fault('url_without_tuid', text)
  const reading = readTuid(upperCase(last), 'url')
  // Words such as "products" consist of allowed characters: in a URL only a model code tells a TUID from them.
  return reading.ok && modelCodeShape.test(reading.tuid) ? reading : fault('url_without_tuid', last)
}

function readParts([first = '', second = '', ...rest]: readonly string[]): LabelReading {
  const swapped = isModelCode(first) && !isModelCode(second)
  const [serial, modelCode] = swapped ? [second, first] : [first, second]
  for (const part of [serial, modelCode]) {
    if (!allowedCharacters.test(part)) return fault('bad_characters', part)
  }
  if (serial === '' && modelCode === '') return fault('empty', '')
  if (!isModelCode(modelCode)) return fault('no_model_code', modelCode === '' ? serial : modelCode)
  if (serial === '') return fault('no_serial', modelCode)
  const reading = readTuid(`${modelCode}${serial}`, 'label')
  if (!reading.ok) return fault(reading.fault, serial)
  return rest.some((part) => part !== '') ? { ...reading, warnings: [...reading.warnings, 'extra_parts'] } : reading
}

function readTuid(text: string, form: LabelForm): LabelReading {
  if (!allowedCharacters.test(text)) return fault('bad_characters', text)
  if (isModelCode(text)) return fault('no_serial', text)
  if (text.length < shortestTuid) return fault('too_short', text)
  if (text.length > longestTuid) return fault('too_long', text)
  if (lonelySerial.test(text)) return fault('no_model_code', text)
  const warnings: LabelWarning[] = []
  if (text.length !== ordinaryTuidLength) warnings.push('unusual_length')
  if (deviceKindOf(text).certainty === 'unknown') warnings.push('unknown_kind')
  return { ok: true, tuid: text, form, warnings }
}

function isModelCode(text: string): boolean {
  return text.length === modelCodeLength && modelCodeShape.test(text)
}

/** `TSPD04 ESY93100802`, or a TUID of ordinary length typed in groups. */
function isPrintedTuid(words: readonly string[]): boolean {
  const joined = words.join('')
  if (!modelCodeShape.test(joined)) return false
  return joined.length === ordinaryTuidLength || (words.length === 2 && words[0]?.length === modelCodeLength)
}

/** Letters beyond a-z stay as they are: the language's own rule would make an `S` of the old-style `ſ`. */
function upperCase(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}

function fault(kind: LabelFault, part: string): LabelReading {
  return { ok: false, fault: kind, part: shorten(part) }
}

function shorten(text: string): string {
  if (text.length <= longestPart) return text
  // A pair of surrogates is one character: half of it would be shown as a box.
  return `${text.slice(0, longestPart - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
