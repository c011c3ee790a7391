import { numberedCommands } from '@shared/domain/action'
import { ProblemError } from '@shared/domain/problem'
import type { CommandRecord } from '@shared/domain/thing'
import type { Failure, Outcome } from '../api/outcome'
import type { StackApi } from '../api/stackApi'
import type { Courier, LookOutcome, Parcel, SendOutcome } from '../outbox/courier'
import { lookUp } from './lookUp'

/** Carries parcels of the outbox to the API of the stack they belong to. */
export class StackCourier implements Courier {
  readonly #apiOf: (stackId: string) => StackApi

  constructor(apiOf: (stackId: string) => StackApi) {
    this.#apiOf = apiOf
  }

  async send(parcel: Parcel): Promise<SendOutcome> {
    try {
      return await this.#send(parcel)
    } catch (error) {
      // The API's own rules forbid it (a name with half a character in it): nothing was sent, and nothing ever could be.
      if (!(error instanceof ProblemError) || error.problem.kind !== 'invalid_input') throw error
      return { type: 'refused', httpStatus: null, words: error.problem.detail ?? null }
    }
  }

  async #send(parcel: Parcel): Promise<SendOutcome> {
    const { stackId, intent } = parcel
    const api = this.#apiOf(stackId)
    switch (intent.type) {
      case 'status':
        return judged(await api.setStatus(intent.tuid, intent.status), ({ status }) => differs(status, intent.status))
      case 'group':
        return judged(await api.setGroup(intent.tuid, intent.groupId), ({ groupId }) =>
          differs(groupId, intent.groupId)
        )
      case 'command':
        return sendCommands(api, intent.tuid, parcel)
      case 'group_create':
        return judged(await api.createGroup(intent.groupId, intent.description), ({ groupId }) =>
          differs(groupId, intent.groupId)
        )
      case 'group_rename':
        return judged(await api.renameGroup(intent.groupId, intent.newGroupId), ({ groupId }) =>
          differs(groupId, intent.newGroupId)
        )
      case 'group_delete':
        return judged(await api.deleteGroup(intent.groupId), () => null)
    }
  }

  async look(parcel: Parcel): Promise<LookOutcome> {
    const outcome = await lookUp(this.#apiOf(parcel.stackId), parcel)
    if (outcome.type === 'answered') return { type: 'seen', httpStatus: outcome.httpStatus, facts: outcome.value }
    if (outcome.type === 'refused') {
      return { type: 'not_shown', httpStatus: outcome.httpStatus, words: wordsOf(outcome) }
    }
    return failed(outcome)
  }
}

/** Those that have not arrived yet, in one request. */
async function sendCommands(api: StackApi, tuid: string, { arrived, ...action }: Parcel): Promise<SendOutcome> {
  const toSend = numberedCommands(action).flatMap(({ command: { tsmId, tsmEv, parameters }, transactionId }) => {
    // The journal gives every command its number before it is saved; without one it could never be found again.
    if (transactionId === null) throw new Error('a command without a transaction id is not sent')
    return arrived.includes(transactionId) ? [] : [{ ...parameters, tsmId, tsmEv, transactionId }]
  })
  const outcome = await api.sendCommands(tuid, toSend)
  const ids = toSend.map(({ transactionId }) => transactionId)
  const judgement = judged(outcome, ({ commands }) => othersThan(ids, commands))
  if (judgement.type !== 'accepted' || outcome.type !== 'answered') return judgement
  return { ...judgement, responsible: outcome.value.responsible }
}

/** What the API says it sent, if not all of ours are among it; null when they are, or may be: a number need not be echoed. */
function othersThan(ids: readonly number[], sent: readonly CommandRecord[] | null): string | null {
  if (sent === null) return null
  const missing = ids.filter((id) => !sent.some(({ transactionId }) => transactionId === id))
  if (missing.length <= sent.filter(({ transactionId }) => transactionId === null).length) return null
  return sent.length === 0
    ? 'commands: []'
    : `transactionId: ${sent.map((command) => command.transactionId).join(', ')}`
}

/** @param contradiction what the server says is so instead, or null when it agrees or says nothing */
function judged<T>(outcome: Outcome<T>, contradiction: (value: T) => string | null): SendOutcome {
  if (outcome.type === 'answered') {
    const { httpStatus } = outcome
    const shows = contradiction(outcome.value)
    return shows === null
      ? { type: 'accepted', httpStatus, responsible: null }
      : { type: 'contradicted', httpStatus, words: shows }
  }
  return outcome.type === 'refused' ? refused(outcome) : failed(outcome)
}

function differs(shown: string | null, wanted: string): string | null {
  return shown === null || shown === wanted ? null : shown
}

function refused(outcome: Extract<Failure, { type: 'refused' }>): SendOutcome {
  return { type: 'refused', httpStatus: outcome.httpStatus, words: wordsOf(outcome) }
}

type Failed = Extract<SendOutcome, LookOutcome>

/** The ways to fail that mean the same for a send and for a look. */
function failed(outcome: Exclude<Failure, { type: 'refused' }>): Failed {
  const words = wordsOf(outcome)
  switch (outcome.type) {
    case 'not_sent':
      return notSent(outcome, words)
    case 'auth':
      return { type: 'auth', words }
    case 'busy':
      return { type: 'busy', httpStatus: outcome.httpStatus, retryAfterMs: outcome.retryAfterMs, words }
    case 'unknown':
      return { type: 'unknown', httpStatus: outcome.httpStatus, retryAfterMs: outcome.retryAfterMs, words }
  }
}

function notSent({ problem }: Extract<Failure, { type: 'not_sent' }>, words: string | null): Failed {
  switch (problem.kind) {
    case 'secret_missing':
    case 'keychain_locked':
    case 'keychain_unavailable':
      return { type: 'secret_missing', words }
    case 'offline':
    case 'tls':
    case 'timeout':
    case 'cancelled':
      return { type: 'not_sent', words }
    default:
      // Reached, but no token could be had (an error page, a busy sign-in): nothing was sent, it is worth waiting.
      return { type: 'busy', httpStatus: problem.status ?? 0, retryAfterMs: null, words }
  }
}

function wordsOf({ problem }: Failure): string | null {
  return problem.words ?? problem.detail ?? null
}
