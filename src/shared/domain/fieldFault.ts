import { shortestPresenceReportInterval, type CommandField } from './commandFields'

export interface FieldFault {
  field: string
  fault: 'missing' | 'not_a_whole_number' | 'below' | 'above' | 'not_a_choice' | 'must_exceed_report_interval'
  /** What the value must exceed, in seconds: of `must_exceed_report_interval` alone. */
  interval?: number
}

/**
 * Checks one value against the documented range of its field.
 *
 * @param value as typed or parsed, of whatever type
 * @param reportInterval the thing's report interval in seconds, if known: the passive one must exceed it (vendor fact)
 * @returns what is wrong with it, or null
 */
export function valueFault(field: CommandField, value: unknown, reportInterval: number | null): FieldFault | null {
  const { name } = field
  if (typeof value !== 'number' || !Number.isInteger(value)) return { field: name, fault: 'not_a_whole_number' }
  if (field.kind === 'choice') {
    return field.choices.some((one) => one.value === value) ? null : { field: name, fault: 'not_a_choice' }
  }
  if (value < field.min) return { field: name, fault: 'below' }
  if (value > field.max) return { field: name, fault: 'above' }
  // 0 is in the range though it exceeds nothing: it can only mean "none".
  if (name !== 'passiveReportInterval' || value === 0) return null
  // Whatever the report interval is, a presence sensor has none shorter than this.
  const interval = Math.max(shortestPresenceReportInterval, reportInterval ?? 0)
  return value > interval ? null : { field: name, fault: 'must_exceed_report_interval', interval }
}
