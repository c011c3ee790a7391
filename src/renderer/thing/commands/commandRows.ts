import { openActionStates, type Action } from '@shared/domain/action'
import {
  answerTo,
  sentCommands,
  type CommandAnswer,
  type KeptAnswer,
  type SentCommand
} from '@shared/domain/commandAnswer'
import { decodeMessage, type DecodedField } from '@shared/domain/messageDecoding'
import type { CommandRecord, Instant, ListOf, Reading, ThingMessage } from '@shared/domain/thing'

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

/** What was found when looking for the answers of the thing to commands, anybody's. */
export interface FoundAnswers {
  /** Newest first. */
  readonly messages: readonly ThingMessage[]
  /** From when on all answers are among them, and until when; null when it cannot be told. */
  readonly looked: { readonly from: Instant; readonly at: Instant } | null
}

/** What is known of the answers of the thing. */
export interface KnownAnswers {
  /** Null while they are being looked for. */
  readonly found: FoundAnswers | null
  /** What main has found of the answers to our own. */
  readonly kept: readonly KeptAnswer[]
}

export interface CommandRows {
  /** Ours that the server's history, as it was read, cannot have yet. Newest first. */
  readonly here: readonly CommandRow[]
  /** Newest first; those without a time are last. */
  readonly history: readonly CommandRow[]
}

/** A command just accepted may not be in the history yet, as its reads lag behind, in milliseconds. */
const historyLagMs = 60_000

/** A command of ours, and the action that carries it. */
interface OwnCommand {
  readonly action: Action
  readonly sent: SentCommand
}

/**
 * The server's history and this laptop's own commands as one, each of ours told once.
 *
 * @param actions of the thing, newest first
 */
export function commandRows(
  history: Pick<Reading<ListOf<CommandRecord>>, 'value' | 'asOf'> | null,
  actions: readonly Action[],
  known: KnownAnswers,
  now: Instant
): CommandRows {
  const records = history?.value?.items ?? []
  const ours = actions.flatMap((action) => sentCommands(action).map((sent): OwnCommand => ({ action, sent })))
  const told = new Set<OwnCommand>()
  const listed = records.map((record) => {
    const own = ours.find(({ sent }) => isSame(sent, record)) ?? null
    if (own !== null) told.add(own)
    return rowOfRecord(record, own, known, now)
  })
  const here: CommandRow[] = []
  for (const own of ours) {
    // What was given up before it was sent is no part of the history.
    if (told.has(own) || own.action.state === 'discarded') continue
    const row = rowOfOwn(own, known, now)
    if (isToCome(own.action, history?.value == null ? null : history.asOf)) here.push(row)
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

function rowOfRecord(record: CommandRecord, own: OwnCommand | null, known: KnownAnswers, now: Instant): CommandRow {
  const { tsmId, tsmEv, at, responsible, transactionId, fields } = record
  const sent = { tsmId, parameters: fields, transactionId, acceptedAt: own?.sent.acceptedAt ?? at }
  return {
    tsmId,
    at,
    by: responsible,
    fields: decodeMessage({ tsmId, tsmEv, fields }).fields,
    action: own?.action ?? null,
    answer: answerOf(sent, own !== null, known, now)
  }
}

function rowOfOwn({ action, sent }: OwnCommand, known: KnownAnswers, now: Instant): CommandRow {
  return {
    tsmId: sent.tsmId,
    at: sent.acceptedAt ?? action.capturedAt,
    by: action.receipt?.responsible ?? null,
    fields: decodeMessage({ tsmId: sent.tsmId, tsmEv: null, fields: sent.parameters }).fields,
    action,
    answer: answerOf(sent, true, known, now)
  }
}

/** That nobody answered may only be said after looking at all the answers there are. */
function answerOf(
  sent: SentCommand,
  isOurs: boolean,
  { found, kept }: KnownAnswers,
  now: Instant
): CommandAnswer | null {
  if (sent.transactionId === null) return null
  const own = isOurs ? kept.find(({ transactionId }) => transactionId === sent.transactionId) : undefined
  if (found === null && own === undefined) return null
  const messages = own?.answer == null ? (found?.messages ?? []) : [own.answer]
  const looked = found?.looked ?? null
  const isCovered = looked !== null && (sent.acceptedAt ?? 0) >= looked.from
  const lookedAt = Math.max(own?.lookedAt ?? -Infinity, isCovered ? looked.at : -Infinity)
  return answerTo(sent, messages, Number.isFinite(lookedAt) ? lookedAt : null, now)
}
