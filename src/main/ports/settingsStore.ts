import type { Stack } from '@shared/domain/stack'
import type { Settings } from '@shared/ipc/settings'

/** In the screen's own pixels (DIP), as Electron counts them. */
export interface WindowBounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

export interface KnownStacks {
  readonly stacks: readonly Stack[]
  /** One of `stacks`, or null. */
  readonly activeStackId: string | null
}

/** A place where the known stacks are kept. Writing throws a ProblemError and changes nothing when it cannot be done. */
export interface StackList {
  knownStacks(): KnownStacks
  /** Both at once, so that a new stack is never saved without being the active one. */
  keepStacks(known: KnownStacks): void
}

/**
 * What this laptop remembers between runs, secrets excepted. Reading never fails; changing something that cannot be
 * written throws a ProblemError (read_only, disk_full, not_saved) and leaves everything as it was.
 */
export interface SettingsStore extends StackList {
  settings(): Settings
  /** @returns all settings after the change */
  changeSettings(change: SettingsChange): Settings
  windowBounds(): WindowBounds | null
  keepWindowBounds(bounds: WindowBounds): void
}

/** A key that is missing or undefined stays as it is. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined }
