import { setImmediate as turn } from 'node:timers/promises'
import type { CacheUsage, CleanUp } from '@shared/domain/cache'
import type { Timing } from '../outbox/timing'
import type { Log } from '../ports/log'
import type { CachedPiece, ReadCache } from '../ports/readCache'

/** The start of the app has better things to do: the first look is so long after it, in milliseconds. */
export const firstLookMs = 20_000

/** After reading so many bytes, it is looked whether the limits still hold; some milliseconds later, for more may come. */
export const bigReadBytes = 8_000_000
const afterBigReadMs = 5_000

/** What is worth giving back to the disk without being asked to, in bytes: less is soon filled again. */
const worthGivingBack = 1_000_000

/** How much is given back between two turns of everything else, in bytes. */
const giveBackStep = 2_000_000

/** How long it is waited when something is being sent, in milliseconds. */
export const waitForSendingMs = 30_000

/** So many pieces are looked at, or taken away, between two turns of everything else. */
const piecesAtOnce = 100

export interface CacheLimits {
  readonly bytes: number
  /** In milliseconds. */
  readonly age: number
}

export interface CacheKeeperOptions {
  readonly cache: ReadCache
  readonly limits: () => CacheLimits
  /** Something is on its way to a server at this moment: the file is left alone. */
  readonly isSending: () => boolean
  readonly timing: Timing
  readonly log: Log
}

/**
 * Keeps what was read within the limits that a person has set: what is too old goes, then what was read longest ago.
 * Never what waiting actions need, and nothing but what was read. One thing after the other, a little at a time.
 */
export class CacheKeeper {
  readonly #options: CacheKeeperOptions
  #work: Promise<unknown> = Promise.resolve()
  #cancelLook: (() => void) | null = null
  #cancelGivingBack: (() => void) | null = null
  #readSince = 0
  #stopped = false

  constructor(options: CacheKeeperOptions) {
    this.#options = options
  }

  start(): void {
    this.#lookAfter(firstLookMs)
  }

  /** Something was read and is kept. */
  kept(bytes: number): void {
    this.#readSince += bytes
    if (this.#readSince < bigReadBytes) return
    this.#readSince = 0
    this.#lookAfter(afterBigReadMs)
  }

  /** The limits are others: they hold at once. */
  limitsChanged(): void {
    this.#lookNow()
  }

  /** How much is kept, when all that is being cleared away is gone. */
  usage(): Promise<CacheUsage> {
    return this.#next(() => this.#measure())
  }

  /**
   * Takes away all that was read, but what waiting actions need.
   * @throws ProblemError disk_full, read_only, not_saved
   */
  cleanUp(): Promise<CleanUp> {
    return this.#next(async () => {
      const before = await this.#measure()
      await this.#forget(await this.#allPieces())
      this.#options.cache.forgetMet(Infinity)
      const file = await this.#giveBack()
      const left = await this.#measure()
      const removed = {
        things: Math.max(0, before.things - left.things),
        messages: Math.max(0, before.messages - left.messages),
        bytes: Math.max(0, before.bytes - left.bytes)
      }
      this.#options.log.info('cache', 'cleaned up', { ...removed, file })
      return { removed, left, file }
    })
  }

  /** Resolves when nothing more is done to the file. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancelLook?.()
    this.#cancelGivingBack?.()
    await this.#work
  }

  #lookAfter(ms: number): void {
    this.#cancelLook ??= this.#options.timing.after(ms, () => this.#lookNow())
  }

  #lookNow(): void {
    this.#cancelLook?.()
    this.#cancelLook = null
    this.#next(() => this.#enforce()).catch((error: unknown) =>
      this.#options.log.warn('cache', 'the limits could not be kept', { error })
    )
  }

  async #enforce(): Promise<void> {
    const { cache, limits, timing, log } = this.#options
    const { bytes: most, age } = limits()
    const pieces = await this.#allPieces()
    const oldest = timing.now() - age
    const tooOld = pieces.filter(({ asOf }) => asOf < oldest)
    const rest = pieces.filter(({ asOf }) => asOf >= oldest).toSorted((a, b) => a.asOf - b.asOf)
    let removed = await this.#forget(tooOld)
    let over = rest.reduce((sum, { bytes }) => sum + bytes, 0) - most
    while (over > 0 && rest.length > 0) {
      const gone = await this.#forget(rest.splice(0, enoughFor(over, rest)))
      removed += gone
      over -= gone
    }
    if (this.#stopped) return
    cache.forgetMet(oldest)
    if (removed > 0) log.info('cache', 'what was beyond the limits was cleared away', { bytes: removed })
    if (cache.freeBytes() >= worthGivingBack) await this.#giveBack()
  }

  async #allPieces(): Promise<CachedPiece[]> {
    const all: CachedPiece[] = []
    let last: CachedPiece | null = null
    while (!this.#stopped) {
      const some: CachedPiece[] = this.#options.cache.pieces(last, piecesAtOnce)
      all.push(...some)
      last = some.at(-1) ?? null
      if (some.length < piecesAtOnce) break
      await turn()
    }
    return all
  }

  /** @returns the bytes that went */
  async #forget(pieces: readonly CachedPiece[]): Promise<number> {
    let bytes = 0
    for (let from = 0; from < pieces.length && !this.#stopped; from += piecesAtOnce) {
      bytes += this.#options.cache.forget(pieces.slice(from, from + piecesAtOnce))
      await turn()
    }
    return bytes
  }

  async #measure(): Promise<CacheUsage> {
    const { cache } = this.#options
    const pieces = await this.#allPieces()
    const things = new Set(pieces.filter(isOfThing).map(({ stackId, subject }) => `${stackId} ${subject}`))
    const sum = (of: (piece: CachedPiece) => number): number => pieces.reduce((total, piece) => total + of(piece), 0)
    return {
      things: things.size + (this.#stopped ? 0 : cache.thingsOnlyMet()),
      messages: sum(({ messages }) => messages),
      bytes: sum(({ bytes }) => bytes),
      fileBytes: cache.fileBytes()
    }
  }

  /** Makes the file smaller, unless something is being sent: then later. */
  async #giveBack(): Promise<CleanUp['file']> {
    const { cache, isSending, log } = this.#options
    this.#cancelGivingBack?.()
    this.#cancelGivingBack = null
    try {
      for (let free = cache.freeBytes(); free > 0 && !this.#stopped; free = cache.freeBytes()) {
        if (isSending()) return this.#giveBackLater()
        cache.giveBack(giveBackStep)
        // What cannot be given back is not tried for ever.
        if (cache.freeBytes() >= free) break
        await turn()
      }
      if (isSending()) return this.#giveBackLater()
      if (!this.#stopped) cache.settleFile()
      return 'smaller'
    } catch (error) {
      log.warn('cache', 'the file could not be made smaller', { error })
      return 'not_now'
    }
  }

  #giveBackLater(): 'later' {
    this.#cancelGivingBack = this.#options.timing.after(waitForSendingMs, () => {
      this.#cancelGivingBack = null
      void this.#next(() => this.#giveBack())
    })
    return 'later'
  }

  /** One thing after the other: what is measured is not being cleared away at the same time. */
  #next<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#work.then(task)
    this.#work = result.catch(() => undefined)
    return result
  }
}

/** Of a thing, rather than of a group or of a stack as a whole. */
function isOfThing({ subject, part }: CachedPiece): boolean {
  return subject !== '' && part !== 'things_of_group'
}

/** How many of these, the first ones, have so many bytes together; all of them when they have not. */
function enoughFor(bytes: number, pieces: readonly CachedPiece[]): number {
  let sum = 0
  const last = pieces.findIndex((piece) => (sum += piece.bytes) >= bytes)
  return last === -1 ? pieces.length : last + 1
}
