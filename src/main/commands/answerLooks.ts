import { answerQuestion } from '@shared/domain/commandAnswer'
import type { Timing } from '../outbox/timing'
import type { IdleTurns } from '../things/idleTurns'
import { PacedLooks } from '../things/pacedLooks'
import type { ThingReader } from '../things/thingReader'
import { isLate, type AwaitedThing, type AwaitedThings } from './awaitedThings'
import { nextLookAt } from './lookPace'

export interface AnswerLooksOptions {
  readonly awaited: AwaitedThings
  readonly things: Pick<ThingReader, 'answersInPassing'>
  /** Whether the stack can be reached, and takes our credentials. */
  readonly isOnline: (stackId: string) => boolean
  readonly idleTurns: IdleTurns
  readonly isAttended: (thing: AwaitedThing) => boolean
  readonly timing: Timing
  /** What went wrong with looking is something else than before. */
  readonly onProblemChanged: (thing: AwaitedThing) => void
  readonly onFault: (error: unknown) => void
}

/** Asks for the answers of the things that have something to answer. What is found comes by the way of all messages. */
export function answerLooks(options: AnswerLooksOptions): PacedLooks<AwaitedThing> {
  const { awaited, things, isAttended, timing, onProblemChanged } = options
  return new PacedLooks({
    ...options,
    asker: 'answers',
    all: () => awaited.all(),
    isWanted: ({ commands }) => commands.length > 0,
    nextLookAt: (thing, now) => {
      const acceptedAt = Math.max(...thing.commands.map((command) => command.acceptedAt))
      const state = { ...thing, acceptedAt, isAttended: isAttended(thing), things: awaited.count(thing.stackId) }
      return nextLookAt(state, now)
    },
    ask: async ({ stackId, tuid, commands }, signal) => {
      // Whoever else reads the thing's messages may have found the answer meanwhile.
      const question = answerQuestion(commands)
      return question === null ? null : (await things.answersInPassing(stackId, tuid, question, signal)).problem
    },
    onLooked: (thing, { isOther, isLasting }) => {
      // Not beyond the day, where the server does not show it.
      if (isLasting) awaited.end(thing, (command) => isLate(command, timing.now()))
      if (isOther) onProblemChanged(thing)
    }
  })
}
