import { ProblemError } from '@shared/domain/problem'

interface Job<T> {
  readonly key: string
  readonly run: (signal: AbortSignal) => Promise<T>
  readonly controller: AbortController
  readonly promise: Promise<T>
  readonly resolve: (value: T | Promise<T>) => void
  readonly reject: (error: unknown) => void
  wantedBy: number
}

/**
 * Readings of which a few go on at once and the others wait their turn. What several want under one key is read once;
 * what nobody wants any more is given up, whether it waits or is under way.
 */
export class SharedReadings<T> {
  readonly #atOnce: number
  readonly #jobs = new Map<string, Job<T>>()
  readonly #waiting = new Set<Job<T>>()
  #running = 0

  constructor(atOnce: number) {
    this.#atOnce = atOnce
  }

  /**
   * @param signal aborted when this caller wants it no more
   * @throws ProblemError cancelled, when it was given up before it began
   */
  read(key: string, signal: AbortSignal, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal.aborted) return Promise.reject(cancelled())
    const job = this.#jobs.get(key) ?? this.#add(key, run)
    job.wantedBy += 1
    signal.addEventListener('abort', () => this.#wantedLess(job), { once: true })
    return job.promise
  }

  #add(key: string, run: (signal: AbortSignal) => Promise<T>): Job<T> {
    const job: Job<T> = { key, run, controller: new AbortController(), wantedBy: 0, ...Promise.withResolvers<T>() }
    this.#jobs.set(key, job)
    this.#waiting.add(job)
    this.#startNext()
    return job
  }

  #wantedLess(job: Job<T>): void {
    job.wantedBy -= 1
    if (job.wantedBy > 0) return
    // Whoever wants it from now on starts anew: this one ends without an answer.
    if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key)
    if (this.#waiting.delete(job)) job.reject(cancelled())
    else job.controller.abort()
  }

  #startNext(): void {
    for (const job of this.#waiting) {
      if (this.#running >= this.#atOnce) return
      this.#waiting.delete(job)
      this.#running += 1
      void this.#perform(job)
    }
  }

  async #perform(job: Job<T>): Promise<void> {
    try {
      job.resolve(await job.run(job.controller.signal))
    } catch (error) {
      job.reject(error)
    } finally {
      this.#running -= 1
      if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key)
      this.#startNext()
    }
  }
}

function cancelled(): ProblemError {
  return new ProblemError({ kind: 'cancelled' })
}
