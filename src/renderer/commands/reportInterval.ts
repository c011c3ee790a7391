import type { Action } from '@shared/domain/action'
import { answers, askedCommands, isAnswerTo, type AskedCommand } from '@shared/domain/commandAnswer'
import { reportingCommandId } from '@shared/domain/reporting'
import type { ThingMessage } from '@shared/domain/thing'

/**
 * How often the thing reports, in seconds, as far as anything tells: the latest of our own commands with what the thing
 * made of it, or else its latest answer to somebody else's. Null when nothing does.
 *
 * @param actions of this thing, in any order
 * @param messages newest first
 */
export function knownReportInterval(actions: readonly Action[], messages: readonly ThingMessage[]): number | null {
  for (const action of actions.toSorted((a, b) => b.seq - a.seq)) {
    for (const command of toldOf(action)) {
      const asked = seconds(command.parameters['reportInterval'])
      if (asked === null) continue
      const answer = messages.find((message) => answers(message, command))
      return seconds(answer?.fields['reportInterval']) ?? asked
    }
  }
  const others = messages.filter((message) => isAnswerTo(reportingCommandId, message))
  return others.map(({ fields }) => seconds(fields['reportInterval'])).find((interval) => interval !== null) ?? null
}

/** The commands about reporting that are (or will be) with the thing, the last first. */
function toldOf(action: Action): AskedCommand[] {
  if (action.state === 'discarded' || action.state === 'needs_you') return []
  return askedCommands(action)
    .filter(({ tsmId }) => tsmId === reportingCommandId)
    .toReversed()
}

function seconds(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? value : null
}
