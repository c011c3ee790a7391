import { numberedCommands, type Action, type Intent } from '@shared/domain/action'
import type { Change } from '../../../../simulator/effects'

/** What has a value at the server: the status or the group of a thing, or whether a group is there. */
export type Subject = string

/** Something that is so at the server. */
export interface Fact {
  readonly subject: Subject
  readonly value: string
}

export const statusOfThing = (tuid: string): Subject => `status of ${tuid}`
export const groupOfThing = (tuid: string): Subject => `group of ${tuid}`
export const presenceOfGroup = (groupId: string): Subject => `presence of ${groupId}`

const fact = (subject: Subject, value: string): Fact => ({ subject, value })
export const isThere = (groupId: string): Fact => fact(presenceOfGroup(groupId), 'there')
export const isGone = (groupId: string): Fact => fact(presenceOfGroup(groupId), 'gone')

/** What must be so for a wish to be true. A command leaves nothing behind but its entry in the history. */
export function factsWanted(intent: Intent): Fact[] {
  switch (intent.type) {
    case 'status':
      return [fact(statusOfThing(intent.tuid), intent.status)]
    case 'group':
      return [fact(groupOfThing(intent.tuid), intent.groupId)]
    case 'command':
      return []
    case 'group_create':
      return [isThere(intent.groupId)]
    case 'group_rename':
      return [isGone(intent.groupId), isThere(intent.newGroupId)]
    case 'group_delete':
      return [isGone(intent.groupId)]
  }
}

/** The state of a thing that a wish overwrites, or null: groups as such and commands overwrite nothing. */
export function stateOfThing(intent: Intent): Subject | null {
  return intent.type === 'status' || intent.type === 'group' ? (factsWanted(intent)[0]?.subject ?? null) : null
}

/** What a change at the server has made so: a renamed group takes its members along, a deleted one sets them free. */
export function factsMade(change: Change): Fact[] {
  switch (change.kind) {
    case 'status':
      return [fact(statusOfThing(change.tuid), change.status)]
    case 'group':
      return [fact(groupOfThing(change.tuid), change.groupId)]
    case 'command':
      return []
    case 'group_create':
      return [isThere(change.groupId)]
    case 'group_rename':
      return [
        isGone(change.groupId),
        isThere(change.newGroupId),
        ...change.members.map((tuid) => fact(groupOfThing(tuid), change.newGroupId))
      ]
    case 'group_delete':
      return [isGone(change.groupId), ...change.members.map((tuid) => fact(groupOfThing(tuid), 'unassigned'))]
  }
}

/** A wish in words, one for each change that it takes; the change has the same. */
export function wordsOfWish(action: Pick<Action, 'intent' | 'transactionId'>): string[] {
  const { intent } = action
  switch (intent.type) {
    case 'status':
      return [`${intent.tuid} becomes ${intent.status}`]
    case 'group':
      return [`${intent.tuid} joins ${intent.groupId}`]
    case 'command':
      return numberedCommands(action).map(
        ({ transactionId }) => `${intent.tuid} gets command ${transactionId ?? 'without a number'}`
      )
    case 'group_create':
      return [`${intent.groupId} is created`]
    case 'group_rename':
      return [`${intent.groupId} is renamed to ${intent.newGroupId}`]
    case 'group_delete':
      return [`${intent.groupId} is deleted`]
  }
}

export function wordsOfChange(change: Change): string {
  switch (change.kind) {
    case 'status':
      return `${change.tuid} becomes ${change.status}`
    case 'group':
      return `${change.tuid} joins ${change.groupId}`
    case 'command':
      return `${change.tuid} gets command ${JSON.stringify(change.command['transactionId'])}`
    case 'group_create':
      return `${change.groupId} is created`
    case 'group_rename':
      return `${change.groupId} is renamed to ${change.newGroupId}`
    case 'group_delete':
      return `${change.groupId} is deleted`
  }
}

/** Whether two wishes must keep their order: those about one thing, and those about one group unless both only join it. */
export function keepOrder(one: Intent, other: Intent): boolean {
  const whole = (intent: Intent): string[] => {
    if ('tuid' in intent) return [intent.tuid]
    return intent.type === 'group_rename' ? [intent.groupId, intent.newGroupId] : [intent.groupId]
  }
  const touched = (intent: Intent): string[] =>
    intent.type === 'group' ? [...whole(intent), intent.groupId] : whole(intent)
  return (
    whole(one).some((each) => touched(other).includes(each)) || whole(other).some((each) => touched(one).includes(each))
  )
}
