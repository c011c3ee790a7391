import { ProblemError, type ProblemKind } from '@shared/domain/problem'
import { writeProblem } from '../settings/writeProblem'

/** SQLite's primary result codes that mean something to a person (https://sqlite.org/rescode.html). */
const kinds: Readonly<Record<number, ProblemKind>> = { 13: 'disk_full', 8: 'read_only', 14: 'read_only' }

/** Result codes of a damaged file: SQLITE_CORRUPT and SQLITE_NOTADB. */
const damaged = new Set([11, 26])

/** SQLITE_ERROR: a statement that does not fit the tables. */
const wrong = 1

/** SQLITE_BUSY, SQLITE_READONLY, SQLITE_FULL, SQLITE_CANTOPEN: the disk or another program is in the way. */
const refusals = new Set([5, 8, 13, 14])

/** SQLITE_IOERR: where one reads, it is a bad place of the disk; where one writes, the disk takes nothing. */
const ioError = 10

/** What the file itself does not say: a finding of ours, in the shape of SQLite's own error for damage. */
export class DamagedDatabaseError extends Error {
  readonly errcode = 11

  constructor(finding: string) {
    super(finding)
    this.name = 'DamagedDatabaseError'
  }
}

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  return error.errcode & 0xff
}

export function isDamage(error: unknown): boolean {
  const code = primaryCode(error)
  return code !== null && damaged.has(code)
}

export function isWrongSchema(error: unknown): boolean {
  return primaryCode(error) === wrong
}

/** Whether nothing is wrong with the content: the same may succeed once what is in the way has gone. */
export function isRefusal(error: unknown, when: 'reading' | 'writing'): boolean {
  const code = primaryCode(error)
  return code !== null && (refusals.has(code) || (when === 'writing' && code === ioError))
}

/** Says in our words why nothing was written. */
export function storageProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  const code = primaryCode(error)
  if (code === null && error instanceof Error && 'syscall' in error) return writeProblem(error, 'database folder')
  const kind = (code === null ? undefined : kinds[code]) ?? 'not_saved'
  const detail = error instanceof Error ? error.message : 'unknown storage error'
  return new ProblemError({ kind, detail }, { cause: error })
}
