import { flushPromises } from '@vue/test-utils'
import type { AlertPeriod, GeneralInfo, InstallationRecord, ListOf, Reading, ThingMessage } from '@shared/domain/thing'
import { useSessionStore } from '@/stores/session'
import ThingPage from '@/thing/ThingPage.vue'
import { ok, type InstallerStandIn } from '../frame/installerStandIn'
import { show } from '../frame/mounting'
import { willingInstaller } from '../install/bench'
import { tuid } from '../install/fixtures'

export const hour = 3_600_000
export const day = 24 * hour
export const channels = ['general', 'installations', 'group', 'alerts', 'signal'] as const

export const live = <T>(value: T): Reading<T> => ({ value, asOf: Date.now(), live: true, problem: null })
export const list = <T>(...items: T[]): ListOf<T> => ({ items, unreadable: 0 })
export const mesh = (rssiDbm: number): ThingMessage => ({
  key: 'k',
  tsmId: 1202,
  tsmEv: 10,
  at: Date.now() - hour,
  gatewayTuid: null,
  groupId: null,
  fields: { rssiDbm }
})
export const info: GeneralInfo = {
  batteryLevel: 86,
  lastHeardAt: Date.now() - 60_000,
  position: { lat: 65.01, lon: 25.52 },
  gatewayTuid: 'TSGW04EZU30801122',
  version: '2024.06'
}

export interface Known {
  general?: Partial<GeneralInfo>
  installations?: ListOf<InstallationRecord>
  alerts?: ListOf<AlertPeriod>
  signal?: ListOf<ThingMessage>
}

/** A thing that is installed and well, but for what is told otherwise. */
export function thingKnownAs(known: Known = {}): InstallerStandIn {
  const installer = willingInstaller()
  installer.answers['things:general'] = () => ok(live({ ...info, ...known.general }))
  installer.answers['things:installations'] = () =>
    ok(live(known.installations ?? list({ status: 'installed', at: Date.now() - day, responsible: 'anna' })))
  installer.answers['things:group'] = () => ok(live({ groupId: 'prfi00hq' }))
  installer.answers['things:alerts'] = () => ok(live(known.alerts ?? list()))
  installer.answers['things:signal'] = () => ok(live(known.signal ?? list(mesh(-60))))
  return installer
}

export async function open(path = `/things/${tuid}`, language: 'en' | 'fi' = 'en') {
  const shown = show(ThingPage, { language })
  await shown.router.push(path)
  await useSessionStore().start()
  await flushPromises()
  return shown
}

export const text = (element: Element | null): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? ''
export const page = (): string => text(document.body)
export const health = (): string => text(document.querySelector('[data-health]'))
export const sign = (name: string): string => text(document.querySelector(`[data-sign=${name}]`))
export const asked = (installer: InstallerStandIn): string[] =>
  installer.calls.map(({ channel }) => channel).filter((channel) => channel.startsWith('things:'))
