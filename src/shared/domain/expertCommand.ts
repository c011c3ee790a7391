import {
  allowedCommandIds,
  commandEvents,
  isParameterName,
  isParameterValue,
  reservedParameters,
  type Command
} from './command'
import { allCommandFieldsOf, commandFieldsOf, type CommandField } from './commandFields'
import type { DeviceKind } from './deviceKind'
import { duplicateKey } from './duplicateKey'
import { valueFault, type FieldFault } from './fieldFault'

export type ExpertFault =
  | 'empty'
  | 'too_long'
  | 'not_json'
  | 'not_a_number'
  | 'duplicate_key'
  | 'not_one_command'
  | 'id_missing'
  | 'id_not_allowed'
  | 'event_not_allowed'
  | 'reserved_parameter'
  | 'bad_parameter_name'
  | 'number_too_large'
  | 'too_deep'
  | FieldFault['fault']

export type ExpertReading =
  | { readonly ok: true; readonly command: Command }
  | {
      readonly ok: false
      readonly fault: ExpertFault
      /** The name or value that is meant, in the person's own spelling and shortened; empty when it is the whole. */
      readonly part: string
      /** What it has to keep to, where that can be said: a number, or the values it may take. */
      readonly limit?: string
    }

/** What is known of the thing, so that the documented parameters can be checked as in their form. */
export interface ExpertContext {
  readonly kind: DeviceKind
  /** The thing's report interval in seconds, null when it is not known. */
  readonly reportInterval: number | null
}

const longestText = 4000
const longestPart = 40
/** Checking a value is recursive: one made of thousands of brackets would end in a stack overflow. */
const deepestNesting = 10

/** Names that JavaScript gives a meaning of its own: they would be lost on the way, or be taken for an attack. */
const trapNames: readonly string[] = ['__proto__', 'constructor', 'prototype']

/**
 * Reads a command in the API's own notation, with parameters we have no form for (spec: Send a command to a thing,
 * `{variable}`): one object, or the list of one that the API takes. `tsmEv` may be left out. The transaction id is not
 * a person's to choose, so it is refused like the other attributes of the request itself. A documented parameter keeps
 * to its range; what we do not know may be anything that JSON carries unchanged.
 */
export function parseExpertCommand(
  text: string,
  context: ExpertContext = { kind: 'unknown', reportInterval: null }
): ExpertReading {
  const trimmed = text.trim()
  if (trimmed === '') return fault('empty', '')
  if (trimmed.length > longestText) return fault('too_long', '', longestText)
  const json = parseJson(trimmed)
  if (json === undefined) {
    const word = wordForNumber(trimmed)
    return word === null ? fault('not_json', trimmed) : fault('not_a_number', word)
  }
  const twice = duplicateKey(trimmed)
  if (twice !== null) return fault('duplicate_key', twice)
  const attributes = onlyObject(json)
  if (attributes === null) return fault('not_one_command', trimmed)
  const { tsmId, tsmEv = commandEvents.configurationRequest, ...parameters } = attributes
  if (tsmId === undefined) return fault('id_missing', '')
  if (!isOneOf(allowedCommandIds, tsmId)) return fault('id_not_allowed', JSON.stringify(tsmId))
  if (!isOneOf(Object.values(commandEvents), tsmEv)) return fault('event_not_allowed', JSON.stringify(tsmEv))
  const sendable: Command['parameters'] = {}
  for (const [name, value] of Object.entries(parameters)) {
    const bad = isOneOf(reservedParameters, name) ? fault('reserved_parameter', name) : parameterFault(name, value)
    if (bad !== null) return bad
    if (!isParameterValue(value)) return fault('number_too_large', name, Number.MAX_SAFE_INTEGER)
    sendable[name] = value
  }
  const wrong = documentedFault(documentedFields(tsmId, context.kind), parameters, context.reportInterval)
  return wrong ?? { ok: true, command: { tsmId, tsmEv, parameters: sendable } }
}

/** What cannot be sent at all, whatever the parameter means; numbers are looked at after it. */
function parameterFault(name: string, value: unknown): ExpertReading | null {
  if (trapNames.includes(name) || !isParameterName(name)) return fault('bad_parameter_name', name)
  // First of all: what follows looks into the value without end.
  if (nestsDeeperThan(deepestNesting, value)) return fault('too_deep', name, deepestNesting)
  const trap = trapIn(value)
  return trap === null ? null : fault('bad_parameter_name', trap)
}

function documentedFields(tsmId: Command['tsmId'], kind: DeviceKind): CommandField[] {
  const ofKind = commandFieldsOf(tsmId, kind)
  return [...ofKind, ...allCommandFieldsOf(tsmId).filter(({ name }) => !ofKind.some((field) => field.name === name))]
}

function documentedFault(
  fields: readonly CommandField[],
  parameters: Readonly<Record<string, unknown>>,
  reportInterval: number | null
): ExpertReading | null {
  // Without any parameter it asks for the current values.
  const isRead = Object.keys(parameters).length === 0
  for (const field of fields) {
    if (!Object.hasOwn(parameters, field.name)) {
      if (field.alwaysSend && !isRead) return fault('missing', field.name)
      continue
    }
    const wrong = valueFault(field, parameters[field.name], reportInterval)
    if (wrong !== null) return fault(wrong.fault, field.name, limitOf(field, wrong))
  }
  return null
}

function limitOf(field: CommandField, { fault: kind, interval }: FieldFault): string | number | undefined {
  if (kind === 'must_exceed_report_interval') return interval
  if (kind === 'not_a_choice' && field.kind === 'choice') return field.choices.map(({ value }) => value).join(', ')
  if (field.kind !== 'integer') return undefined
  return kind === 'below' ? field.min : kind === 'above' ? field.max : undefined
}

function nestsDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => nestsDeeperThan(levels - 1, inner))
}

function trapIn(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const own = Array.isArray(value) ? undefined : Object.keys(value).find((name) => trapNames.includes(name))
  return (
    own ??
    Object.values(value)
      .map(trapIn)
      .find((name) => name !== null) ??
    null
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not silent: undefined is no JSON value, and the caller says so to the person.
    return undefined
  }
}

/** What programs write for numbers that JSON does not have, outside of any string. */
function wordForNumber(text: string): string | null {
  return /(?<!\w)-?(?:NaN|Infinity)(?!\w)/.exec(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'))?.[0] ?? null
}

function onlyObject(json: unknown): Record<string, unknown> | null {
  const one: unknown = Array.isArray(json) && json.length === 1 ? json[0] : json
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return null
  return Object.fromEntries(Object.entries(one))
}

function isOneOf<T>(list: readonly T[], value: unknown): value is T {
  return (list as readonly unknown[]).includes(value)
}

function fault(kind: ExpertFault, part: string, limit?: string | number): ExpertReading {
  const short = part.length > longestPart ? `${part.slice(0, longestPart - 1)}…` : part
  return { ok: false, fault: kind, part: short, ...(limit !== undefined && { limit: String(limit) }) }
}
