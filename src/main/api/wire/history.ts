import { z } from 'zod'
import type { HistoryFilter } from '../query'
import { limit } from './request'
import { windowQuery } from './time'

const ids = z.array(z.number().int()).readonly()

export const windowSchema = { from: z.number().optional(), to: z.number().optional() }

/** Parameters that messages and commands have in common (spec: Get messages of a thing, Get all commands). */
export const historySchema = {
  ...windowSchema,
  messageIds: ids.optional(),
  eventIds: ids.optional(),
  limit: limit.optional()
}

export function historyQuery(filter: HistoryFilter) {
  return { messageid: filter.messageIds, eventid: filter.eventIds, ...windowQuery(filter), limit: filter.limit }
}
