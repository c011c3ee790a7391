import type { Outcome } from '../api/outcome'
import type { StackApi } from '../api/stackApi'
import type { Facts, Parcel } from '../outbox/courier'

/** Commands are looked for from this long before the first attempt, so that a wrong clock hides none: a day, in ms. */
const clockMargin = 86_400_000

/** How many groups a look asks for; a list that long may have been cut. */
const groupLimit = 500

/** Reads what the server shows about the subject of a parcel. */
export async function lookUp(api: StackApi, { intent, firstSentAt }: Parcel): Promise<Outcome<Facts>> {
  switch (intent.type) {
    case 'status':
      return mapped(await api.getInstallations(intent.tuid, {}), ({ items, unreadable }) => ({
        type: 'status',
        history: items,
        complete: unreadable === 0
      }))
    case 'group':
      return mapped(await api.getGroup(intent.tuid), ({ groupId }) => ({ type: 'group', groupId }))
    case 'command':
      return mapped(
        await api.getCommands(intent.tuid, {
          messageIds: [intent.command.tsmId],
          ...(firstSentAt === null ? {} : { from: firstSentAt - clockMargin })
        }),
        ({ items, unreadable }) => ({
          type: 'commands',
          transactionIds: items.flatMap(({ transactionId }) => transactionId ?? []),
          complete: unreadable === 0
        })
      )
    case 'group_create':
    case 'group_rename':
    case 'group_delete':
      return lookUpGroups(api, intent.type === 'group_rename' ? [intent.groupId, intent.newGroupId] : [intent.groupId])
  }
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
