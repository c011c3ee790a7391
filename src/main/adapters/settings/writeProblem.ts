import { ProblemError, type ProblemKind } from '@shared/domain/problem'
import { codeOf } from './damagedFile'

const kinds: Readonly<Record<string, ProblemKind>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EROFS: 'read_only',
  EACCES: 'read_only',
  EPERM: 'read_only'
}

/** Says in our own terms why a file could not be written. */
export function writeProblem(error: unknown, file: string): ProblemError {
  const code = codeOf(error)
  return new ProblemError({ kind: kinds[code] ?? 'not_saved', detail: `${file}: ${code}` }, { cause: error })
}
