import { createPinia, setActivePinia } from 'pinia'
import type { Action } from '@shared/domain/action'
import type { ChannelInput } from '@shared/ipc/channels'
import { defaultSettings, type Settings } from '@shared/ipc/settings'
import { useInstallStore } from '@/install/installStore'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'
import { ok, sessionOf, standIn, type InstallerStandIn } from '../frame/installerStandIn'
import { actionOf, live, now, stackId } from './fixtures'

type Last = Settings['lastChoices'][string]

/** A stack whose server knows every thing as new and in no group, and saves whatever it is given. */
export function willingInstaller(last: Last | null = null): InstallerStandIn {
  let settings: Settings = { ...defaultSettings, lastChoices: last === null ? {} : { [stackId]: last } }
  const installer = standIn({
    'app:info': () =>
      ok({
        version: '0.1.0',
        platform: 'linux',
        electron: '45',
        systemLanguage: 'en',
        dataFolder: '/data',
        notices: []
      }),
    'settings:get': () => ok(settings),
    'settings:set': (changes) => ok((settings = { ...settings, ...changes })),
    'session:get': () => ok(sessionOf()),
    'outbox:capture': ({ intents }) => {
      const actions = intents.map((intent): Action => actionOf(intent, { transactionId: 7 }))
      installer.queue.put(actions)
      return ok(actions)
    },
    'things:general': () =>
      ok(
        live({
          batteryLevel: 86,
          lastHeardAt: now,
          position: { lat: 65.01, lon: 25.52 },
          gatewayTuid: 'TSGW04EZU30801122',
          version: '2024.06'
        })
      ),
    'things:installations': () =>
      ok(live({ items: [{ status: 'new', at: now - 1000, responsible: 'factory' }], unreadable: 0 })),
    'things:group': () => ok(live({ groupId: 'unassigned' })),
    'things:alerts': () => ok(live({ items: [], unreadable: 0 })),
    'things:messages': () => ok(live({ items: [], unreadable: 0 })),
    'groups:list': () =>
      ok({
        groups: ['prfi00annex', 'prfi00hq', 'unassigned'].map((groupId) => ({
          groupId,
          description: null,
          origin: 'server' as const
        })),
        fromServer: true,
        problem: null
      })
  })
  return installer
}

/** Fills the stores from the stand-in, as the app's start does. */
export async function startStores(): Promise<void> {
  await Promise.all([useSettingsStore().start(), useSessionStore().start()])
}

/** The stores as the app has them after its start, without a page. */
export async function startBench(): Promise<ReturnType<typeof useInstallStore>> {
  setActivePinia(createPinia())
  await startStores()
  return useInstallStore()
}

export const captured = (installer: InstallerStandIn): ChannelInput<'outbox:capture'>[] =>
  // What the page asked this channel is what its type allows.
  installer.inputsOf('outbox:capture') as ChannelInput<'outbox:capture'>[]
