import type { Base, Intent } from '@shared/domain/action'
import { unassignedGroupId } from '@shared/domain/deploymentGroup'

/**
 * What an action touches. An exclusive claim keeps everything else on the same resource in order; shared claims pass
 * each other. So a thing's actions keep their order, assignments to one group run side by side, and the creation,
 * renaming or deletion of a group waits for the assignments before it and holds back those after it.
 */
export interface Claim {
  readonly resource: string
  readonly mode: 'exclusive' | 'shared'
}

const thing = (tuid: string): Claim => ({ resource: `thing:${tuid}`, mode: 'exclusive' })
const whole = (groupId: string): Claim => ({ resource: `group:${groupId}`, mode: 'exclusive' })
const member = (groupId: string): Claim => ({ resource: `group:${groupId}`, mode: 'shared' })

/** @param base for an assignment: the group it takes the thing out of, which must not vanish meanwhile */
export function claimsOf(intent: Intent, base: Base): Claim[] {
  switch (intent.type) {
    case 'status':
    case 'command':
      return [thing(intent.tuid)]
    case 'group': {
      const claims = [thing(intent.tuid)]
      for (const groupId of new Set([intent.groupId, base.value])) {
        // `unassigned` can be neither created nor renamed nor deleted: nothing to wait for.
        if (groupId !== null && groupId !== unassignedGroupId) claims.push(member(groupId))
      }
      return claims
    }
    case 'group_create':
    case 'group_delete':
      return [whole(intent.groupId)]
    case 'group_rename':
      return intent.newGroupId === intent.groupId
        ? [whole(intent.groupId)]
        : [whole(intent.groupId), whole(intent.newGroupId)]
  }
}
