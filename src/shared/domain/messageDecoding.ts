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

/** Names what a message says. Known fields come first, in the catalogue's order; all others follow as they are. */
export function decodeMessage(message: Decodable): DecodedMessage {
  const entry = messageCatalogue.get(message.tsmId)
  const left = new Map(Object.entries(message.fields).filter(([name]) => !envelope.has(name)))
  if (message.tsmId === neighboursId) addRssiDbm(left)
  const known = (entry?.fields ?? []).flatMap((field) => takeKnown(field, left))
  const others = [...left].map(([name, value]) => ({ name, known: false, value, unit: null, valueName: null }))
  return {
    name: entry?.name ?? null,
    event: message.tsmEv === null ? null : (messageEvents.get(message.tsmEv) ?? null),
    fields: [...known, ...others]
  }
}

function takeKnown(field: CatalogueField, left: Map<string, unknown>): DecodedField[] {
  const spelling = [field.name, ...field.synonyms].find((name) => left.has(name))
  if (spelling === undefined) return []
  const value = left.get(spelling)
  left.delete(spelling)
  const valueName = typeof value === 'number' ? (field.values.get(value) ?? null) : null
  return [{ name: field.name, known: true, value, unit: field.unit, valueName }]
}

const neighboursId = 1202

/** Some firmware sends the raw 0 to 255 only; people judge a signal in dBm. */
function addRssiDbm(fields: Map<string, unknown>): void {
  const raw = fields.get('rssi')
  if (typeof raw !== 'number' || raw < 0 || raw > 255 || fields.has('rssiDbm')) return
  fields.set('rssiDbm', rssiDbmOf(raw))
}

/** @returns dBm of a raw RSSI from 0 to 255 (vendor fact), to one decimal */
export function rssiDbmOf(raw: number): number {
  return Math.round(((128 * raw) / 255 - 128) * 10) / 10
}
