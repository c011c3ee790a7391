import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Action } from '@shared/domain/action'
import type { Command } from '@shared/domain/command'
import { deviceKindOf, type DeviceKindReading } from '@shared/domain/deviceKind'
import type { InstallationStatus } from '@shared/domain/installationStatus'
import { readLabel, type LabelFault } from '@shared/domain/label'
import { problemOf } from '@/problemOf'
import { useFaultsStore } from '@/stores/faults'
import { useFollowedThings } from '@/stores/followedThings'
import { useOutboxStore } from '@/stores/outbox'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'
import { beliefOf } from './belief'
import {
  intentsFor,
  looksToAsk,
  proposedGroup,
  secondLooksFor,
  targetGroup,
  type GroupChoice,
  type Wanted
} from './choices'
import { useDoneThingsStore } from './doneThingsStore'
import { useReadingsStore } from './readingsStore'
import {
  advance,
  canBeLeft,
  nothingOpen,
  stepAfter,
  type OpenThing,
  type SaveWay,
  type ThingStep,
  type Workflow,
  type WorkflowEvent
} from './workflow'

/**
 * How long saving waits, in milliseconds, for what the server knows of group and status. Long enough to point out that
 * the thing is installed elsewhere already, short enough not to be felt where there is no signal.
 */
export const lookFirstMs = 1500

/** Why a scan was not taken. */
export type ScanRefusal = { readonly fault: LabelFault; readonly part: string } | { readonly fault: 'no_stack' }

/** The install flow: the pure workflow, what it asks of the main process, and what the steps show of it. */
export const useInstallStore = defineStore('install', () => {
  const session = useSessionStore()
  const settings = useSettingsStore()
  const outbox = useOutboxStore()
  const followed = useFollowedThings()
  const readings = useReadingsStore()
  const done = useDoneThingsStore()
  const faults = useFaultsStore()

  const workflow = shallowRef<Workflow>(nothingOpen)
  /** The stack was changed under this thing, whose unsaved choices are gone. */
  const abandoned = ref<string | null>(null)
  let saving: Promise<void> = Promise.resolve()

  const thing = computed<OpenThing | null>(() => (workflow.value.at === 'thing' ? workflow.value : null))
  const kind = computed<DeviceKindReading>(() => deviceKindOf(thing.value?.tuid ?? ''))
  /** Actions of this thing, newest first. */
  const actions = computed(() => (thing.value === null ? [] : followed.of(thing.value)))
  /** All that was saved while this thing is on the bench, newest first: what is done with it, and groups made for it. */
  const savedHere = computed<Action[]>(() => {
    const { value: open } = thing
    if (open === null) return []
    const ids = new Set([...open.savedActions, ...open.commandActions])
    return [...actions.value, ...done.madeFor(open)].filter(({ id }) => ids.has(id)).toSorted((a, b) => b.seq - a.seq)
  })
  const needsYou = computed(() => savedHere.value.some((action) => action.state === 'needs_you'))
  const belief = computed(() => beliefOf(readings.parts, actions.value))
  const last = computed(() => settings.lastChoice(session.stackId ?? ''))
  /** What one key does for a further thing; null until a thing of this stack was saved. */
  const sameAsBefore = computed<Wanted | null>(() => {
    const { groupId, status } = last.value
    return groupId === null || status === null ? null : wantedOf({ kind: 'put', groupId }, status, false)
  })
  const group = computed<GroupChoice | null>(
    () => thing.value?.group ?? proposedGroup(last.value.groupId, belief.value)
  )
  const status = computed<InstallationStatus>(() => thing.value?.status ?? last.value.status ?? 'installed')
  const wanted = computed<Wanted | null>(() =>
    group.value === null ? null : wantedOf(group.value, status.value, thing.value?.insist ?? false)
  )
  /** Everything unusual about the present choices. */
  const looks = computed(() => (wanted.value === null ? [] : secondLooksFor(wanted.value, belief.value)))

  function send(event: WorkflowEvent): void {
    const before = thing.value
    workflow.value = advance(workflow.value, event)
    const now = thing.value
    if (now?.tuid === before?.tuid && now?.stackId === before?.stackId) return
    readings.open(now === null ? null : { stackId: now.stackId, tuid: now.tuid })
    abandoned.value = null
  }

  /** Only if this thing is still on the bench: the answer about one must not be taken for another's. */
  function sendTo(open: OpenThing, event: WorkflowEvent): void {
    if (thing.value?.tuid === open.tuid && thing.value.stackId === open.stackId) send(event)
  }

  /** Takes what was typed or scanned. @returns why it was not understood, or null when it was */
  function scan(text: string): ScanRefusal | null {
    const label = readLabel(text)
    if (!label.ok) return { fault: label.fault, part: label.part }
    if (session.stackId === null) return { fault: 'no_stack' }
    send({ type: 'scanned', scanned: { stackId: session.stackId, tuid: label.tuid, warnings: label.warnings } })
    return null
  }

  /** What Enter does: goes on with what is chosen or proposed in the current step. */
  async function goOn(): Promise<void> {
    const { value: open } = thing
    if (open === null) return
    if (open.step === 'status') return save()
    if (open.step === 'finish') {
      send({ type: 'started_over' })
      return
    }
    if (open.step === 'group') {
      if (group.value === null) return
      send({ type: 'group_chosen', group: group.value })
    }
    const next = stepAfter(open.step)
    if (next !== null) send({ type: 'went_to', step: next })
  }

  /** Enter in the empty scan field: goes on once everything about this thing is saved. */
  async function goOnWhenSaved(): Promise<boolean> {
    const { value: open } = thing
    if (open === null || open.savedAt === null || !canBeLeft(open)) return false
    await goOn()
    return true
  }

  const goTo = (step: ThingStep): void => send({ type: 'went_to', step })
  const chooseGroup = (choice: GroupChoice): void => send({ type: 'group_chosen', group: choice })
  const chooseStatus = (choice: InstallationStatus, insist = false): void =>
    send({ type: 'status_chosen', status: choice, insist })

  /** Saves group and status as chosen in the steps. */
  async function save(): Promise<void> {
    if (wanted.value === null) goTo('group')
    else await saveOnce('chosen', wanted.value, false)
  }

  /** Saves group and status of the thing before for this one. */
  async function saveSameAsBefore(): Promise<void> {
    if (sameAsBefore.value !== null) await saveOnce('same', sameAsBefore.value, false)
  }

  /** Yes to the second look, or once more after it could not be saved. @param insist record a status that is there */
  async function saveAnyway(insist = false): Promise<void> {
    const state = thing.value?.saving
    if (state?.state !== 'asking' && state?.state !== 'not_saved') return
    await saveOnce(state.way, { ...state.wanted, insist: state.wanted.insist || insist }, true)
  }

  function saveOnce(way: SaveWay, wish: Wanted, looked: boolean): Promise<void> {
    if (thing.value === null || thing.value.saving.state === 'saving') return saving
    saving = capture(thing.value, way, wish, looked)
    return saving
  }

  /** Nothing counts as saved before the main process said so. */
  async function capture(open: OpenThing, way: SaveWay, wish: Wanted, looked: boolean): Promise<void> {
    const { stackId, tuid } = open
    const shown = secondLooksFor(wish, belief.value)
    send({ type: 'saving_began', way, wanted: wish })
    try {
      // What waits for this thing here counts more than what the server shows: without it nothing is decided.
      await Promise.all([readings.settled(['group', 'installations'], lookFirstMs), followed.known(open)])
    } catch (error) {
      send({ type: 'not_saved', problem: problemOf(error) })
      return
    }
    const ask = looked ? [] : looksToAsk(way, shown, secondLooksFor(wish, belief.value))
    if (ask.length > 0) {
      send({ type: 'second_look_asked', looks: ask })
      return
    }
    const intents = intentsFor(tuid, wish, belief.value)
    const groupId = targetGroup(wish.group, belief.value)
    try {
      const captured = intents.length === 0 ? [] : await outbox.capture(stackId, intents)
      const ids = captured.map((action) => action.id)
      const madeGroups = intents.flatMap((intent) => (intent.type === 'group_create' ? [intent.groupId] : []))
      const at = Date.now()
      done.add({ stackId, tuid, at, groupId, status: wish.status, actions: ids, madeGroups })
      followed.add(captured)
      send({ type: 'saved', at, actions: ids })
      remember(stackId, groupId, wish.status)
    } catch (error) {
      send({ type: 'not_saved', problem: problemOf(error) })
    }
  }

  function remember(stackId: string, groupId: string | null, chosen: InstallationStatus): void {
    const choice = groupId === null ? { status: chosen } : { groupId, status: chosen }
    settings.rememberChoice(stackId, choice).catch((error: unknown) => faults.report(error))
  }

  /** Puts commands into the outbox, to go in one request. @returns whether they are there */
  async function saveCommands(commands: Command[]): Promise<boolean> {
    const { value: open } = thing
    if (open === null || open.commandSaving.state === 'saving') return false
    send({ type: 'command_saving_began' })
    try {
      const captured = await outbox.capture(open.stackId, [{ type: 'command', tuid: open.tuid, commands }])
      followed.add(captured)
      const ids = captured.map((action) => action.id)
      done.addActions(open.stackId, open.tuid, ids)
      sendTo(open, { type: 'command_saved', actions: ids })
      return true
    } catch (error) {
      sendTo(open, { type: 'command_not_saved', problem: problemOf(error) })
      return false
    }
  }

  // The thing at hand, those whose state stands beside it, and the groups that were made for them.
  watch(
    () => [...(thing.value === null ? [] : [thing.value]), ...done.latest],
    (things) => {
      const groups = done.latest.flatMap(({ stackId, madeGroups }) =>
        madeGroups.map((groupId) => ({ stackId, groupId }))
      )
      followed.follow('install', [...things.map(({ stackId, tuid }) => ({ stackId, tuid })), ...groups])
    },
    { immediate: true, flush: 'sync' }
  )

  // A thing belongs to its stack: it does not follow into another one.
  watch(
    () => session.stackId,
    async () => {
      await saving
      const { value: open } = thing
      if (open === null || open.stackId === session.stackId) return
      const lost = canBeLeft(open) ? null : open.tuid
      send({ type: 'started_over' })
      abandoned.value = lost
    }
  )

  return {
    workflow,
    thing,
    kind,
    actions,
    savedHere,
    needsYou,
    belief,
    last,
    sameAsBefore,
    group,
    status,
    wanted,
    looks,
    abandoned,
    send,
    scan,
    goOn,
    goOnWhenSaved,
    goTo,
    chooseGroup,
    chooseStatus,
    save,
    saveSameAsBefore,
    saveAnyway,
    saveCommands
  }
})

function wantedOf(group: GroupChoice, status: InstallationStatus, insist: boolean): Wanted {
  return { group, status, insist }
}
