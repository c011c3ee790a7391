import { newGroupIdFault, type GroupIdFault } from '@shared/domain/deploymentGroup'
import {
  buildGroupName,
  groupNameWarnings,
  readGroupName,
  type GroupEnvironment,
  type GroupNameWarning
} from '@shared/domain/groupName'

/** The name of a group as it is filled in: by the parts of the naming convention, or the whole name freely. */
export interface GroupDraft {
  by: 'convention' | 'free'
  environment: GroupEnvironment
  country: string
  name: string
  freeName: string
}

export interface GroupDraftReading {
  /** What the group would be called. */
  readonly groupId: string
  /** Why it cannot be called so; `exists`: another one is. */
  readonly fault: GroupIdFault | 'exists' | null
  readonly warnings: readonly GroupNameWarning[]
}

/** A form still empty. @param like a group of which environment and country are taken over: sites lie near each other */
export function newDraft(like: string | null): GroupDraft {
  const parts = readGroupName(like ?? '')
  const { environment = 'pr', country = 'fi' } = parts ?? {}
  return { by: 'convention', environment, country, name: '', freeName: '' }
}

/** A form that holds the name a group has. */
export function draftOf(groupId: string): GroupDraft {
  const parts = readGroupName(groupId)
  return parts === null
    ? { ...newDraft(null), by: 'free', freeName: groupId }
    : { by: 'convention', ...parts, freeName: groupId }
}

/** @param taken names that other groups have */
export function readGroupDraft(draft: GroupDraft, taken: readonly string[]): GroupDraftReading {
  const groupId = draft.by === 'free' ? draft.freeName : builtName(draft)
  const fault = newGroupIdFault(groupId) ?? (taken.includes(groupId) ? 'exists' : null)
  return { groupId, fault, warnings: groupId === '' ? [] : groupNameWarnings(groupId) }
}

/** A prefix alone is no name. */
function builtName({ environment, country, name }: GroupDraft): string {
  const withName = buildGroupName({ environment, country, name })
  return withName === buildGroupName({ environment, country, name: '' }) ? '' : withName
}
