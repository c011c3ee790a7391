import type { CommandId } from './command'
import { isMainsPowered, type DeviceKind } from './deviceKind'

interface FieldBase {
  /** The attribute's name in the API. */
  name: string
  unit: string | null
  /** What the device uses when never told otherwise, null when not known. */
  defaultValue: number | null
  /** Has to be in every command of its form, whatever else is changed. */
  alwaysSend: boolean
}

export interface IntegerField extends FieldBase {
  kind: 'integer'
  min: number
  max: number
}

export interface ChoiceField extends FieldBase {
  kind: 'choice'
  /** `name` is a key for the words shown. */
  choices: { value: number; name: string }[]
}

export type CommandField = IntegerField | ChoiceField

/**
 * The documented parameters of each command and their ranges (vendor fact). A device moves a value outside its own
 * range to the nearest end and says so in its answer, so these ranges are there to help, not to guarantee.
 */
export function commandFieldsOf(tsmId: CommandId, kind: DeviceKind): CommandField[] {
  switch (tsmId) {
    case 1500:
      return kind === 'presence' ? presenceReportingFields : reportingFields
    case 1501:
      return isMainsPowered(kind) ? [...networkFields, lowLatency] : networkFields
    case 12200:
      return environmentFields
    case 13200:
      return presenceFields
  }
}

/** Every documented parameter of a command, whatever the kind: for reading what a device answers. */
export function allCommandFieldsOf(tsmId: CommandId): CommandField[] {
  return tsmId === 1501 ? [...networkFields, lowLatency] : commandFieldsOf(tsmId, 'unknown')
}

/** Of a presence sensor, in seconds (vendor fact). */
export const shortestPresenceReportInterval = 60

const presenceReportingFields: CommandField[] = [
  seconds('measurementInterval', 1, 3600, null),
  seconds('reportInterval', shortestPresenceReportInterval, 3600, 60)
]

/** The vendor gives ranges for presence only: a whole day is the longest interval it speaks of anywhere. */
const reportingFields: CommandField[] = [
  seconds('measurementInterval', 1, 86_400, null),
  seconds('reportInterval', 1, 86_400, null)
]

const networkFields: CommandField[] = [
  choice('nodeRole', { 0: 'headnode', 1: 'subnode' }),
  choice('autoRole', { 0: 'off', 1: 'on' })
]

/** Would empty a battery in days. */
const lowLatency: CommandField = choice('lowLatency', { 0: 'off', 1: 'on' })

const environmentFields: CommandField[] = [
  choice('accelerometerMode', { 0: 'off', 1: 'orientation', 2: 'machine_monitoring' }),
  choice('weatherMode', { '-1': 'off', 0: 'at_interval' }),
  choice('hallMode', { '-1': 'off', 0: 'at_interval', 1: 'changes_only' }),
  choice('leakageMode', { 0: 'off', 1: 'at_interval' })
]

const presenceFields: CommandField[] = [
  // Lower is more sensitive. A command without it would be taken as one with an unsuitable threshold.
  { kind: 'integer', name: 'threshold', unit: null, min: 60, max: 1100, defaultValue: 150, alwaysSend: true },
  choice('enableLed', { 0: 'off', 1: 'on' }),
  choice('mode', { 0: 'count', 1: 'occupancy', 2: 'event' }),
  seconds('passiveReportInterval', 0, 86_400, null)
]

function seconds(name: string, min: number, max: number, defaultValue: number | null): IntegerField {
  return { kind: 'integer', name, unit: 's', min, max, defaultValue, alwaysSend: false }
}

function choice(name: string, names: Readonly<Record<string, string>>): ChoiceField {
  const choices = Object.entries(names).map(([value, label]) => ({ value: Number(value), name: label }))
  return {
    kind: 'choice',
    name,
    unit: null,
    choices: choices.toSorted((a, b) => a.value - b.value),
    defaultValue: null,
    alwaysSend: false
  }
}
