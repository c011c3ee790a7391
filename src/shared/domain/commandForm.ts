import { commandEvents, type Command, type CommandId } from './command'
import { commandFieldsOf, type CommandField } from './commandFields'
import { isGateway, type DeviceKind } from './deviceKind'
import { valueFault, type FieldFault } from './fieldFault'

export type { CommandField } from './commandFields'
export type { FieldFault } from './fieldFault'

/** A command as a person fills it in. */
export interface CommandForm {
  tsmId: CommandId
  name: 'reporting' | 'network_role' | 'environment' | 'presence'
  /** Whether a command without parameters asks the device for its current values. */
  canRead: boolean
  fields: CommandField[]
}

/** Allowed, but to be thought over. `not_for_production`: so short an interval is for trying things out only. */
export interface FieldWarning {
  field: string
  warning: 'not_for_production'
}

export type BuiltCommand =
  { ok: true; command: Command; warnings: FieldWarning[] } | { ok: false; faults: FieldFault[] }

/** Seconds below which an interval is not for production (vendor fact). */
export const shortestProductionInterval = 10

interface FormRule {
  tsmId: CommandId
  name: CommandForm['name']
  canRead: boolean
  suits: (kind: DeviceKind) => boolean
}

const environmentKinds: readonly DeviceKind[] = ['environment', 'environment_rugged', 'leakage_rugged']

const rules: readonly FormRule[] = [
  { tsmId: 1500, name: 'reporting', canRead: false, suits: (kind) => !isGateway(kind) },
  // Sensors and gateways alike are nodes of the mesh, and the vendor names no kind that would refuse it.
  { tsmId: 1501, name: 'network_role', canRead: false, suits: () => true },
  { tsmId: 12200, name: 'environment', canRead: true, suits: (kind) => environmentKinds.includes(kind) },
  { tsmId: 13200, name: 'presence', canRead: true, suits: (kind) => kind === 'presence' }
]

/** The commands that make sense for a kind; for an unknown kind all of them, as the device itself ignores the others. */
export function commandFormsFor(kind: DeviceKind): CommandForm[] {
  return rules
    .filter((rule) => kind === 'unknown' || rule.suits(kind))
    .map(({ tsmId, name, canRead }) => ({ tsmId, name, canRead, fields: commandFieldsOf(tsmId, kind) }))
}

/**
 * Checks what was filled in and makes the command of it. A field that is null or left out is not sent; when that is
 * true of every field, all are reported missing, because a command without parameters means "read".
 *
 * @param values by field name; names that are not in the form are not looked at
 * @param reportInterval the thing's report interval in seconds, if known: the passive one must exceed it (vendor fact)
 */
export function buildCommand(
  form: CommandForm,
  values: Readonly<Record<string, number | null>>,
  reportInterval: number | null = null
): BuiltCommand {
  const filled = form.fields.map((field) => ({ field, value: values[field.name] ?? null }))
  const nothing = filled.every(({ value }) => value === null)
  const faults: FieldFault[] = []
  const warnings: FieldWarning[] = []
  const parameters: Record<string, number> = {}
  for (const { field, value } of filled) {
    const fault = value === null ? absenceFault(field, nothing) : valueFault(field, value, reportInterval)
    if (fault !== null) faults.push(fault)
    if (value === null) continue
    parameters[field.name] = value
    if (isReportingInterval(field.name) && value < shortestProductionInterval) {
      warnings.push({ field: field.name, warning: 'not_for_production' })
    }
  }
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    command: { tsmId: form.tsmId, tsmEv: commandEvents.configurationRequest, parameters },
    warnings
  }
}

/**
 * Asks the device for its current values.
 * @throws RangeError for a form that cannot be read, see {@link CommandForm.canRead}
 */
export function readCommand(form: CommandForm): Command {
  if (!form.canRead) throw new RangeError(`${form.tsmId} cannot be read`)
  return { tsmId: form.tsmId, tsmEv: commandEvents.configurationRequest, parameters: {} }
}

function absenceFault(field: CommandField, nothing: boolean): FieldFault | null {
  return field.alwaysSend || nothing ? { field: field.name, fault: 'missing' } : null
}

function isReportingInterval(name: string): boolean {
  return name === 'measurementInterval' || name === 'reportInterval'
}
