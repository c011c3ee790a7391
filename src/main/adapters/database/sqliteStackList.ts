import type { DatabaseSync } from 'node:sqlite'
import { stackSchema } from '@shared/domain/stack'
import type { KnownStacks, StackList } from '../../ports/settingsStore'
import { inTransaction } from './transaction'

/** The known stacks in the same file as their actions, so that one is never there without the other. */
export class SqliteStackList implements StackList {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** A row that cannot be read is left out. */
  knownStacks(): KnownStacks {
    const rows = this.#db.prepare('SELECT * FROM stacks ORDER BY place').all()
    const known = rows.flatMap((row) => {
      const { id, name, base_url: baseUrl, client_id: clientId } = row
      const parsed = stackSchema.safeParse({ id, name, baseUrl, clientId })
      return parsed.success ? [{ stack: parsed.data, active: row['active'] === 1 }] : []
    })
    return {
      stacks: known.map(({ stack }) => stack),
      activeStackId: known.find(({ active }) => active)?.stack.id ?? null
    }
  }

  keepStacks({ stacks, activeStackId }: KnownStacks): void {
    inTransaction(this.#db, () => {
      this.#db.exec('DELETE FROM stacks')
      const statement = this.#db.prepare(
        'INSERT INTO stacks (id, name, base_url, client_id, active) VALUES (?, ?, ?, ?, ?)'
      )
      for (const { id, name, baseUrl, clientId } of stacks) {
        statement.run(id, name, baseUrl, clientId, id === activeStackId ? 1 : 0)
      }
    })
  }
}
