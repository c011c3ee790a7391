import type { Stack } from '@shared/domain/stack'
import type { Notice } from '@shared/ipc/channels'
import type { OpenedDatabase } from './adapters/database/openDatabase'

/** What was found on this laptop that was not as it was left. */
export interface Findings {
  readonly settings: Notice | null
  readonly database: Pick<OpenedDatabase, 'damage' | 'found'>
  /** Where the database lies. */
  readonly databaseFile: string
  /** Whether the settings knew a stack before anything was brought back: then there was a database as well. */
  readonly hadStacks: boolean
  readonly recalled: readonly Stack[]
  /** Open actions of stacks that nobody knows. */
  readonly withoutStack: number
  readonly quarantined: number
}

/** What the person is told about the files of this laptop. */
export function noticesOf(findings: Findings): Notice[] {
  const { settings, database, databaseFile, hadStacks, recalled, withoutStack, quarantined } = findings
  const { damage, found } = database
  const notices: Notice[] = settings === null ? [] : [settings]
  if (damage !== null) {
    notices.push({ kind: damage.lost ? 'database_reset' : 'database_salvaged', detail: damage.movedTo })
  }
  if (found === 'empty_file' || (found === 'nothing' && hadStacks)) {
    notices.push({ kind: 'database_empty', detail: databaseFile })
  }
  if (recalled.length > 0) {
    notices.push({ kind: 'stacks_recalled', detail: recalled.map(({ name }) => name).join(', ') })
  }
  if (withoutStack > 0) notices.push({ kind: 'actions_without_stack', detail: String(withoutStack) })
  if (quarantined > 0) notices.push({ kind: 'quarantined_actions', detail: String(quarantined) })
  return notices
}
