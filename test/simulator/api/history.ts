import type { Json } from '../model.ts'
import { shuffled } from '../random.ts'
import type { Context } from './context.ts'
import { optionalIds, optionalLimit, optionalNumber } from './input.ts'

/** The newest `limit` entries of a chronological list, in the order this simulator was told to answer in. */
export function historyAnswer<T>(context: Context, entries: readonly T[], limit: number | undefined): T[] {
  const newest = limit === undefined ? [...entries] : entries.slice(-limit)
  if (context.order === 'newest-first') return newest.toReversed()
  return context.order === 'shuffled' ? shuffled(newest, context.random) : newest
}

export interface TelegramFilter {
  limit: number | undefined
  accepts: (telegram: { tsmId: number; tsmEv?: Json | undefined }, seconds: number) => boolean
}

/** The filters messages and commands share; `from` and `to` are Unix seconds, both included. */
export function telegramFilter(query: URLSearchParams): TelegramFilter {
  const messageIds = optionalIds(query, 'messageid')
  const eventIds = optionalIds(query, 'eventid')
  const from = optionalNumber(query, 'from') ?? Number.NEGATIVE_INFINITY
  const to = optionalNumber(query, 'to') ?? Number.POSITIVE_INFINITY
  return {
    limit: optionalLimit(query),
    accepts: ({ tsmId, tsmEv }, seconds) =>
      seconds >= from &&
      seconds <= to &&
      (messageIds === undefined || messageIds.has(tsmId)) &&
      (eventIds === undefined || (typeof tsmEv === 'number' && eventIds.has(tsmEv)))
  }
}
