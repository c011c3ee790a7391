import type { Action } from '@shared/domain/action'
import { unassignedGroupId, type KnownGroup } from '@shared/domain/deploymentGroup'
import type { GroupsOverview } from '@shared/domain/groupsOverview'

/** One group, with what waits here to be done with it. */
export interface GroupEntry {
  /** What the server calls it, or, while its creation waits, what it is created as. */
  readonly groupId: string
  readonly description: string | null
  readonly origin: KnownGroup['origin']
  /** Oldest first. */
  readonly changes: readonly Action[]
  /** What it is called when all that has come true; null: it is gone then. */
  readonly finalName: string | null
}

type Growing = { -readonly [K in keyof GroupEntry]: GroupEntry[K] } & { changes: Action[] }

/**
 * Every group once, by name and `unassigned` at the end. What waits is followed through its names: a group that is
 * created, renamed and deleted is one group with three changes.
 */
export function groupEntries({ groups, changes }: Pick<GroupsOverview, 'groups' | 'changes'>): GroupEntry[] {
  const entries = new Map<string, Growing>()
  /** By the name that a group has after all that was followed so far. */
  const named = new Map<string, Growing>()

  function add(group: KnownGroup): Growing {
    const entry: Growing = { ...group, changes: [], finalName: group.groupId }
    entries.set(group.groupId, entry)
    named.set(group.groupId, entry)
    return entry
  }

  function call(entry: Growing, name: string | null): void {
    if (entry.finalName !== null && named.get(entry.finalName) === entry) named.delete(entry.finalName)
    entry.finalName = name
    if (name !== null) named.set(name, entry)
  }

  for (const group of groups) add(group)
  for (const action of changes) {
    const { intent } = action
    if (!('groupId' in intent) || intent.type === 'group') continue
    const known = named.get(intent.groupId) ?? entries.get(intent.groupId)
    const origin = intent.type === 'group_create' ? 'queued' : 'seen'
    const entry = known ?? add({ groupId: intent.groupId, description: null, origin })
    entry.changes.push(action)
    if (intent.type === 'group_create') {
      entry.description ??= intent.description
      call(entry, intent.groupId)
    } else call(entry, intent.type === 'group_rename' ? intent.newGroupId : null)
  }
  return [...entries.values()].toSorted(
    (a, b) =>
      Number(a.groupId === unassignedGroupId) - Number(b.groupId === unassignedGroupId) ||
      a.groupId.localeCompare(b.groupId)
  )
}

/** Names that a new group cannot have: those that are taken when all that waits has come true. */
export function takenNames(entries: readonly GroupEntry[]): string[] {
  return entries.flatMap(({ finalName }) => finalName ?? [])
}

/** Those that contain what was typed, in a name or a description. */
export function groupsMeant(entries: readonly GroupEntry[], search: string): GroupEntry[] {
  const needle = search.trim().toLowerCase()
  return entries.filter(({ groupId, finalName, description }) =>
    `${groupId} ${finalName ?? ''} ${description ?? ''}`.toLowerCase().includes(needle)
  )
}
