import type { CommandRecord, Instant } from '@shared/domain/thing'
import { z } from 'zod'
import { instant } from './time'
import { optionalNumber, otherFields, requiredNumber } from './values'

const fixed = z.looseObject({
  tsmId: requiredNumber,
  tsmEv: optionalNumber,
  tsmTs: instant,
  tsmDstTuid: z.unknown().optional(),
  transactionId: optionalNumber
})

const fixedNames = Object.keys(fixed.shape)

/** The command object that stands in a history as in the answer to a send. */
export const commandOnWire = fixed.transform((command) => ({
  tsmId: command.tsmId,
  tsmEv: command.tsmEv,
  at: command.tsmTs,
  transactionId: command.transactionId,
  fields: otherFields(command, fixedNames)
}))

/** Completes a command with what stands around it. */
export function commandRecord(
  command: z.output<typeof commandOnWire>,
  around: { readonly at: Instant | null; readonly responsible: string | null }
): CommandRecord {
  return { ...command, at: around.at ?? command.at, responsible: around.responsible }
}
