import type { Action } from '@shared/domain/action'
import type { ThingMessage } from '@shared/domain/thing'
import { commandAnswer, isAnswerTo } from './commandAnswer'

/** The command whose parameters tell how often a thing reports. */
const reportingCommandId = 1500

/**
 * How often the thing reports, in seconds, as far as anything tells: the latest of our own commands with what the thing
 * made of it, or else its latest answer to somebody else's. Null when nothing does.
 *
 * @param actions of this thing, in any order
 * @param messages newest first
 */
export function knownReportInterval(actions: readonly Action[], messages: readonly ThingMessage[]): number | null {
  for (const action of actions.toSorted((a, b) => b.seq - a.seq)) {
    const asked = askedInterval(action)
    if (asked === null) continue
    const answer = commandAnswer(action, messages, action.capturedAt)
    const applied =
      answer.state === 'answered' ? answer.fields.find(({ name }) => name === 'reportInterval') : undefined
    return seconds(applied?.value) ?? asked
  }
  const answers = messages.filter((message) => isAnswerTo(reportingCommandId, message))
  return answers.map(({ fields }) => seconds(fields['reportInterval'])).find((interval) => interval !== null) ?? null
}

/** What a command that is (or will be) with the thing asks for. */
function askedInterval({ intent, state }: Action): number | null {
  if (intent.type !== 'command' || intent.command.tsmId !== reportingCommandId) return null
  if (state === 'discarded' || state === 'needs_you') return null
  return seconds(intent.command.parameters['reportInterval'])
}

function seconds(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? value : null
}
