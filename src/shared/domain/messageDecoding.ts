import { messageCatalogue, messageEvents, type CatalogueField } from './messageCatalogue'
import type { ThingMessage } from './thing'

export interface DecodedField {
  name: string
  /** Whether the catalogue knows this attribute in this message. */
  known: boolean
  value: unknown
  unit: string | null
  /** Key of a coded value such as `charging`, null for all others. */
  valueName: string | null
  /** Of another type than the catalogue says, such as a text where a number belongs. */
  odd: boolean
}

export interface DecodedMessage {
  /** Key of what the message is about, null for an id the catalogue does not know. */
  name: string | null
  /** Key of why it was sent, null when not said or not known. */
  event: string | null
  fields: DecodedField[]
}

/**
 * Attributes about the message rather than of the thing: times and addresses are never shown as readings. A `tuid` is
 * none of them: a gateway's heartbeat (11201) names the sensor it is about.
 */
const envelope = new Set(['tsmId', 'tsmEv', 'tsmTs', 'tsmTuid', 'tsmDstTuid', 'tsmGw', 'deploymentGroupId'])

/** What decoding looks at: a message of a thing, or a command in its history. */
export type Decodable = Pick<ThingMessage, 'tsmId' | 'tsmEv' | 'fields'>

/**
 * Names what a message says. Known fields come first, in the catalogue's order; all others follow as they are. Thousands
 * are decoded at once, so nothing is built here but the answer.
 */
export function decodeMessage(message: Decodable): DecodedMessage {
  const entry = messageCatalogue.get(message.tsmId)
  const values = message.tsmId === neighboursId ? withRssiDbm(message.fields) : message.fields
  const known = entry === undefined ? [] : knownFieldsOf(entry.fields, values)
  return {
    name: entry?.name ?? null,
    event: message.tsmEv === null ? null : (messageEvents.get(message.tsmEv) ?? null),
    // Most messages say what the catalogue knows, and nothing else.
    fields:
      known.length === Object.keys(values).length ? known : [...known, ...otherFieldsOf(entry?.fields ?? [], values)]
  }
}

/** Mapped rather than pushed one by one: a list that grew keeps room for 17. */
function knownFieldsOf(fields: readonly CatalogueField[], values: Decodable['fields']): DecodedField[] {
  const all = fields.map((field) => {
    const spelling = spellingOf(field, values)
    return spelling === undefined ? null : knownField(field, values[spelling])
  })
  return all.every((field) => field !== null) ? all : all.filter((field) => field !== null)
}

/** The catalogue has no name that every object has, and nothing that was JSON is undefined. */
function spellingOf({ name, synonyms }: CatalogueField, values: Decodable['fields']): string | undefined {
  return values[name] === undefined ? synonyms.find((synonym) => synonym in values) : name
}

function otherFieldsOf(fields: readonly CatalogueField[], values: Decodable['fields']): DecodedField[] {
  const taken = new Set(fields.map((field) => spellingOf(field, values)))
  return Object.keys(values)
    .filter((name) => !taken.has(name) && !envelope.has(name))
    .map((name) => ({ name, known: false, value: values[name], unit: null, valueName: null, odd: false }))
}

function knownField({ name, unit, values, isText }: CatalogueField, value: unknown): DecodedField {
  const isNumber = typeof value === 'number'
  return {
    name,
    known: true,
    value,
    unit,
    valueName: isNumber ? (values.get(value) ?? null) : null,
    // A text that was written as a number reads the same; a number that is none can be neither drawn nor compared.
    odd: value !== null && !isNumber && (!isText || typeof value !== 'string')
  }
}

const neighboursId = 1202

/** Some firmware sends the raw 0 to 255 only; people judge a signal in dBm. */
function withRssiDbm(fields: Decodable['fields']): Decodable['fields'] {
  const raw = fields['rssi']
  if (typeof raw !== 'number' || raw < 0 || raw > 255 || Object.hasOwn(fields, 'rssiDbm')) return fields
  return { ...fields, rssiDbm: rssiDbmOf(raw) }
}

/** @returns dBm of a raw RSSI from 0 to 255 (vendor fact), to one decimal */
export function rssiDbmOf(raw: number): number {
  return Math.round(((128 * raw) / 255 - 128) * 10) / 10
}
