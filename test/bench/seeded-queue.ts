import { randomUUID } from 'node:crypto'
import type { Base, Intent } from '@shared/domain/action'
import { openDatabase } from '../../src/main/adapters/database/openDatabase.ts'
import { SqliteJournal } from '../../src/main/adapters/database/sqliteJournal.ts'
import { openSettings } from '../../src/main/adapters/settings/settingsFile.ts'
import { beliefAfter, noBelief } from '../../src/main/outbox/beliefs.ts'
import type { JournalEntry } from '../../src/main/outbox/journal.ts'
import { intentOf } from './workload.ts'

/** Most actions written in one transaction while a queue is made. */
const batchSize = 5_000

export interface QueueOptions {
  readonly stackId: string
  readonly waiting: number
  readonly things: number
}

/** Makes the stack known in this data folder, without a secret. */
export function seedStack(folder: string, stackId: string, baseUrl: string, clientId = 'bench'): void {
  const { store } = openSettings(folder)
  store.keepStacks({ stacks: [{ id: stackId, name: 'Bench', baseUrl, clientId }], activeStackId: stackId })
}

/**
 * Fills the journal in this data folder as if somebody had worked offline for long: nothing has been seen of the
 * server, and each belief rests on the action before it.
 */
export function seedQueue(folder: string, { stackId, waiting, things }: QueueOptions): JournalEntry[] {
  const { db } = openDatabase(folder)
  const journal = new SqliteJournal(db)
  const latest = new Map<string, JournalEntry>()
  const entries: JournalEntry[] = []
  for (let from = 0; from < waiting; from += batchSize) {
    const batch = Array.from({ length: Math.min(batchSize, waiting - from) }, (_, index) =>
      intentOf(from + index, things)
    )
    const inBatch = new Map<string, number>()
    const captured = journal.capture(
      batch.map((intent, index) => {
        const subject = subjectOf(intent)
        const buildsOn = inBatch.get(subject) ?? null
        inBatch.set(subject, index)
        return {
          id: randomUUID(),
          stackId,
          intent,
          transactionId: intent.type === 'command' ? journal.nextTransactionIds(stackId, intent.commands.length) : null,
          base: baseOf(intent, buildsOn === null ? latest.get(subject) : entryLike(batch[buildsOn])),
          capturedAt: Date.now(),
          buildsOn
        }
      })
    )
    for (const entry of captured) {
      latest.set(subjectOf(entry.intent), entry)
      entries.push(entry)
    }
  }
  db.close()
  return entries
}

function subjectOf(intent: Intent): string {
  return 'tuid' in intent ? `${intent.type}:${intent.tuid}` : intent.type
}

function entryLike(intent: Intent | undefined): Pick<JournalEntry, 'intent' | 'seq' | 'capturedAt'> | undefined {
  return intent === undefined ? undefined : { intent, seq: 0, capturedAt: Date.now() }
}

function baseOf(intent: Intent, earlier: Pick<JournalEntry, 'intent' | 'seq' | 'capturedAt'> | undefined): Base {
  return earlier === undefined || intent.type === 'command' ? noBelief : beliefAfter(earlier)
}
