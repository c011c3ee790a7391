import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Action, Intent, Need } from '@shared/domain/action'
import QueuePage from '@/queue/QueuePage.vue'
import { useSessionStore } from '@/stores/session'
import { now, tuid } from '../install/fixtures'
import { ok, sessionOf, standIn, type InstallerStandIn } from './installerStandIn'
import { show } from './mounting'

export const status: Intent = { type: 'status', tuid, status: 'installed' }
export const conflict: Need = {
  reason: 'conflict',
  serverShows: 'quarantine',
  serverShowsSince: now,
  serverShowsBy: 'maija',
  choices: ['send_again', 'keep_theirs']
}

/** The pace of asking again is that of the page's clock, which the test holds. */
export function holdPace(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
  afterEach(() => void vi.useRealTimers())
}

/** The queue page with these actions in main's journal. */
export async function showQueue(actions: Action[], installer: InstallerStandIn = standIn()) {
  installer.answers['session:get'] ??= () => ok(sessionOf())
  installer.queue.put(actions)
  const shown = show(QueuePage)
  await useSessionStore().start()
  await flushPromises()
  return { ...shown, installer }
}

/** What main does: writes it down, and answers with it. */
export function become(installer: InstallerStandIn, id: string, state: Action['state']): Action {
  const action: Action = { ...installer.queue.find(id), state, need: null }
  installer.queue.put([action])
  return action
}
