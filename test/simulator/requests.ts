import type { AuthOutcome } from './tokens.ts'

/** One request to the API, without its secrets. The entry is complete once `status` is not undefined. */
export interface RequestEntry {
  seq: number
  /** Milliseconds by the simulator's clock. */
  at: number
  method: string
  /** Below the base URL, with the query. */
  path: string
  auth: AuthOutcome | 'not needed'
  contentType?: string
  /** The fault it met, if any; 'offline' when the network was switched off. */
  fault?: string
  /** The status answered, null when the connection was destroyed instead, undefined while it is under way. */
  status?: number | null
}
