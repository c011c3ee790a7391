import type { Instant } from '@shared/domain/thing'

/**
 * The parts of a thing that are read, and kept, each on its own. `reporting`: its newest answers to commands about how
 * often it reports, wherever they were met.
 */
export const thingParts = [
  'general',
  'installations',
  'group',
  'alerts',
  'signal',
  'messages',
  'commands',
  'reporting'
] as const
export type ThingPart = (typeof thingParts)[number]

/**
 * What is read, and kept, of a stack as a whole. `group_list`: when its groups were listed, and whether wholly.
 * `group_deletion`: what became of the things of the group deleted last. `dismissed_alerts` is a person's: which notices
 * are not to come again; losing it costs a notice that comes twice.
 */
export type StackPart = 'alerting_things' | 'alert_count' | 'group_list' | 'group_deletion' | 'dismissed_alerts'

export interface KeptReading {
  /** As it was kept; whoever reads it parses it again, for it may come from an earlier version. */
  readonly value: unknown
  /** When it was asked for: nothing that happened later needs to be in it. */
  readonly asOf: Instant
  /**
   * Of what actions from here change: the number of the newest of them that was done when it was asked for, 0 for none.
   * The clock may have been set back since, the numbers only grow. Missing where an earlier version has kept it.
   */
  readonly doneBefore?: number
}

export interface KeptCapability {
  readonly available: boolean
  readonly checkedAt: Instant
}

export interface SeenGroup {
  readonly groupId: string
  readonly description: string | null
  /** Whether the server itself has listed it, rather than a thing having been met in it. */
  readonly listed: boolean
}

/**
 * What was last seen of the server's state, for working without a connection. A copy, never the truth: losing it costs
 * nothing but what can be asked again, so that trouble with it is logged and stops no work.
 */
export interface ReadModel {
  keepReading(stackId: string, tuid: string, part: ThingPart, reading: KeptReading): void
  reading(stackId: string, tuid: string, part: ThingPart): KeptReading | null
  /** One part of every thing of a stack of which it was kept, by TUID. */
  readingsOf(stackId: string, part: ThingPart): ReadonlyMap<string, KeptReading>
  keepStackReading(stackId: string, part: StackPart, reading: KeptReading): void
  stackReading(stackId: string, part: StackPart): KeptReading | null
  /** Latest first. */
  thingsSeen(stackId: string, limit: number): { readonly tuid: string; readonly seenAt: Instant }[]
  keepThingSeen(stackId: string, tuid: string, at: Instant): void
  groupsSeen(stackId: string): SeenGroup[]
  keepGroupsSeen(stackId: string, groups: readonly SeenGroup[], at: Instant): void
  /** With the things that it was seen to have. */
  forgetGroup(stackId: string, groupId: string): void
  /** Which things the server listed of a group. */
  keepGroupThings(stackId: string, groupId: string, reading: KeptReading): void
  groupThings(stackId: string, groupId: string): KeptReading | null
  /** Whether the stack's server can do something that not every server can; null when it was never tried. */
  capability(stackId: string, name: string): KeptCapability | null
  keepCapability(stackId: string, name: string, available: boolean, at: Instant): void
  forgetCapability(stackId: string, name: string): void
  /** Forgets everything about a removed stack. */
  forgetStack(stackId: string): void
}
