import type { SQLInputValue } from 'node:sqlite'
import { openActionStates, type ActionState } from '@shared/domain/action'
import type { QueueFilter } from '../../outbox/queue'

/** A part of a statement with the values of its question marks, in order. */
export interface Sql {
  readonly sql: string
  readonly values: readonly SQLInputValue[]
}

/** A part of a column that holds JSON. A row whose JSON is damaged must not spoil the answer about all others. */
export function inJson(column: string, path: string): string {
  return `CASE WHEN json_valid(${column}) THEN json_extract(${column}, '$.${path}') END`
}

/** Whether an action is neither done nor discarded. */
export const isOpen = `state IN (${openActionStates.map((state) => `'${state}'`).join(', ')})`

/** The group that an intent is about. Word by word as in the index `queue` (schema.ts), or that is of no use. */
export const groupOf = inJson('intent', 'groupId')

/** The name that a group is to have instead. As in the index, too. */
const newGroupOf = inJson('intent', 'newGroupId')

/** What rows of `actions` have to fulfil to be among those asked for. */
export function conditionOf({ stackId, states, subject, search }: QueueFilter): Sql {
  const conditions = ['stack_id = ?']
  const values: SQLInputValue[] = [stackId]
  if (states !== null) {
    conditions.push(stateIs(states))
    values.push(...states)
  }
  if (subject !== null && 'tuid' in subject) {
    conditions.push('tuid = ?')
    values.push(subject.tuid)
  } else if (subject !== null && 'renamedTo' in subject) {
    conditions.push(`tuid IS NULL AND ${newGroupOf} = ?`)
    values.push(subject.renamedTo)
  } else if (subject !== null) {
    conditions.push(`tuid IS NULL AND ${groupOf} = ?`)
    values.push(subject.groupId)
  }
  const pattern = patternOf(search)
  if (pattern !== null) {
    const names = ['tuid', groupOf, newGroupOf]
    conditions.push(`(${names.map((name) => `${name} LIKE ? ESCAPE '\\'`).join(' OR ')})`)
    values.push(...names.map(() => pattern))
  }
  return { sql: conditions.join(' AND '), values }
}

/** One state keeps its rows in order in the index; several would have to be sorted. */
function stateIs(states: readonly ActionState[]): string {
  return states.length === 1 ? 'state = ?' : `state IN (${states.map(() => '?').join(', ')})`
}

/** @returns a pattern for LIKE that finds the text anywhere, or null when nothing is looked for */
function patternOf(search: string): string | null {
  const wanted = search.replaceAll(/\s/gu, '')
  if (wanted === '') return null
  // LIKE folds the case of ASCII alone. Another letter may stand for any: finding a little more is no harm.
  const letters = wanted.replaceAll(/[\\%_]/gu, String.raw`\$&`).replaceAll(/[^\p{ASCII}]/gu, '_')
  return `%${letters}%`
}
