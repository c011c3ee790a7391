import { ProblemError, type ProblemKind } from '@shared/domain/problem'

/** With which problem some work ends; anything else that it throws fails the test. */
export function problemOf(work: () => unknown): ProblemKind | 'none' {
  try {
    work()
  } catch (error) {
    return kindOf(error)
  }
  return 'none'
}

export async function problemOfPromise(work: Promise<unknown>): Promise<ProblemKind | 'none'> {
  try {
    await work
  } catch (error) {
    return kindOf(error)
  }
  return 'none'
}

function kindOf(error: unknown): ProblemKind {
  if (error instanceof ProblemError) return error.problem.kind
  throw error
}
