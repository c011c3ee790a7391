import { randomUUID } from 'node:crypto'
import type { Stack } from '@shared/domain/stack'
import type { PolicyStack } from '../ports/policy'
import type { Log } from '../ports/log'
import type { KnownStacks, StackList } from '../ports/settingsStore'
import { freeName } from './keptStacks'

/** A stack is the same by whom it speaks to, and as whom: a name is only what people call it. */
export function isGiven(
  { baseUrl, clientId }: Pick<Stack, 'baseUrl' | 'clientId'>,
  given: readonly PolicyStack[]
): boolean {
  return given.some((one) => one.baseUrl === baseUrl && one.clientId === clientId)
}

/**
 * The known stacks together with those a policy names. One that somebody has set up already keeps its id, and so its
 * secret and all that waits for it; it takes the policy's name. What a policy no longer names stays, as the person's own.
 *
 * @param freshId for a stack that is not known yet
 */
export function withPolicyStacks(
  known: KnownStacks,
  given: readonly PolicyStack[],
  freshId: () => string
): KnownStacks {
  const stacks = [...known.stacks]
  for (const wanted of given) {
    const at = stacks.findIndex((stack) => isGiven(stack, [wanted]))
    const others = stacks.filter((_, index) => index !== at)
    const before = stacks[at]
    const stack: Stack = { ...wanted, id: before?.id ?? freshId(), name: freeName(wanted.name, others) }
    if (before === undefined) stacks.push(stack)
    else stacks[at] = stack
  }
  return { stacks, activeStackId: known.activeStackId ?? stacks[0]?.id ?? null }
}

/** Once at the start. What cannot be written now is tried again at the next one. */
export function giveStacks(list: StackList, given: readonly PolicyStack[], log: Log): void {
  if (given.length === 0) return
  try {
    list.keepStacks(withPolicyStacks(list.knownStacks(), given, randomUUID))
  } catch (error) {
    log.error('stacks', 'the stacks of the policy could not be kept', { error })
  }
}
