import { type Command, deliver, type Echo, groupOf, type InstallationStatus, statusOf, type Thing } from '../model.ts'
import { kindOf } from './kinds.ts'
import { readingsAt } from './readings.ts'
import { applySettings } from './settings.ts'

export interface DeviceOptions {
  /** How devices answer commands unless a thing has a rule of its own. */
  echo: Echo
  /** Milliseconds between being set installed and the first message. */
  firstMessageAfterMs: number
}

/** Delivery takes 5 to 60 s in the field (vendor fact); the quick end keeps a demonstration bearable. */
const USUAL_ECHO_MS = 5000

/** A device that was not looked at for long does not repeat everything it would have said. */
const REPORTS_CAUGHT_UP = 100

/**
 * The devices in the field. Nothing here runs by itself: what is due by the clock is done when somebody looks, which
 * no client can tell from a device that was punctual, and lets a test set the clock instead of sleeping.
 */
export class Devices {
  readonly #options: DeviceOptions
  #agenda: { at: number; run: () => void }[] = []

  constructor(options: DeviceOptions) {
    this.#options = options
  }

  statusChanged(thing: Thing, status: InstallationStatus, at: number): void {
    const first = at + this.#options.firstMessageAfterMs
    thing.nextReportAt = status === 'installed' ? Math.min(thing.nextReportAt ?? first, first) : null
  }

  /** Plans the answer: same tsmId, tsmEv one higher, same transactionId, and the values really applied. */
  commandArrived(thing: Thing, command: Command, at: number): void {
    const echo = thing.echo ?? this.#options.echo
    if (echo.mode === 'never' || thing.silent) return
    const due = echo.mode === 'at once' ? at : at + (echo.afterMs ?? USUAL_ECHO_MS)
    const times = echo.mode === 'twice' ? 2 : 1
    this.#agenda.push({ at: due, run: () => answer(thing, command, due, times, echo.mode === 'clamped') })
  }

  catchUp(things: Iterable<Thing>, now: number): void {
    const all = [...things]
    const due = this.#agenda.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at)
    this.#agenda = this.#agenda.filter(({ at }) => at > now)
    for (const { run } of due) run()
    for (const thing of all) {
      if (thing.silent || thing.nextReportAt === null) continue
      const interval = reportIntervalMs(thing)
      thing.nextReportAt = Math.max(thing.nextReportAt, now - REPORTS_CAUGHT_UP * interval)
      for (; thing.nextReportAt <= now; thing.nextReportAt += interval) this.report(thing, thing.nextReportAt, all)
    }
  }

  /** One report: the readings of its kind at that moment, through the gateway it is meshed to. */
  report(thing: Thing, at: number, things: Iterable<Thing>): void {
    const { kind } = kindOf(thing.tuid)
    const isGateway = kind === 'gateway' || kind === 'gateway lan'
    if (!isGateway) thing.traits.gateway ??= gatewayFor(thing, things)
    const seconds = Math.floor(at / 1000)
    for (const reading of readingsAt(kind, seconds, reportIntervalMs(thing) / 1000, thing.traits)) {
      const sender = { tsmTs: seconds, tsmTuid: thing.tuid, tsmGw: thing.traits.gateway ?? thing.tuid }
      deliver(thing, { ...reading, ...sender, deploymentGroupId: groupOf(thing) })
    }
    if (isGateway) thing.info['gateway_tuid'] = null
  }
}

function answer(thing: Thing, command: Command, at: number, times: number, stubborn: boolean): void {
  const applied = applySettings(thing, command, stubborn)
  for (let count = 0; count < times; count += 1) {
    deliver(thing, {
      tsmId: command.tsmId,
      tsmEv: command.tsmEv === 35 ? 36 : 31,
      tsmTs: Math.floor(at / 1000),
      tsmTuid: thing.tuid,
      ...(thing.traits.gateway === null ? {} : { tsmGw: thing.traits.gateway }),
      deploymentGroupId: groupOf(thing),
      ...(command['transactionId'] === undefined ? {} : { transactionId: command['transactionId'] }),
      ...applied
    })
  }
}

function reportIntervalMs(thing: Thing): number {
  const asked = thing.settings.get(1500)?.['reportInterval']
  return (typeof asked === 'number' ? asked : kindOf(thing.tuid).reportInterval) * 1000
}

/** An installed gateway, preferably of the same group: the mesh finds its own way. */
function gatewayFor(thing: Thing, things: Iterable<Thing>): string | null {
  const gateways = [...things].filter(
    (one) => kindOf(one.tuid).kind.startsWith('gateway') && statusOf(one) === 'installed' && !one.silent
  )
  return (gateways.find((one) => groupOf(one) === groupOf(thing)) ?? gateways[0])?.tuid ?? null
}
