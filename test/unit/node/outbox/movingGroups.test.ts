import { expect, it } from 'vitest'
import type { Intent } from '@shared/domain/action'
import type { FaultRule } from '../../../simulator/faults'
import { Laptop } from '../laptop/laptop'
import { assign, deleteGroup, office, renameGroup, store } from './intents'

const newName = 'prfi00konttori'
/** Requests about the group by its new name. */
const change = { path: `/groups/${newName}` }
const look = { method: 'GET', path: /group$/ }

/** The group is changed after the look at the thing, but before that is answered. */
const lookIsSlow: FaultRule[] = [
  { match: change, fault: 'slow-act', ms: 1_000, times: 1 },
  { match: look, fault: 'latency', ms: 3_000, times: 1 }
]
/** The group is changed before the look, but the answer that says so comes after it. */
const answerIsSlow: FaultRule[] = [
  { match: change, fault: 'latency', ms: 5_000, times: 1 },
  { match: look, fault: 'slow-act', ms: 1_000, times: 1 }
]

it.each<[string, FaultRule[], Intent]>([
  ['renamed once more, and the look is slow', lookIsSlow, renameGroup(newName, 'prfi00c')],
  ['deleted, and the look is slow', lookIsSlow, deleteGroup(newName)],
  ['renamed once more, and the answer to that is slow', answerIsSlow, renameGroup(newName, 'prfi00c')],
  ['deleted, and the answer to that is slow', answerIsSlow, deleteGroup(newName)]
])('a thing that is looked at while its renamed group is %s, is in no conflict', async (_, rules, groupChange) => {
  const laptop = await Laptop.signedIn({ slowByClock: true })
  const tuid = laptop.role('presence')
  await laptop.passUntil(laptop.app.things.group(laptop.stackId, tuid))
  await laptop.pass(600_000)
  laptop.cloud.faults.add(...rules)
  laptop.capture(renameGroup(office, newName), groupChange, assign(tuid, store))
  await laptop.pass(60_000)
  expect(laptop.cloud.faults.struck).toHaveLength(rules.length)
  expect(laptop.actions()).toMatchObject([{ state: 'done' }, { state: 'done' }, { state: 'done' }])
})
