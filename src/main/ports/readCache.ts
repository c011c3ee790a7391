import type { Instant } from '@shared/domain/thing'

/** Where a piece of what was read lies. */
export interface CachePlace {
  readonly stackId: string
  /** The thing or group it is about; empty for what is told of a stack as a whole. */
  readonly subject: string
  readonly part: string
}

export interface CachedPiece extends CachePlace {
  readonly asOf: Instant
  /** What it takes in the file, without overhead. */
  readonly bytes: number
  readonly messages: number
}

/**
 * What was read and is kept (see ReadModel), as a heap of pieces that can be measured and cleared away. What waiting
 * actions need is never cleared away: whatever is known of a thing or group that an open action is about.
 */
export interface ReadCache {
  /** In the order of their places, those after this one. */
  pieces(after: CachePlace | null, limit: number): CachedPiece[]
  /** Takes these away unless they were read anew meanwhile or are needed. @returns the bytes that went */
  forget(pieces: readonly CachedPiece[]): number
  /** Takes away that things and groups were met before this moment, unless they are needed. */
  forgetMet(before: Instant): void
  /** How many things were met of which no piece is kept. */
  thingsOnlyMet(): number
  /** Size of the file on disk with its log. */
  fileBytes(): number
  /** How much smaller the file could be. */
  freeBytes(): number
  /**
   * Gives up to so many bytes of the file back to the disk.
   * @throws ProblemError disk_full, read_only, not_saved
   */
  giveBack(bytes: number): void
  /** Brings what was given back out of the log, so that the file is smaller indeed. @throws ProblemError as above */
  settleFile(): void
}
