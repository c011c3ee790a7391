import { openActionStates, type ActionState } from '@shared/domain/action'

export const queueFilters = ['open', 'needs_you', 'under_way', 'done', 'discarded', 'all'] as const

export type QueueFilter = (typeof queueFilters)[number]

/** The states that each filter shows; null for all of them. */
export const statesOf: Readonly<Record<QueueFilter, readonly ActionState[] | null>> = {
  open: openActionStates,
  needs_you: ['needs_you'],
  under_way: ['sending', 'unknown'],
  done: ['done'],
  discarded: ['discarded'],
  all: null
}
