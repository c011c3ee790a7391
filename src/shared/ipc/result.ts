import type { Problem } from '../domain/problem'

/**
 * Every answer over IPC: a thrown error would lose everything but its message on the way, and the page needs the kind
 * of a problem to find the words.
 */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }
