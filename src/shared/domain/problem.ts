import { z } from 'zod'

/**
 * What can go wrong, in the words of the technician's world. The page turns a kind into a sentence that says what
 * happened, what it means for the work and what to do next; `words` and `status` unfold beneath it.
 */
export const problemKinds = [
  // the way to the server
  'offline',
  'timeout',
  'tls',
  'cancelled',
  // the stack's own set-up
  'bad_url',
  'not_https',
  'not_this_api',
  'bad_credentials',
  'secret_missing',
  'unknown_stack',
  'stack_name_taken',
  'stack_has_waiting_actions',
  // the server's word
  'not_found',
  'not_offered',
  'refused',
  'busy',
  'server_error',
  'unreadable',
  // this laptop
  'keychain_unavailable',
  'keychain_locked',
  'disk_full',
  'read_only',
  'not_saved',
  'newer_database',
  // visits
  'unknown_visit',
  'visit_under_way',
  'visit_ended',
  'batch_not_set',
  'too_many_photos',
  // what was asked
  'invalid_input',
  'action_not_open',
  'set_by_policy',
  'not_an_external_link',
  'internal'
] as const

/** Those that are the fault of this laptop's disk: what was to be written was not, and may be later. */
export const diskProblemKinds = [
  'disk_full',
  'read_only',
  'not_saved'
] as const satisfies readonly (typeof problemKinds)[number][]
export type DiskProblemKind = (typeof diskProblemKinds)[number]

export const problemSchema = z.strictObject({
  kind: z.enum(problemKinds),
  /** HTTP status, when a server answered. */
  status: z.number().int().optional(),
  /** What the server itself said, shown verbatim and never as markup. */
  words: z.string().optional(),
  /** Technical detail for support, free of secrets. */
  detail: z.string().optional()
})

export type ProblemKind = (typeof problemKinds)[number]
export type Problem = z.output<typeof problemSchema>

/** Carries a problem through code that throws. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.words ?? problem.kind, options)
    this.name = 'ProblemError'
    this.problem = problem
  }
}
