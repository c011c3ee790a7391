import type { Instant } from '@shared/domain/thing'
import { meaningOfInterruption } from './attempt'
import type { Change, JournalEntry } from './journal'
import type { OutboxPolicy } from './policy'
import { nextLife } from './stateMachine'

/**
 * What becomes of an action that the journal shows as `sending` although nobody is sending it: an earlier run of the
 * app was cut off in it. It becomes `unknown`, never `pending`.
 */
export function interruption(
  { seq, life, lastAttempt }: Pick<JournalEntry, 'seq' | 'life' | 'lastAttempt'>,
  now: Instant,
  policy: OutboxPolicy
): Change {
  const next = nextLife(life, meaningOfInterruption(lastAttempt?.startedAt ?? now, now, policy))
  if (next === null) throw new Error(`an action that is ${life.state} was not interrupted`)
  return {
    seq,
    life: next,
    endAttempt: { endedAt: now, outcome: 'interrupted', httpStatus: null, words: null }
  }
}
