import type { Intent } from '@shared/domain/action'
import type { JournalEntry } from './journal'

/** The group that an intent brings into being. */
function madeBy(intent: Intent): string | null {
  if (intent.type === 'group_create') return intent.groupId
  return intent.type === 'group_rename' ? intent.newGroupId : null
}

/** The group that has to be there for an intent to succeed. */
function neededBy(intent: Intent): string | null {
  return intent.type === 'group' || intent.type === 'group_rename' || intent.type === 'group_delete'
    ? intent.groupId
    : null
}

/**
 * The open actions that count on what this one makes, directly or through each other: discarding it leaves them without
 * their group.
 * @param later open entries captured after it, oldest first
 */
export function dependentsOf(
  entry: Pick<JournalEntry, 'intent' | 'seq'>,
  later: Iterable<JournalEntry>
): JournalEntry[] {
  const missing = new Set<string>()
  const dependents: JournalEntry[] = []
  const made = madeBy(entry.intent)
  if (made === null) return dependents
  missing.add(made)
  for (const candidate of later) {
    if (candidate.seq <= entry.seq) continue
    const needed = neededBy(candidate.intent)
    const alsoMade = madeBy(candidate.intent)
    if (needed !== null && missing.has(needed)) {
      dependents.push(candidate)
      if (alsoMade !== null) missing.add(alsoMade)
    } else if (alsoMade !== null) {
      // Made a second time, by an action that stays.
      missing.delete(alsoMade)
    }
  }
  return dependents
}
