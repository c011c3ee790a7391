import type { Intent } from './action'
import { commandFormsFor } from './commandForm'
import { movesAway } from './deploymentGroup'
import { deviceKindOf } from './deviceKind'
import { isInstallationStatus, unusualStatusChange } from './installationStatus'
import type { Tuid } from './tuid'
import type { BatchPlan, ScanFlag } from './visit'

/** What is known of a thing when it is scanned: the server's state with our own open actions on top. */
export interface KnownState {
  /** Null: not known. */
  readonly groupId: string | null
  readonly status: string | null
  /** The stack has answered that it has no such thing. */
  readonly notKnownToStack: boolean
}

/** Whether what the plan would change is known of a thing, so that it can be judged without asking the server. */
export function isKnownEnough({ groupId, status }: BatchPlan, known: KnownState): boolean {
  if (known.notKnownToStack) return false
  return (groupId === null || known.groupId !== null) && (status === null || known.status !== null)
}

/** Everything a person should have seen before the plan is carried out for this thing, most far-reaching first. */
export function flagsFor(plan: BatchPlan, tuid: Tuid, known: KnownState): ScanFlag[] {
  const flags: ScanFlag[] = []
  if (known.notKnownToStack) flags.push({ kind: 'not_known_to_stack', shows: null })
  const { kind } = deviceKindOf(tuid)
  if (plan.kind !== null && plan.kind !== kind) flags.push({ kind: 'wrong_kind', shows: kind })
  else if (!fits(plan, tuid)) flags.push({ kind: 'command_does_not_fit', shows: kind })
  if (plan.groupId !== null && known.groupId !== null && movesAway(known.groupId, plan.groupId)) {
    flags.push({ kind: 'other_group', shows: known.groupId })
  }
  const change = plan.status === null ? null : unusualStatusChange(known.status, plan.status)
  if (change !== null) {
    flags.push({ kind: change === 'already_there' ? 'already_there' : 'unusual_status', shows: known.status })
  }
  return flags
}

function fits({ command }: BatchPlan, tuid: Tuid): boolean {
  return command === null || commandFormsFor(deviceKindOf(tuid).kind).some(({ tsmId }) => tsmId === command.tsmId)
}

/** What has to be captured for the plan to come true, in the order it has to happen. */
export function intentsOf({ groupId, status, command }: BatchPlan, tuid: Tuid): Intent[] {
  const intents: Intent[] = []
  if (groupId !== null) intents.push({ type: 'group', tuid, groupId })
  if (status !== null) intents.push({ type: 'status', tuid, status })
  if (command !== null) intents.push({ type: 'command', tuid, commands: [command] })
  return intents
}

/**
 * What takes back what was sent already: the group and the status from before, where they are known. A command cannot
 * be called back, and neither can a status of which it is not known what it followed.
 * @param actions of one thing with what was believed before each, oldest first
 */
export function reversalOf(actions: readonly { readonly intent: Intent; readonly before: string | null }[]): {
  readonly intents: Intent[]
  readonly complete: boolean
} {
  const intents: Intent[] = []
  let complete = true
  for (const { intent, before } of actions.toReversed()) {
    if (intent.type === 'group' && before !== null) intents.push({ ...intent, groupId: before })
    else if (intent.type === 'status' && before !== null && isInstallationStatus(before))
      intents.push({ ...intent, status: before })
    else complete = false
  }
  return { intents, complete }
}
