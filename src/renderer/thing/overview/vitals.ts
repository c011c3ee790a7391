import type { DeviceKind } from '@shared/domain/deviceKind'
import { healthOf, type Health } from '@shared/domain/health'
import { signalOf, type SignalReading } from '@shared/domain/signal'
import type { Instant } from '@shared/domain/thing'
import type { GlanceParts } from '../thingReadings'

export interface Judged {
  readonly health: Health
  readonly batteryLevel: number | null
  readonly lastHeardAt: Instant | null
  readonly signal: SignalReading | null
  /** Whether the messages that would tell of it could be read. */
  readonly signalRead: boolean
  /** Verbatim, null when the server shows none or it could not be read. */
  readonly status: string | null
  /** The moment that is judged, and whether that is not just now. */
  readonly asOf: Instant | null
  readonly live: boolean
}

/** What is known of the thing's health. Null as long as what it rests on is still being read. */
export function judge(kind: DeviceKind, { general, installations, signal }: GlanceParts): Judged | null {
  if (general.reading === null || installations.reading === null) return null
  const info = general.reading.value
  const history = installations.reading.value
  const status = history === null ? undefined : (history.items[0]?.status ?? null)
  const messages = signal.reading?.value
  const heard = messages == null ? null : signalOf(kind, messages.items)
  const vitals = {
    kind,
    status,
    batteryLevel: info?.batteryLevel,
    lastHeardAt: info?.lastHeardAt,
    signal: heard,
    // Without an answer there is nothing that a moment could be compared with.
    asOf: general.reading.asOf ?? 0
  }
  return {
    health: healthOf(vitals),
    batteryLevel: info?.batteryLevel ?? null,
    lastHeardAt: info?.lastHeardAt ?? null,
    signal: heard,
    signalRead: messages != null,
    status: status ?? null,
    asOf: general.reading.asOf,
    live: general.reading.live
  }
}
