import { newGroupIdFault, type GroupIdFault, type KnownGroup } from '@shared/domain/deploymentGroup'
import {
  buildGroupName,
  groupNameWarnings,
  type GroupEnvironment,
  type GroupNameWarning
} from '@shared/domain/groupName'

/** A new group as it is filled in: by the parts of the naming convention, or the whole name freely. */
export interface NewGroupDraft {
  by: 'convention' | 'free'
  environment: GroupEnvironment
  country: string
  name: string
  freeName: string
}

export interface NewGroupReading {
  /** What the group would be called. */
  readonly groupId: string
  /** Why it cannot be created; `exists`: it is there already and can simply be chosen. */
  readonly fault: GroupIdFault | 'exists' | null
  readonly warnings: readonly GroupNameWarning[]
}

export function readNewGroup(draft: NewGroupDraft, groups: readonly KnownGroup[]): NewGroupReading {
  const groupId = draft.by === 'free' ? draft.freeName : builtName(draft)
  const fault = newGroupIdFault(groupId) ?? (groups.some((group) => group.groupId === groupId) ? 'exists' : null)
  return { groupId, fault, warnings: groupId === '' ? [] : groupNameWarnings(groupId) }
}

/** A prefix alone is no name. */
function builtName({ environment, country, name }: NewGroupDraft): string {
  const withName = buildGroupName({ environment, country, name })
  return withName === buildGroupName({ environment, country, name: '' }) ? '' : withName
}
