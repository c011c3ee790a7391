import type { LabelWarning } from '@shared/domain/label'
import type { InstallationStatus } from '@shared/domain/installationStatus'
import type { Problem } from '@shared/domain/problem'
import type { Tuid } from '@shared/domain/tuid'
import type { GroupChoice, SecondLook, Wanted } from './choices'

/** The steps in the order of the rail. `identify` is the scan field itself and open while no thing is. */
export const steps = ['identify', 'see', 'group', 'status', 'command', 'verify', 'finish'] as const
export type Step = (typeof steps)[number]
export type ThingStep = Exclude<Step, 'identify'>

/** What was read from a label and understood. */
export interface Scanned {
  readonly stackId: string
  readonly tuid: Tuid
  readonly warnings: readonly LabelWarning[]
}

/** `chosen`: through the steps, one by one. `same`: one key for the choices of the thing before. */
export type SaveWay = 'chosen' | 'same'

/** Where saving group and status stands. `asking`: something wants a second look first. */
export type Saving =
  | { readonly state: 'idle' }
  | (SaveRequest & { readonly state: 'saving' })
  | (SaveRequest & { readonly state: 'asking'; readonly looks: readonly SecondLook[] })
  | (SaveRequest & { readonly state: 'not_saved'; readonly problem: Problem })

interface SaveRequest {
  readonly way: SaveWay
  readonly wanted: Wanted
}

/** Where saving one command stands. */
export type CommandSaving =
  { readonly state: 'idle' | 'saving' } | { readonly state: 'not_saved'; readonly problem: Problem }

/** One thing on the bench. */
export interface OpenThing extends Scanned {
  readonly at: 'thing'
  readonly step: ThingStep
  /** The furthest step that was open: everything up to here can be gone back to. */
  readonly furthest: ThingStep
  readonly group: GroupChoice | null
  readonly status: InstallationStatus | null
  /** The person wants the status recorded although the server shows it already. */
  readonly insist: boolean
  /** Choices somebody made that are not in the outbox yet. Preselections do not count. */
  readonly unsaved: boolean
  readonly saving: Saving
  /** When group and status were last saved; null before that. */
  readonly savedAt: number | null
  /** Nothing was gone on to since saving: the next scan is expected. */
  readonly justSaved: boolean
  readonly savedActions: readonly string[]
  readonly commandActions: readonly string[]
  readonly commandSaving: CommandSaving
  /** A command form holds values somebody typed and did not send. */
  readonly commandDraft: boolean
  /** Scanned while this thing could not simply be left: waits for the saving, or for the person's word. */
  readonly next: Scanned | null
}

export type Workflow = { readonly at: 'scan' } | OpenThing

export type WorkflowEvent =
  | { readonly type: 'scanned'; readonly scanned: Scanned }
  | { readonly type: 'left' }
  | { readonly type: 'stayed' }
  | { readonly type: 'went_to'; readonly step: ThingStep }
  | { readonly type: 'group_chosen'; readonly group: GroupChoice }
  | { readonly type: 'status_chosen'; readonly status: InstallationStatus; readonly insist: boolean }
  | { readonly type: 'saving_began'; readonly way: SaveWay; readonly wanted: Wanted }
  | { readonly type: 'second_look_asked'; readonly looks: readonly SecondLook[] }
  | { readonly type: 'second_look_closed' }
  | { readonly type: 'saved'; readonly at: number; readonly actions: readonly string[] }
  | { readonly type: 'not_saved'; readonly problem: Problem }
  | { readonly type: 'command_touched'; readonly draft: boolean }
  | { readonly type: 'command_saving_began' }
  | { readonly type: 'command_saved'; readonly actions: readonly string[] }
  | { readonly type: 'command_not_saved'; readonly problem: Problem }
  | { readonly type: 'started_over' }

export const nothingOpen: Workflow = { at: 'scan' }

/** The install flow as a pure transition: an event that makes no sense where it arrives changes nothing. */
export function advance(workflow: Workflow, event: WorkflowEvent): Workflow {
  if (event.type === 'started_over') return nothingOpen
  if (event.type === 'scanned') return scanned(workflow, event.scanned)
  if (workflow.at === 'scan') return workflow
  switch (event.type) {
    case 'left':
      return workflow.next === null || workflow.saving.state === 'saving' ? workflow : opened(workflow.next)
    case 'stayed':
      return { ...workflow, next: null }
    case 'went_to':
      return wentTo(workflow, event.step)
    case 'group_chosen':
      return ifNotSaving(workflow, { group: event.group, unsaved: true })
    case 'status_chosen':
      return ifNotSaving(workflow, { status: event.status, insist: event.insist, unsaved: true })
    case 'command_touched':
      return { ...workflow, commandDraft: event.draft }
    case 'command_saving_began':
      return { ...workflow, commandSaving: { state: 'saving' } }
    case 'command_not_saved':
      return { ...workflow, commandSaving: { state: 'not_saved', problem: event.problem } }
    case 'command_saved':
      return {
        ...workflow,
        commandDraft: false,
        commandSaving: { state: 'idle' },
        commandActions: [...workflow.commandActions, ...event.actions]
      }
    default:
      return savingAdvanced(workflow, event)
  }
}

type SavingEvent = Extract<
  WorkflowEvent,
  { type: 'saving_began' | 'second_look_asked' | 'second_look_closed' | 'saved' | 'not_saved' }
>

function savingAdvanced(thing: OpenThing, event: SavingEvent): Workflow {
  const { saving } = thing
  if (event.type === 'saving_began') {
    if (saving.state === 'saving') return thing
    return { ...thing, saving: { state: 'saving', way: event.way, wanted: event.wanted } }
  }
  if (event.type === 'second_look_closed') {
    return saving.state === 'saving' ? thing : { ...thing, saving: { state: 'idle' } }
  }
  if (saving.state !== 'saving') return thing
  switch (event.type) {
    case 'second_look_asked':
      return { ...thing, saving: { ...saving, state: 'asking', looks: event.looks } }
    case 'not_saved':
      return { ...thing, saving: { ...saving, state: 'not_saved', problem: event.problem } }
    case 'saved':
      return saved(thing, saving, event)
  }
}

/** After the one-key way the next thing is checking that it is heard; step by step, the command comes first. */
function saved(thing: OpenThing, request: SaveRequest, event: Extract<WorkflowEvent, { type: 'saved' }>): OpenThing {
  if (thing.next !== null && !thing.commandDraft && thing.commandSaving.state === 'idle') return opened(thing.next)
  const step = request.way === 'same' ? 'verify' : 'command'
  return {
    ...thing,
    step,
    furthest: further(thing.furthest, step),
    group: request.wanted.group,
    status: request.wanted.status,
    unsaved: false,
    insist: false,
    saving: { state: 'idle' },
    savedAt: event.at,
    justSaved: true,
    savedActions: [...thing.savedActions, ...event.actions]
  }
}

function scanned(workflow: Workflow, next: Scanned): Workflow {
  if (workflow.at === 'scan') return opened(next)
  if (workflow.tuid === next.tuid && workflow.stackId === next.stackId) return { ...workflow, next: null }
  return canBeLeft(workflow) ? opened(next) : { ...workflow, next }
}

/** Whether the next scan may simply replace this thing. */
export function canBeLeft(thing: OpenThing): boolean {
  return !thing.unsaved && !thing.commandDraft && thing.saving.state === 'idle' && thing.commandSaving.state === 'idle'
}

/** The thing somebody wants to go on to, while this one asks whether it may be left. */
export function asksToLeave(workflow: Workflow): Scanned | null {
  return workflow.at === 'thing' && workflow.saving.state !== 'saving' ? workflow.next : null
}

function opened(scanned: Scanned): OpenThing {
  return {
    at: 'thing',
    stackId: scanned.stackId,
    tuid: scanned.tuid,
    warnings: scanned.warnings,
    step: 'see',
    furthest: 'see',
    group: null,
    status: null,
    insist: false,
    unsaved: false,
    saving: { state: 'idle' },
    savedAt: null,
    justSaved: false,
    savedActions: [],
    commandActions: [],
    commandSaving: { state: 'idle' },
    commandDraft: false,
    next: null
  }
}

/** Saving belongs to the step where it was asked for, so moving on closes its question. */
function wentTo(thing: OpenThing, step: ThingStep): OpenThing {
  if (thing.saving.state === 'saving') return thing
  return { ...thing, step, furthest: further(thing.furthest, step), justSaved: false, saving: { state: 'idle' } }
}

function ifNotSaving(thing: OpenThing, change: Partial<OpenThing>): OpenThing {
  return thing.saving.state === 'saving' ? thing : { ...thing, ...change, saving: { state: 'idle' } }
}

function further(a: ThingStep, b: ThingStep): ThingStep {
  return steps.indexOf(a) >= steps.indexOf(b) ? a : b
}

/** The step after this one, or null at the end. */
export function stepAfter(step: ThingStep): ThingStep | null {
  const next = steps[steps.indexOf(step) + 1]
  return next === undefined || next === 'identify' ? null : next
}

/** How a step stands in the rail. `passed` and `reachable` ones can be opened again. */
export type StepPlace = 'passed' | 'current' | 'reachable' | 'ahead'

export function placeOf(step: Step, workflow: Workflow): StepPlace {
  if (workflow.at === 'scan') return step === 'identify' ? 'current' : 'ahead'
  const index = steps.indexOf(step)
  if (step === workflow.step) return 'current'
  if (index < steps.indexOf(workflow.step)) return 'passed'
  return index <= steps.indexOf(workflow.furthest) ? 'reachable' : 'ahead'
}
