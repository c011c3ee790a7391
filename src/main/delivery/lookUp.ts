import { numberedCommands } from '@shared/domain/action'
import type { CommandRecord, ListOf } from '@shared/domain/thing'
import type { Outcome } from '../api/outcome'
import type { StackApi } from '../api/stackApi'
import type { Facts, Parcel } from '../outbox/courier'

/** Commands are looked for from this long before the first attempt on: a day, in milliseconds. */
const clockMargin = 86_400_000

/** How many groups a look asks for; a list that long may have been cut. */
const groupLimit = 500

/** Reads what the server shows about the subject of a parcel. */
export async function lookUp(api: StackApi, parcel: Parcel): Promise<Outcome<Facts>> {
  const { intent } = parcel
  switch (intent.type) {
    case 'status':
      return lookUpStatus(api, intent.tuid)
    case 'group':
      return mapped(await api.getGroup(intent.tuid), ({ groupId }) => ({ type: 'group', groupId }))
    case 'command':
      return lookUpCommands(api, intent.tuid, parcel)
    case 'group_create':
    case 'group_rename':
    case 'group_delete':
      return lookUpGroups(api, intent.type === 'group_rename' ? [intent.groupId, intent.newGroupId] : [intent.groupId])
  }
}

async function lookUpStatus(api: StackApi, tuid: string): Promise<Outcome<Facts>> {
  const outcome = await api.getInstallations(tuid, {})
  if (outcome.type !== 'answered') return outcome
  const { items, unreadable } = outcome.value
  const serverAhead = outcome.serverNow === undefined ? null : outcome.serverNow - outcome.at
  return { ...outcome, value: { type: 'status', history: items, complete: unreadable === 0, serverAhead } }
}

/**
 * Asks for the last days first, which keeps the answer short, and for everything when not all our commands are among
 * them: a laptop's clock may be wrong by more than any margin, so far that the server will not hear of such days.
 */
async function lookUpCommands(
  api: StackApi,
  tuid: string,
  { arrived, firstSentAt, ...action }: Parcel
): Promise<Outcome<Facts>> {
  const missing = numberedCommands(action).filter(({ transactionId }) => !arrived.some((id) => id === transactionId))
  const messageIds = [...new Set(missing.map(({ command }) => command.tsmId))]
  if (firstSentAt !== null) {
    const recent = await api.getCommands(tuid, { messageIds, from: firstSentAt - clockMargin })
    const areThere =
      recent.type === 'answered' &&
      missing.every(({ transactionId }) => recent.value.items.some((each) => each.transactionId === transactionId))
    if (areThere || (recent.type !== 'answered' && recent.type !== 'refused')) return mapped(recent, commandFacts)
  }
  return mapped(await api.getCommands(tuid, { messageIds }), commandFacts)
}

function commandFacts({ items, unreadable }: ListOf<CommandRecord>): Facts {
  const transactionIds = items.flatMap(({ transactionId }) => transactionId ?? [])
  return { type: 'commands', transactionIds, complete: unreadable === 0 }
}

/** Each name is asked for by itself: a list of all groups may be cut anywhere. */
async function lookUpGroups(api: StackApi, names: readonly string[]): Promise<Outcome<Facts>> {
  const groupIds: string[] = []
  let complete = true
  let last: Outcome<Facts> | null = null
  for (const query of names) {
    const outcome = await api.listGroups({ query, limit: groupLimit })
    if (outcome.type !== 'answered') return outcome
    groupIds.push(...outcome.value.items.map(({ groupId }) => groupId))
    complete &&= outcome.value.items.length < groupLimit && outcome.value.unreadable === 0
    last = { ...outcome, value: { type: 'groups', groupIds, complete } }
  }
  if (last === null) throw new Error('a look at no group')
  return last
}

function mapped<T>(outcome: Outcome<T>, toFacts: (value: T) => Facts): Outcome<Facts> {
  return outcome.type === 'answered' ? { ...outcome, value: toFacts(outcome.value) } : outcome
}
