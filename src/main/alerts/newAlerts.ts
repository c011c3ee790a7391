import { activeAlertSchema, type ActiveAlert, type NewAlert } from '@shared/domain/fleetAlerts'
import type { Instant } from '@shared/domain/thing'
import { tuidSchema } from '@shared/domain/tuid'
import { z } from 'zod'
import type { Timing } from '../outbox/timing'
import type { ReadModel } from '../ports/readModel'
import type { IdleTurns } from '../things/idleTurns'
import type { AlertDetails } from './alertDetails'
import type { FleetReader } from './fleetReader'
import { isRecent } from './recency'

/** How often the server is asked while there is something to look for, in milliseconds. */
export const lookEveryMs = 3 * 60_000

/** Where the server lists nothing, each thing is asked for itself: no more than these. */
const mostAskedOneByOne = 50

/** By TUID what a person has seen of its alerts; an empty list: that it alerts, and nobody could say about what. */
const dismissedSchema = z.record(z.string(), z.array(activeAlertSchema))
type Dismissed = z.output<typeof dismissedSchema>

export interface NewAlertsOptions {
  /** The active stack while it can be reached, else null. */
  readonly reachable: () => string | null
  readonly installedToday: (stackId: string) => ReadonlySet<string>
  readonly fleet: FleetReader
  readonly details: AlertDetails
  readonly readModel: ReadModel
  readonly idleTurns: IdleTurns
  readonly timing: Timing
  /** Told when the watch itself has asked the server. */
  readonly onLooked: (stackId: string) => void
  readonly onChanged: (stackId: string, notices: NewAlert[]) => void
  readonly onProblem: (error: unknown) => void
}

/**
 * Watches what was installed today from this laptop, so that nobody drives home from a thing that alerts. Any alert of
 * such a thing is news, once: when it began is the server's time, and a laptop's clock may be hours off.
 */
export class NewAlerts {
  readonly #options: NewAlertsOptions
  readonly #alerting = new Map<string, readonly NewAlert[]>()
  readonly #ending = new AbortController()
  #cancelTimer: (() => void) | null = null
  /** The stack whose list waits for its turn. */
  #idle: string | null = null
  /** How often the answers of each stack were taken in. */
  readonly #considered = new Map<string, number>()

  constructor(options: NewAlertsOptions) {
    this.#options = options
  }

  /** There may be something to look for, or a way to do so, where there was none. */
  poke(): void {
    // Said with every action that is done; whoever will look anyhow need not find out whether it can.
    if (this.#cancelTimer === null && this.#options.reachable() !== null) this.#arm()
  }

  stop(): void {
    this.#ending.abort()
    this.#cancelTimer?.()
  }

  /** Those that nobody has dismissed. */
  notices(stackId: string): NewAlert[] {
    const dismissed = this.#dismissed(stackId)
    return (this.#alerting.get(stackId) ?? []).filter(({ tuid, active }) => !isDismissed(dismissed[tuid], active))
  }

  /** Their present alerts are not told again. */
  dismiss(stackId: string, tuids: readonly string[]): void {
    const { readModel, timing } = this.#options
    const kept = { ...this.#dismissed(stackId) }
    for (const { tuid, active } of this.#alerting.get(stackId) ?? []) {
      if (tuids.includes(tuid)) kept[tuid] = [...(kept[tuid] ?? []), ...active]
    }
    readModel.keepStackReading(stackId, 'dismissed_alerts', { value: kept, asOf: timing.now() })
    this.#options.onChanged(stackId, this.notices(stackId))
  }

  /** Takes in what the server has said. @param alerting null: it does not list them */
  consider(stackId: string, alerting: ReadonlySet<string> | null): void {
    void this.#consider(stackId, alerting).catch(this.#options.onProblem)
  }

  async #consider(stackId: string, alerting: ReadonlySet<string> | null): Promise<void> {
    const { installedToday, details } = this.#options
    const turn = (this.#considered.get(stackId) ?? 0) + 1
    this.#considered.set(stackId, turn)
    const today = [...installedToday(stackId)].filter((tuid) => tuidSchema.safeParse(tuid).success)
    const asked = alerting === null ? today.slice(0, mostAskedOneByOne) : today.filter((tuid) => alerting.has(tuid))
    const read = await Promise.all(
      asked.map(async (tuid) => {
        const reading = await details.current(stackId, tuid, this.#ending.signal).catch(() => null)
        return { tuid, active: reading?.value?.active ?? [] }
      })
    )
    // Somebody has asked again meanwhile, and knows better.
    if (turn !== this.#considered.get(stackId) || this.#ending.signal.aborted) return
    // Without a list, only what its own history shows is known.
    this.#set(stackId, alerting === null ? read.filter(({ active }) => active.length > 0) : read)
  }

  #set(stackId: string, alerting: readonly NewAlert[]): void {
    const before = JSON.stringify(this.notices(stackId))
    this.#alerting.set(stackId, alerting)
    const notices = this.notices(stackId)
    if (JSON.stringify(notices) !== before) this.#options.onChanged(stackId, notices)
  }

  #arm(wait = lookEveryMs): void {
    if (this.#ending.signal.aborted) return
    this.#cancelTimer ??= this.#options.timing.after(wait, () => void this.#look().catch(this.#options.onProblem))
  }

  async #look(): Promise<void> {
    const { reachable, installedToday, idleTurns } = this.#options
    this.#cancelTimer = null
    const stackId = reachable()
    if (stackId === null) return
    if (installedToday(stackId).size === 0) {
      this.#set(stackId, [])
      return
    }
    const wait = this.#untilDue(stackId)
    this.#arm(wait === 0 ? lookEveryMs : wait)
    if (wait > 0 || this.#idle === stackId) return
    if (idleTurns.mustWait()) this.#waitForTurn(stackId)
    else await this.#ask(stackId, false)
  }

  /** In milliseconds. Whoever looks at the list keeps it fresh, and what it says was considered then. */
  #untilDue(stackId: string): number {
    const { fleet, timing } = this.#options
    const listedAt = fleet.listedAt(stackId)
    const now = timing.now()
    return listedAt !== null && isRecent(listedAt, now, lookEveryMs) ? listedAt + lookEveryMs - now : 0
  }

  async #ask(stackId: string, isSparing: boolean): Promise<void> {
    await this.#options.fleet.refresh(stackId, false, isSparing)
    this.#options.onLooked(stackId)
  }

  #waitForTurn(stackId: string): void {
    const { reachable, idleTurns, onProblem } = this.#options
    this.#idle = stackId
    const begins = (isSparing: boolean): boolean => {
      this.#idle = null
      const isWanted = stackId === reachable() && this.#untilDue(stackId) === 0 && !this.#ending.signal.aborted
      if (isWanted) void this.#ask(stackId, isSparing).catch(onProblem)
      return isWanted
    }
    idleTurns.wait(stackId, 'alerts', { turn: () => begins(true), back: () => begins(false) })
  }

  /** Of this day: tomorrow the same thing is installed today no more, or once again. */
  #dismissed(stackId: string): Dismissed {
    const { readModel, timing } = this.#options
    const kept = readModel.stackReading(stackId, 'dismissed_alerts')
    if (kept === null || !isSameDay(kept.asOf, timing.now())) return {}
    const parsed = dismissedSchema.safeParse(kept.value)
    return parsed.success ? parsed.data : {}
  }
}

function isDismissed(seen: readonly ActiveAlert[] | undefined, active: readonly ActiveAlert[]): boolean {
  if (seen === undefined) return false
  const isSeen = ({ alertType, from }: ActiveAlert): boolean =>
    seen.some((each) => each.alertType === alertType && each.from === from)
  return seen.length === 0 || active.every(isSeen)
}

function isSameDay(a: Instant, b: Instant): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString()
}
