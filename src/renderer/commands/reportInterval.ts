import type { Action } from '@shared/domain/action'
import { reportingCommandId } from '@shared/domain/reporting'
import type { ThingMessage } from '@shared/domain/thing'
import { answerTo, isAnswerTo, sentCommandsOf, type SentCommand } from './commandAnswer'

/**
 * How often the thing reports, in seconds, as far as anything tells: the latest of our own commands with what the thing
 * made of it, or else its latest answer to somebody else's. Null when nothing does.
 *
 * @param actions of this thing, in any order
 * @param messages newest first
 */
export function knownReportInterval(actions: readonly Action[], messages: readonly ThingMessage[]): number | null {
  for (const action of actions.toSorted((a, b) => b.seq - a.seq)) {
    for (const sent of sentReporting(action)) {
      const asked = seconds(sent.parameters['reportInterval'])
      if (asked === null) continue
      const answer = answerTo(sent, messages, action.capturedAt)
      const applied =
        answer.state === 'answered' ? answer.fields.find(({ name }) => name === 'reportInterval') : undefined
      return seconds(applied?.value) ?? asked
    }
  }
  const answers = messages.filter((message) => isAnswerTo(reportingCommandId, message))
  return answers.map(({ fields }) => seconds(fields['reportInterval'])).find((interval) => interval !== null) ?? null
}

/** The commands about reporting that are (or will be) with the thing, the last first. */
function sentReporting(action: Action): SentCommand[] {
  if (action.state === 'discarded' || action.state === 'needs_you') return []
  return sentCommandsOf(action)
    .filter(({ tsmId }) => tsmId === reportingCommandId)
    .toReversed()
}

function seconds(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? value : null
}
