import { ProblemError, type Problem } from '@shared/domain/problem'

/** Whatever was thrown, as a problem that can be shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return { kind: 'internal', detail: error instanceof Error ? error.message : String(error) }
}
