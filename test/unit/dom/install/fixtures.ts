import type { Action, Intent } from '@shared/domain/action'
import type { Problem, ProblemKind } from '@shared/domain/problem'
import type { Reading } from '@shared/domain/thing'

export const stackId = '6f1c9c52-6a0e-4a5e-9a53-0d1f4b1c2e11'
export const tuid = 'TSPD04ESY93100802'
export const otherTuid = 'TSPR04EZU31901021'

/** 2026-11-23 10:00 UTC */
export const now = Date.UTC(2026, 10, 23, 10)

let seq = 0

export function actionOf(intent: Intent, change: Partial<Action> = {}): Action {
  seq += 1
  return {
    id: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
    seq,
    stackId,
    intent,
    transactionId: null,
    base: { value: null, since: null, asOf: null, after: null },
    capturedAt: now,
    state: 'pending',
    notBefore: null,
    waits: null,
    attemptCount: 0,
    lastAttempt: null,
    need: null,
    receipt: null,
    discardReason: null,
    ...change
  }
}

export function live<T>(value: T, asOf = now): Reading<T> {
  return { value, asOf, live: true, problem: null }
}

export function remembered<T>(value: T, asOf = now - 3_600_000, kind: ProblemKind = 'offline'): Reading<T> {
  return { value, asOf, live: false, problem: { kind } }
}

export function failed(kind: ProblemKind, more: Partial<Problem> = {}): Reading<never> {
  return { value: null, asOf: null, live: false, problem: { kind, ...more } }
}
