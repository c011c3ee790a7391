import type { Intent } from '@shared/domain/action'
import type { Command, CommandId } from '@shared/domain/command'
import { commandFormsFor, type CommandField, type CommandForm } from '@shared/domain/commandForm'
import { deviceKindOf, type DeviceKind } from '@shared/domain/deviceKind'

/** One of several things that are to get commands. */
export interface Recipient {
  readonly tuid: string
  /** Those that its kind understands, in the order in which they were chosen. */
  readonly understood: readonly Command[]
  /** Those that it does not: the device would ignore them. */
  readonly foreign: readonly Command[]
}

const kindOf = (tuid: string): DeviceKind => deviceKindOf(tuid).kind

function understands(kind: DeviceKind, tsmId: CommandId): boolean {
  return commandFormsFor(kind).some((form) => form.tsmId === tsmId)
}

export function recipientsOf(tuids: readonly string[], commands: readonly Command[]): Recipient[] {
  return tuids.map((tuid) => {
    const isUnderstood = ({ tsmId }: Command): boolean => understands(kindOf(tuid), tsmId)
    return {
      tuid,
      understood: commands.filter(isUnderstood),
      foreign: commands.filter((command) => !isUnderstood(command))
    }
  })
}

/**
 * One action for each thing that gets anything.
 * @param anyway also what a thing's kind does not understand, for somebody who knows better
 */
export function intentsFor(recipients: readonly Recipient[], commands: readonly Command[], anyway: boolean): Intent[] {
  return recipients.flatMap(({ tuid, understood }) => {
    const own = anyway ? commands : understood
    return own.length === 0 ? [] : [{ type: 'command', tuid, commands: [...own] }]
  })
}

/**
 * The forms that make sense for any of these things. Where their ranges differ, a value has to suit all of those that
 * understand the command; a field that some of them do not have is left out.
 */
export function formsForAll(tuids: readonly string[]): CommandForm[] {
  const kinds = [...new Set(tuids.map(kindOf))]
  const forms = new Map<CommandId, CommandForm>()
  for (const form of kinds.flatMap((kind) => commandFormsFor(kind))) {
    const before = forms.get(form.tsmId)
    forms.set(form.tsmId, before === undefined ? form : { ...before, fields: inCommon(before.fields, form.fields) })
  }
  return [...forms.values()].toSorted((a, b) => a.tsmId - b.tsmId)
}

function inCommon(ones: readonly CommandField[], others: readonly CommandField[]): CommandField[] {
  return ones.flatMap((one) => {
    const other = others.find(({ name }) => name === one.name)
    if (other === undefined) return []
    if (one.kind !== 'integer' || other.kind !== 'integer') return [one]
    const defaultValue = one.defaultValue === other.defaultValue ? one.defaultValue : null
    return [{ ...one, min: Math.max(one.min, other.min), max: Math.min(one.max, other.max), defaultValue }]
  })
}

/** The kind that all of them are of; unknown when they differ. */
export function kindOfAll(tuids: readonly string[]): DeviceKind {
  const [kind = 'unknown', ...others] = [...new Set(tuids.map(kindOf))]
  return others.length === 0 ? kind : 'unknown'
}
