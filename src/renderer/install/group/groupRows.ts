import { unassignedGroupId, type KnownGroup } from '@shared/domain/deploymentGroup'
import { targetGroup, type Belief, type GroupChoice } from '../choices'

/** One group to choose. */
export interface GroupRow {
  readonly choice: GroupChoice
  readonly groupId: string
  readonly description: string | null
  /** What is special about it; `queued`: created here and not confirmed yet. */
  readonly marks: readonly ('current' | 'last' | 'new' | 'queued')[]
}

/** More than fit a screen: beyond this, typing finds a group faster than scrolling. */
export const longestList = 60

interface RowInput {
  readonly groups: readonly KnownGroup[]
  readonly belief: Belief
  readonly lastGroup: string | null
  /** The present choice, which is listed even when nobody knows that group. */
  readonly chosen: GroupChoice | null
  readonly query: string
}

/**
 * The groups to choose from: where the thing is, the one used last and the present choice first, then all others by
 * name, `unassigned` at the end; only those that contain what was typed.
 */
export function groupRows(input: RowInput): { rows: GroupRow[]; more: number } {
  const { groups, belief, lastGroup, chosen, query } = input
  const known = new Map(groups.map((group) => [group.groupId, group] as const))
  const current = belief.group?.value ?? null
  const chosenId = chosen === null ? null : targetGroup(chosen, belief)
  const first = [chosen?.kind === 'create' ? chosenId : null, current, lastGroup, chosenId].filter((id) => id !== null)
  const others = [...known.keys()].filter((id) => id !== unassignedGroupId)
  const needle = query.trim().toLowerCase()
  const ids = [...new Set([...first, ...others, unassignedGroupId])].filter((id) =>
    `${id} ${known.get(id)?.description ?? ''}`.toLowerCase().includes(needle)
  )
  const rows = ids.map((groupId): GroupRow => {
    const isNew = chosen?.kind === 'create' && chosen.groupId === groupId
    const marks: GroupRow['marks'] = [
      ...(groupId === current ? ['current' as const] : []),
      ...(groupId === lastGroup ? ['last' as const] : []),
      ...(isNew ? ['new' as const] : []),
      ...(known.get(groupId)?.origin === 'queued' ? ['queued' as const] : [])
    ]
    return {
      choice: isNew ? chosen : groupId === current ? { kind: 'keep' } : { kind: 'put', groupId },
      groupId,
      description: isNew ? chosen.description : (known.get(groupId)?.description ?? null),
      marks
    }
  })
  return { rows: rows.slice(0, longestList), more: Math.max(0, rows.length - longestList) }
}

/** Which row Enter in the search field takes: the very name, or else the first found. Null when nothing was typed. */
export function rowForQuery(rows: readonly GroupRow[], query: string): GroupRow | null {
  const needle = query.trim().toLowerCase()
  if (needle === '') return null
  return rows.find((row) => row.groupId.toLowerCase() === needle) ?? rows[0] ?? null
}
