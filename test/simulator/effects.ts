import type { Command, InstallationStatus } from './model.ts'

export type Change =
  | { kind: 'status'; tuid: string; status: InstallationStatus }
  | { kind: 'group'; tuid: string; groupId: string; previous: string }
  | { kind: 'command'; tuid: string; command: Command }
  | { kind: 'group_create'; groupId: string }
  | { kind: 'group_rename'; groupId: string; newGroupId: string; members: string[] }
  | { kind: 'group_delete'; groupId: string; members: string[] }

/** `by` tells a client of the API ('api') from the mutations made behind its back ('world'). */
export type Origin = 'api' | 'world'

/** One write that really happened. `at` is in milliseconds by the simulator's clock; `seq` starts at 1. */
export type Effect = Change & { seq: number; at: number; by: Origin }

/** Every accepted write, in order, also those that set what was set already: a test counts them to find doubles. */
export class EffectLog {
  readonly entries: Effect[] = []

  record(by: Origin, at: number, change: Change): void {
    this.entries.push({ seq: this.entries.length + 1, at, by, ...change })
  }
}
