import { allowedCommandIds, commandEvents, commandSchema, reservedParameters, type Command } from './command'

export type ExpertFault =
  | 'empty'
  | 'too_long'
  | 'not_json'
  | 'not_one_command'
  | 'id_not_allowed'
  | 'event_not_allowed'
  | 'reserved_parameter'
  | 'bad_parameter_name'
  | 'bad_value'

export type ExpertReading =
  | { readonly ok: true; readonly command: Command }
  | {
      readonly ok: false
      readonly fault: ExpertFault
      /** The name or value that is meant, in the person's own spelling and shortened; empty when it is the whole. */
      readonly part: string
    }

const longestText = 4000
const longestPart = 40
/** Checking a value is recursive: one made of thousands of brackets would end in a stack overflow. */
const deepestNesting = 10

/**
 * Reads a command in the API's own notation, with parameters we have no form for (spec: Send a command to a thing,
 * `{variable}`): one object, or the list of one that the API takes. `tsmEv` may be left out. The transaction id is not
 * a person's to choose, so it is refused like the other attributes of the request itself.
 */
export function parseExpertCommand(text: string): ExpertReading {
  const trimmed = text.trim()
  if (trimmed === '') return fault('empty', '')
  if (trimmed.length > longestText) return fault('too_long', '')
  const json = parseJson(trimmed)
  if (json === undefined) return fault('not_json', trimmed)
  const attributes = onlyObject(json)
  if (attributes === null) return fault('not_one_command', trimmed)
  const { tsmId, tsmEv = commandEvents.configurationRequest, ...parameters } = attributes
  if (!isOneOf(allowedCommandIds, tsmId)) return fault('id_not_allowed', spell(tsmId))
  if (!isOneOf(Object.values(commandEvents), tsmEv)) return fault('event_not_allowed', spell(tsmEv))
  for (const [name, value] of Object.entries(parameters)) {
    if (isOneOf(reservedParameters, name)) return fault('reserved_parameter', name)
    const bad = parameterFault(name, value)
    if (bad !== null) return fault(bad, name)
  }
  return { ok: true, command: commandSchema.parse({ tsmId, tsmEv, parameters }) }
}

function parameterFault(name: string, value: unknown): ExpertFault | null {
  // A key that JavaScript gives a meaning of its own would silently not be sent.
  if (name === '__proto__') return 'bad_parameter_name'
  const { keyType, valueType } = commandSchema.shape.parameters
  if (!keyType.safeParse(name).success) return 'bad_parameter_name'
  return !nestsDeeperThan(deepestNesting, value) && valueType.safeParse(value).success ? null : 'bad_value'
}

function nestsDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => nestsDeeperThan(levels - 1, inner))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not silent: undefined is no JSON value, and the caller says so to the person.
    return undefined
  }
}

function onlyObject(json: unknown): Record<string, unknown> | null {
  const one: unknown = Array.isArray(json) && json.length === 1 ? json[0] : json
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return null
  return Object.fromEntries(Object.entries(one))
}

function isOneOf<T>(list: readonly T[], value: unknown): value is T {
  return (list as readonly unknown[]).includes(value)
}

function spell(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value)
}

function fault(kind: ExpertFault, part: string): ExpertReading {
  return { ok: false, fault: kind, part: part.length > longestPart ? `${part.slice(0, longestPart - 1)}…` : part }
}
