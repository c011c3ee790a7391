import type { Recovery } from '@shared/ipc/supportChannels'
import type { RunMarker } from './adapters/lastRun/runMarker'

export interface WhatIsSafe {
  readonly waiting: number
  readonly needsYou: number
  readonly visits: string[]
}

/** What the page says after a crash of the app or of itself, until somebody has read it. */
export class Recoveries {
  #found: Pick<Recovery, 'cause' | 'at'> | null

  constructor(interrupted: RunMarker['interrupted']) {
    this.#found = interrupted === null ? null : { cause: 'app', at: interrupted.startedAt }
  }

  /** @param now milliseconds since 1970 UTC */
  pageCrashed(now: number): void {
    this.#found = { cause: 'page', at: now }
  }

  /** @param safe counts what is on disk now, which is what the page should say, not what was there at the crash */
  current(safe: () => WhatIsSafe): Recovery | null {
    return this.#found === null ? null : { ...this.#found, ...safe() }
  }

  dismiss(): void {
    this.#found = null
  }
}
