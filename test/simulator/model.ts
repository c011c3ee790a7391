/** What the simulated cloud knows. Written from the specification alone: nothing here is imported from the product. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** spec: Set installation status for a thing. */
export const INSTALLATION_STATUSES = ['new', 'installed', 'uninstalled', 'quarantine', 'retired'] as const
export type InstallationStatus = (typeof INSTALLATION_STATUSES)[number]

/** spec: Send a command to a thing. The 17110 of its example is not on its own list. */
export const ALLOWED_COMMANDS: readonly number[] = [1500, 1501, 12200, 13200]

/** The group of everything that has none. It is listed, but cannot be created, renamed or deleted. */
export const UNASSIGNED = 'unassigned'

/** How many messages of one thing are kept; the oldest go first, so that a simulator may run for days. */
const MESSAGES_KEPT = 3000

export interface Installation {
  status: InstallationStatus
  /** Unix seconds. */
  timestamp: number
  responsible: string | null | undefined
  /** Milliseconds by the simulator's clock: when it becomes visible depends on the consistency delay. */
  writtenAt: number
}

export interface Command {
  tsmId: number
  tsmEv: number
  tsmTs: number
  tsmDstTuid: string
  [attribute: string]: Json | undefined
}

export interface SentCommand {
  command: Command
  timestamp: number
  responsible: string | null
  writtenAt: number
}

export interface Message {
  tsmId: number
  tsmTs: number
  tsmTuid: string
  [attribute: string]: Json | undefined
}

/** ISO without a zone. An alert is open while `to` is missing, null or in the future. */
export interface AlertPeriod {
  from: string
  to?: string | null
}

export interface AlertSeries {
  type: string
  periods: AlertPeriod[]
}

/** How a device answers commands. Every mode but 'at once' and 'never' waits `afterMs` first. */
export interface Echo {
  mode: 'at once' | 'late' | 'never' | 'clamped' | 'twice'
  afterMs?: number
}

export interface Thing {
  readonly tuid: string
  /** What GET /things/{tuid} answers, word for word: any field may be missing or null. */
  info: Record<string, Json>
  /** Every group it has been in, oldest first; the last one is the present one. */
  groups: { groupId: string; writtenAt: number }[]
  installations: Installation[]
  commands: SentCommand[]
  messages: Message[]
  alerts: AlertSeries[]
  /** What the device runs with, by tsmId of the command that sets it. */
  settings: Map<number, Record<string, Json>>
  echo: Echo | undefined
  /** A silent device never sends anything, whatever happens to it. */
  silent: boolean
  /** True where the history of messages is answered with duplicates and out of order. */
  untidy: boolean
  /** The fixed traits its readings are drawn from. */
  traits: Traits
  /** Milliseconds by the simulator's clock; null while it sends nothing by itself. */
  nextReportAt: number | null
}

export interface Traits {
  seed: number
  /** Percent; null for mains-powered devices. */
  battery: number | null
  rssiDbm: number
  gateway: string | null
}

export interface Group {
  groupId: string
  description: string | undefined
}

export function createThing(tuid: string, traits: Traits): Thing {
  return {
    tuid,
    info: {},
    groups: [{ groupId: UNASSIGNED, writtenAt: Number.NEGATIVE_INFINITY }],
    installations: [],
    commands: [],
    messages: [],
    alerts: [],
    settings: new Map(),
    echo: undefined,
    silent: false,
    untidy: false,
    traits,
    nextReportAt: null
  }
}

export function groupOf(thing: Thing): string {
  return thing.groups.at(-1)?.groupId ?? UNASSIGNED
}

export function statusOf(thing: Thing): InstallationStatus | undefined {
  return thing.installations.at(-1)?.status
}

/** Stores a message and lets the general information follow it, as the cloud does on arrival. */
export function deliver(thing: Thing, message: Message): void {
  thing.messages.push(message)
  if (thing.messages.length > MESSAGES_KEPT) thing.messages.splice(0, thing.messages.length - MESSAGES_KEPT)
  const known = thing.info['timestamp']
  if (typeof known !== 'number' || message.tsmTs > known) thing.info['timestamp'] = message.tsmTs
  if (typeof message['batl'] === 'number') thing.info['battery_level'] = message['batl']
  if (typeof message['tsmGw'] === 'string') thing.info['gateway_tuid'] = message['tsmGw']
}
