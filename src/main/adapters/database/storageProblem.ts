import { ProblemError, type ProblemKind } from '@shared/domain/problem'
import { writeProblem } from '../settings/writeProblem'

/** SQLite's primary result codes that mean something to a person (https://sqlite.org/rescode.html). */
const kinds: Readonly<Record<number, ProblemKind>> = { 13: 'disk_full', 8: 'read_only', 14: 'read_only' }

/** Result codes of a damaged file: SQLITE_CORRUPT and SQLITE_NOTADB. */
const damaged = new Set([11, 26])

function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  return error.errcode & 0xff
}

export function isDamage(error: unknown): boolean {
  const code = primaryCode(error)
  return code !== null && damaged.has(code)
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
