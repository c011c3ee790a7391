import { DatabaseSync } from 'node:sqlite'

/**
 * Ends this process by SIGKILL around a commit of the journal, without a change to the product: its own COMMIT
 * statement is the boundary.
 */
export function killAtCommit(nth: number, side: 'before' | 'after'): void {
  let commits = 0
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with the database it belongs to
  const original = DatabaseSync.prototype.exec
  DatabaseSync.prototype.exec = function exec(this: DatabaseSync, sql: string): void {
    const counts = sql === 'COMMIT' && ++commits === nth
    if (counts && side === 'before') process.kill(process.pid, 'SIGKILL')
    original.call(this, sql)
    if (counts && side === 'after') process.kill(process.pid, 'SIGKILL')
  }
}
