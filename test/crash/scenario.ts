import type { Intent } from '@shared/domain/action'
import type { Effect } from '../simulator/effects.ts'

/** A capture of this run: what was wanted, and whether the app said it was saved. */
export interface Capture {
  readonly intent: Intent
  readonly acknowledged: boolean
}

const statuses = ['installed', 'quarantine', 'uninstalled'] as const

/**
 * Chooses what a technician does: a few actions for a few things and groups, each distinguishable in the effect log. No thing gets
 * the same status or group twice in a row, so that every action must leave its own effect.
 */
export function chooseIntents(random: () => number, tuids: readonly string[], howMany: number): Intent[] {
  const whole = (below: number): number => Math.floor(random() * below)
  const intents: Intent[] = []
  const status = new Map<string, number>()
  let groups = 0
  for (let i = 0; i < howMany; i++) {
    const tuid = tuids[whole(tuids.length)] ?? ''
    switch (whole(4)) {
      case 0: {
        const next = ((status.get(tuid) ?? -1) + 1) % statuses.length
        status.set(tuid, next)
        intents.push({ type: 'status', tuid, status: statuses[next] ?? 'installed' })
        break
      }
      case 1: {
        const groupId = `prfi00crash${++groups}`
        intents.push({ type: 'group_create', groupId, description: null }, { type: 'group', tuid, groupId })
        break
      }
      case 2: {
        const groupId = `prfi00crash${++groups}`
        const newGroupId = `${groupId}moved`
        intents.push(
          { type: 'group_create', groupId, description: null },
          { type: 'group', tuid, groupId },
          { type: 'group_rename', groupId, newGroupId },
          { type: 'group_delete', groupId: newGroupId }
        )
        break
      }
      default: {
        const parameters = { reportInterval: 60 + i, measurementInterval: 60 + i }
        const reporting = { tsmId: 1500, tsmEv: 30, parameters } as const
        const presence = { tsmId: 13200, tsmEv: 30, parameters: { threshold: 60 + i } } as const
        intents.push({ type: 'command', tuid, commands: whole(2) === 0 ? [reporting] : [reporting, presence] })
      }
    }
  }
  return intents
}

/** What makes an intent and its effects the same thing: one for each command, one for anything else. */
export function marksOfIntent(intent: Intent): string[] {
  switch (intent.type) {
    case 'status':
      return [`${intent.tuid} status ${intent.status}`]
    case 'group':
      return [`${intent.tuid} group ${intent.groupId}`]
    case 'command':
      return intent.commands.map(({ parameters }) => `${intent.tuid} command ${valueOf(parameters)}`)
    default:
      return [`${intent.type} ${intent.groupId}`]
  }
}

/** The value that tells one command from another. */
function valueOf({ reportInterval, threshold }: Readonly<Record<string, unknown>>): string {
  return reportInterval === undefined ? `threshold ${JSON.stringify(threshold)}` : JSON.stringify(reportInterval)
}

export function markOfEffect(effect: Effect): string {
  switch (effect.kind) {
    case 'status':
      return `${effect.tuid} status ${effect.status}`
    case 'group':
      return `${effect.tuid} group ${effect.groupId}`
    case 'command':
      return `${effect.tuid} command ${valueOf(effect.command)}`
    default:
      return `${effect.kind} ${effect.groupId}`
  }
}

export interface Tally {
  readonly captured: number
  readonly lost: number
  readonly doubled: number
  readonly outOfOrder: number
  readonly waiting: number
}

/**
 * Compares what was wanted with what happened.
 * @param waiting marks of the actions that wait for a person: those may not have happened
 */
export function tally(captures: readonly Capture[], effects: readonly Effect[], waiting: readonly string[]): Tally {
  const wanted = captures.flatMap(({ intent, acknowledged }) =>
    marksOfIntent(intent).map((mark) => ({ mark, acknowledged }))
  )
  const happened = effects.filter(({ by }) => by === 'api').map(markOfEffect)
  const count = (marks: readonly string[], mark: string): number => marks.filter((each) => each === mark).length
  let lost = 0
  let doubled = 0
  for (const mark of new Set([...wanted.map((each) => each.mark), ...happened])) {
    const acknowledged = wanted.filter((each) => each.mark === mark && each.acknowledged).length
    const possible = count(
      wanted.map((each) => each.mark),
      mark
    )
    const effectsOfIt = count(happened, mark)
    lost += Math.max(0, acknowledged - effectsOfIt - count(waiting, mark))
    doubled += Math.max(0, effectsOfIt - possible)
  }
  return {
    captured: wanted.filter(({ acknowledged }) => acknowledged).length,
    lost,
    doubled,
    outOfOrder: countOutOfOrder(
      wanted.map(({ mark }) => mark),
      happened
    ),
    waiting: waiting.length
  }
}

/** Per thing, effects must come in the order of their captures; a mark may occur more than once. */
function countOutOfOrder(wanted: readonly string[], happened: readonly string[]): number {
  // Things keep their order, and so does each group under all its names; different ones may pass each other.
  const thingOf = (mark: string): string => {
    const [first = '', groupId = ''] = mark.split(' ')
    return mark.startsWith('group_') ? groupId.replace(/moved$/, '') : first
  }
  let wrong = 0
  for (const thing of new Set(happened.map(thingOf))) {
    const rest = wanted.filter((mark) => thingOf(mark) === thing)
    for (const mark of happened.filter((each) => thingOf(each) === thing)) {
      const at = rest.indexOf(mark)
      if (at === -1) wrong++
      else rest.splice(0, at + 1)
    }
  }
  return wrong
}
