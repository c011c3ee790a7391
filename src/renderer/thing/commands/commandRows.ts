import { openActionStates, type Action } from '@shared/domain/action'
import { decodeMessage, type DecodedField } from '@shared/domain/messageDecoding'
import type { CommandRecord, Instant, ListOf, Reading, ThingMessage } from '@shared/domain/thing'
import { answerTo, sentCommandsOf, type CommandAnswer, type SentCommand } from '@/commands/commandAnswer'

/** One command that somebody sent, or that is to be sent from here. */
export interface CommandRow {
  readonly tsmId: number
  /** When the server took it, or for what it has not taken, when it was saved here; null when not told. */
  readonly at: Instant | null
  /** Who sent it, as the server tells. */
  readonly by: string | null
  readonly fields: readonly DecodedField[]
  /** What this laptop knows of it; null for what was sent elsewhere. */
  readonly action: Action | null
  /** Null while it is being looked for, and where it could not be recognised. */
  readonly answer: CommandAnswer | null
}

/** What was found when looking for the answers of the thing. */
export interface FoundAnswers {
  /** Newest first. */
  readonly messages: readonly ThingMessage[]
  /** From when on all answers are among them; null when it cannot be told. */
  readonly since: Instant | null
}

export interface CommandRows {
  /** Ours that the server's history, as it was read, cannot have yet. Newest first. */
  readonly here: readonly CommandRow[]
  /** Newest first; those without a time are last. */
  readonly history: readonly CommandRow[]
}

/** A command just accepted may not be in the history yet, as its reads lag behind, in milliseconds. */
const historyLagMs = 60_000

/**
 * The server's history and this laptop's own commands as one, each of ours told once.
 *
 * @param actions of the thing, newest first
 * @param found null while the answers are being looked for
 */
export function commandRows(
  history: Pick<Reading<ListOf<CommandRecord>>, 'value' | 'asOf'> | null,
  actions: readonly Action[],
  found: FoundAnswers | null,
  now: Instant
): CommandRows {
  const records = history?.value?.items ?? []
  const ours = actions.flatMap((action) => sentCommandsOf(action).map((sent) => ({ action, sent })))
  const known = new Set<SentCommand>()
  const listed = records.map((record) => {
    const own = ours.find(({ sent }) => isSame(sent, record))
    if (own !== undefined) known.add(own.sent)
    return rowOfRecord(record, own?.action ?? null, found, now)
  })
  const here: CommandRow[] = []
  for (const { action, sent } of ours) {
    // What was given up before it was sent is no part of the history.
    if (known.has(sent) || action.state === 'discarded') continue
    const row = rowOfSent(action, sent, found, now)
    if (isToCome(action, history?.value == null ? null : history.asOf)) here.push(row)
    else listed.push(row)
  }
  return { here, history: listed.toSorted((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity)) }
}

/** The transaction number is the one handle to recognise a command again. */
function isSame({ tsmId, transactionId }: SentCommand, record: CommandRecord): boolean {
  return transactionId !== null && tsmId === record.tsmId && transactionId === record.transactionId
}

/** Whether the history could not have it when it was read. */
function isToCome({ state, receipt }: Action, readAt: Instant | null): boolean {
  if ((openActionStates as readonly string[]).includes(state) || readAt === null) return true
  return receipt !== null && receipt.at > readAt - historyLagMs
}

function rowOfRecord(
  record: CommandRecord,
  action: Action | null,
  found: FoundAnswers | null,
  now: Instant
): CommandRow {
  const { tsmId, tsmEv, at, responsible, transactionId, fields } = record
  const sent = { tsmId, parameters: fields, transactionId, acceptedAt: action?.receipt?.at ?? at }
  return {
    tsmId,
    at,
    by: responsible,
    fields: decodeMessage({ tsmId, tsmEv, fields }).fields,
    action,
    answer: answerOf(sent, found, now)
  }
}

function rowOfSent(action: Action, sent: SentCommand, found: FoundAnswers | null, now: Instant): CommandRow {
  return {
    tsmId: sent.tsmId,
    at: sent.acceptedAt ?? action.capturedAt,
    by: action.receipt?.responsible ?? null,
    fields: decodeMessage({ tsmId: sent.tsmId, tsmEv: null, fields: sent.parameters }).fields,
    action,
    answer: answerOf(sent, found, now)
  }
}

/** That nobody answered may only be said after looking at all the answers there are. */
function answerOf(sent: SentCommand, found: FoundAnswers | null, now: Instant): CommandAnswer | null {
  if (found === null || sent.transactionId === null) return null
  const answer = answerTo(sent, found.messages, now)
  if (answer.state === 'answered' || answer.state === 'not_sent') return answer
  const { since } = found
  return since === null || (sent.acceptedAt ?? 0) < since ? { state: 'not_known' } : answer
}
