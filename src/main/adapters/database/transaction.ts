import type { DatabaseSync } from 'node:sqlite'
import { storageProblem } from './storageProblem'

/** What is going on in a database that knows no transactions within transactions. */
interface Desk {
  /** Whether a piece of work is being done that is still to be whole or nothing. */
  isAtWork: boolean
  /** Whether a light transaction is open, with work that was done in it, and waits for its commit. */
  isOpen: boolean
  /** Why what was done in a light transaction is gone, until those who wait for its commit are told. */
  lost: Error | null
  readonly onLost: Set<() => void>
}

const desks = new WeakMap<DatabaseSync, Desk>()

function deskOf(db: DatabaseSync): Desk {
  let desk = desks.get(db)
  if (desk === undefined) {
    desk = { isAtWork: false, isOpen: false, lost: null, onLost: new Set() }
    desks.set(db, desk)
  }
  return desk
}

/** Whether work is under way that a write of somebody else's would become part of. */
export function isAtWork(db: DatabaseSync): boolean {
  return deskOf(db).isAtWork
}

/**
 * Runs a function as one transaction: on disk when it returns, without trace when it throws.
 * @throws ProblemError disk_full, read_only, not_saved
 */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  closeOpen(db)
  const desk = deskOf(db)
  desk.isAtWork = true
  try {
    db.exec('BEGIN IMMEDIATE')
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    rollBack(db)
    throw storageProblem(error)
  } finally {
    desk.isAtWork = false
  }
}

/**
 * The same without waiting for the disk: another process sees it, and a crash of the app does not lose it, but a power
 * cut may, until the next sync or the next transaction of the other kind.
 * @throws ProblemError as above
 */
export function inLightTransaction<T>(db: DatabaseSync, work: () => T): T {
  closeOpen(db)
  db.exec('PRAGMA synchronous = NORMAL')
  try {
    return inTransaction(db, work)
  } finally {
    db.exec('PRAGMA synchronous = FULL')
  }
}

/**
 * Does a piece of work in a light transaction that is left open for more of its kind: everything in this process sees it
 * at once, nobody else does before `commitOpen`. Without trace when it throws; what was done in it before stays.
 * @throws ProblemError as above
 */
export function inOpenTransaction<T>(db: DatabaseSync, work: () => T): T {
  const desk = deskOf(db)
  const isFirst = !desk.isOpen
  desk.isAtWork = true
  try {
    if (isFirst) db.exec('PRAGMA synchronous = NORMAL')
    db.exec(isFirst ? 'BEGIN IMMEDIATE' : 'SAVEPOINT piece')
    const result = work()
    if (!isFirst) db.exec('RELEASE piece')
    desk.isOpen = true
    return result
  } catch (error) {
    if (isFirst) {
      rollBack(db)
      db.exec('PRAGMA synchronous = FULL')
    } else undoPiece(db, error)
    throw storageProblem(error)
  } finally {
    desk.isAtWork = false
  }
}

/**
 * Commits what was done in the open transaction, if there is one.
 * @throws ProblemError as above, when that, or anything done in one since the last call, is gone
 */
export function commitOpen(db: DatabaseSync): void {
  closeOpen(db)
  const desk = deskOf(db)
  const { lost } = desk
  desk.lost = null
  if (lost !== null) throw lost
}

/**
 * @param tell called when work is gone that was done in an open transaction, before anything else is done
 * @returns ends that
 */
export function onOpenLost(db: DatabaseSync, tell: () => void): () => void {
  const { onLost } = deskOf(db)
  onLost.add(tell)
  return () => onLost.delete(tell)
}

/** The same for whoever comes in between: what is lost is told to those whose work it was, at the next `commitOpen`. */
export function closeOpen(db: DatabaseSync): void {
  const desk = deskOf(db)
  if (!desk.isOpen) return
  try {
    db.exec('COMMIT')
  } catch (error) {
    lose(db, error)
    return
  }
  desk.isOpen = false
  db.exec('PRAGMA synchronous = FULL')
}

function undoPiece(db: DatabaseSync, why: unknown): void {
  try {
    db.exec('ROLLBACK TO piece; RELEASE piece')
  } catch {
    // A full disk has ended the whole transaction by itself.
    lose(db, why)
  }
}

function lose(db: DatabaseSync, why: unknown): void {
  const desk = deskOf(db)
  rollBack(db)
  desk.isOpen = false
  desk.lost = storageProblem(why)
  db.exec('PRAGMA synchronous = FULL')
  for (const tell of desk.onLost) tell()
}

/** A full disk ends the transaction by itself; rolling back twice would hide the first error. */
function rollBack(db: DatabaseSync): void {
  if (db.isTransaction) db.exec('ROLLBACK')
}
