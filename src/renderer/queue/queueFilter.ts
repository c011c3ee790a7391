import { openActionStates, tuidOf, type Action } from '@shared/domain/action'

export const queueFilters = ['open', 'needs_you', 'done', 'all'] as const

export type QueueFilter = (typeof queueFilters)[number]

const matches: Readonly<Record<QueueFilter, (action: Action) => boolean>> = {
  open: (action) => (openActionStates as readonly string[]).includes(action.state),
  needs_you: (action) => action.state === 'needs_you',
  done: (action) => action.state === 'done',
  all: () => true
}

/**
 * What the queue shows: those that need a person first, otherwise in the order given.
 *
 * @param search part of a TUID as typed, in any case and with spaces, or part of a group's name; empty for no search
 */
export function shownActions(actions: readonly Action[], filter: QueueFilter, search: string): Action[] {
  const wanted = search.replaceAll(/\s/gu, '').toLowerCase()
  const shown = actions.filter((action) => matches[filter](action) && isAbout(action, wanted))
  return [...shown.filter(matches.needs_you), ...shown.filter((action) => !matches.needs_you(action))]
}

export function countOf(actions: readonly Action[], filter: QueueFilter): number {
  return actions.filter(matches[filter]).length
}

function isAbout(action: Action, wanted: string): boolean {
  const { intent } = action
  const groups = ['groupId' in intent ? intent.groupId : '', intent.type === 'group_rename' ? intent.newGroupId : '']
  return [tuidOf(intent) ?? '', ...groups].some((name) => name.toLowerCase().includes(wanted))
}
