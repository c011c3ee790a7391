import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** The statements of one database, each prepared once: preparing costs more than most of them take to run. */
export class Statements {
  readonly #db: DatabaseSync
  readonly #bySql = new Map<string, StatementSync>()

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** @param sql one of a few texts; whatever varies is a parameter */
  of(sql: string): StatementSync {
    let statement = this.#bySql.get(sql)
    if (statement === undefined) {
      statement = this.#db.prepare(sql)
      this.#bySql.set(sql, statement)
    }
    return statement
  }
}
