import { diskProblemKinds, ProblemError, type DiskProblemKind } from '@shared/domain/problem'
import type { Timing } from './timing'

export interface StorageWatchOptions {
  /** Writes, and changes nothing. @throws ProblemError */
  readonly touch: () => void
  readonly timing: Timing
  /** How long until it is tried again whether the disk takes anything, in milliseconds. */
  readonly pause: number
  /** Called when writing has begun to fail, or to succeed again. */
  readonly onChanged: () => void
}

export interface DiskProblem {
  readonly kind: DiskProblemKind
  /** Technical detail for support. */
  readonly detail: string
}

/**
 * Knows whether what happens can be recorded on this laptop. Nothing may be sent while it cannot: after a crash nobody
 * would know of it. Learns from every write, and tries by itself once one has failed, so that all goes on as soon as
 * the disk does.
 */
export class StorageWatch {
  readonly #options: StorageWatchOptions
  #problem: DiskProblem | null = null
  #cancelLook: (() => void) | null = null
  readonly #retries = new Set<() => void>()
  #stopped = false

  constructor(options: StorageWatchOptions) {
    this.#options = options
  }

  /** Why nothing can be recorded; null while all is well. */
  get problem(): DiskProblem | null {
    return this.#problem
  }

  /** Does a write, and takes in how it went. @throws what the write throws */
  guard<T>(write: () => T): T {
    let result: T
    try {
      result = write()
    } catch (error) {
      this.#failed(error)
      throw error
    }
    this.#worked()
    return result
  }

  /** The same of a write that is on disk only later. */
  guardMeanwhile(write: () => Promise<void>): Promise<void> {
    let onDisk: Promise<void>
    try {
      onDisk = write()
    } catch (error) {
      this.#failed(error)
      throw error
    }
    onDisk.then(
      () => this.#worked(),
      (error: unknown) => this.#failed(error)
    )
    return onDisk
  }

  /**
   * Resolves after a while, or with the first write that works: before anything new begins, so that what has ended is
   * recorded no later than the beginning of what waited for it.
   */
  again(): Promise<void> {
    const { timing, pause } = this.#options
    return new Promise((resolve) => {
      const cancel = timing.after(pause, () => retry())
      const retry = (): void => {
        cancel()
        this.#retries.delete(retry)
        resolve()
      }
      this.#retries.add(retry)
    })
  }

  stop(): void {
    this.#stopped = true
    this.#cancelLook?.()
  }

  #look(): void {
    this.#cancelLook = null
    try {
      this.guard(this.#options.touch)
    } catch (error) {
      // What the disk refuses is taken in and tried again; a mistake must not keep all from being sent for ever.
      if (diskProblem(error) === null) this.#worked()
    }
  }

  #failed(error: unknown): void {
    const problem = diskProblem(error)
    if (problem === null || this.#stopped) return
    const isNews = this.#problem?.kind !== problem.kind
    this.#problem = problem
    this.#cancelLook ??= this.#options.timing.after(this.#options.pause, () => this.#look())
    if (isNews) this.#options.onChanged()
  }

  #worked(): void {
    if (this.#problem === null) return
    this.#problem = null
    this.#cancelLook?.()
    this.#cancelLook = null
    for (const retry of this.#retries) retry()
    this.#options.onChanged()
  }
}

/** @returns null for a mistake of the app, which says nothing about the next write */
function diskProblem(error: unknown): DiskProblem | null {
  if (!(error instanceof ProblemError)) return null
  const kind = diskProblemKinds.find((each) => each === error.problem.kind)
  return kind === undefined ? null : { kind, detail: error.message }
}
