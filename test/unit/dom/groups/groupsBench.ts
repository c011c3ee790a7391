import { flushPromises } from '@vue/test-utils'
import type { Component } from 'vue'
import type { KnownGroup } from '@shared/domain/deploymentGroup'
import type { GroupsOverview } from '@shared/domain/groupsOverview'
import type { Connection } from '@shared/ipc/channels'
import type { Language } from '@/i18n'
import { useSessionStore } from '@/stores/session'
import { ok, sessionOf, standIn, type InstallerStandIn } from '../frame/installerStandIn'
import { show } from '../frame/mounting'
import { now } from '../install/fixtures'

export const attic: KnownGroup = { groupId: 'prfi00attic', description: 'Upstairs', origin: 'server' }
export const cellar: KnownGroup = { groupId: 'dmfi00cellar', description: null, origin: 'server' }
export const nowhere: KnownGroup = { groupId: 'unassigned', description: null, origin: 'server' }

export function overviewOf(change: Partial<GroupsOverview> = {}): GroupsOverview {
  return {
    groups: [attic, cellar, nowhere],
    changes: [],
    asOf: now,
    complete: true,
    offered: true,
    deletion: null,
    problem: null,
    ...change
  }
}

interface Bench {
  overview?: GroupsOverview
  answers?: Parameters<typeof standIn>[0]
  connection?: Connection
  language?: Language
  props?: Record<string, unknown>
}

/** A page about the groups of a stack that were last seen like this, and are like that when asked for. */
export async function showGroups(component: Component, bench: Bench = {}) {
  const { overview = overviewOf(), connection = 'online', answers = {}, language = 'en', props = {} } = bench
  const installer: InstallerStandIn = standIn({
    'session:get': () => ok(sessionOf({ connection })),
    'groups:kept': () => ok({ ...overview, problem: null }),
    'groups:refresh': () => ok(overview),
    ...answers
  })
  const shown = show(component, { language, props })
  await useSessionStore().start()
  await flushPromises()
  return { ...shown, installer }
}
