import type { Json, SentCommand, Installation, Thing } from '../model.ts'
import { UNASSIGNED } from '../model.ts'
import type { Tokens } from '../tokens.ts'
import type { World } from '../world.ts'
import { Refusal } from './answer.ts'

export type HistoryOrder = 'chronological' | 'newest-first' | 'shuffled'

/** What the endpoints work on. */
export interface Context {
  readonly world: World
  readonly tokens: Tokens
  readonly now: () => number
  readonly random: () => number
  /** Recorded with every write through the API; null where the cloud does not say. */
  readonly responsible: string | null
  readonly order: HistoryOrder
  /** Milliseconds before a write shows up in reads. */
  readonly consistencyDelayMs: number
  readonly deleteGroupWithMembers: 'move' | 'refuse'
}

/** One request, as a handler sees it. */
export interface Call {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: string
}

export interface Route {
  readonly method: string
  /** Path below the base URL; `{name}` matches one segment. */
  readonly path: string
  /** True for the one endpoint that needs no token. */
  readonly open?: true
  readonly handle: (call: Call) => Json
}

export function param(call: Call, name: string): string {
  const value = call.params[name]
  if (value === undefined) throw new Error(`The route has no parameter ${name}`)
  return value
}

/** The thing of the path, or 404. Letters count: the vendor's cloud does not find lower case. */
export function thingOf(context: Context, call: Call): Thing {
  const tuid = param(call, 'tuid')
  const thing = context.world.things.get(tuid)
  if (!thing) throw new Refusal(404, `Thing ${tuid} not found`)
  return thing
}

export function visibleGroup(context: Context, thing: Thing): string {
  return thing.groups.findLast((entry) => isVisible(context, entry))?.groupId ?? UNASSIGNED
}

export function visibleInstallations(context: Context, thing: Thing): Installation[] {
  return thing.installations.filter((entry) => isVisible(context, entry))
}

export function visibleCommands(context: Context, thing: Thing): SentCommand[] {
  return thing.commands.filter((entry) => isVisible(context, entry))
}

function isVisible(context: Context, entry: { writtenAt: number }): boolean {
  return context.consistencyDelayMs === 0 || entry.writtenAt + context.consistencyDelayMs <= context.now()
}
