import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import { useGroupChoicesStore } from '@/install/group/groupChoicesStore'
import { ok, standIn, type InstallerStandIn } from '../frame/installerStandIn'
import { stackId } from './fixtures'

let installer: InstallerStandIn
beforeEach(() => {
  setActivePinia(createPinia())
  installer = standIn()
})

/** From now on main knows these, of which it tells those that contain what is looked for. */
function listed(...names: string[]): void {
  installer.answers['groups:list'] = ({ query, ask }) => {
    const fitting = names.filter((groupId) => groupId.includes(query))
    const groups = fitting.map((groupId) => ({ groupId, description: null, origin: 'server' as const }))
    return ok({ groups, fromServer: ask, problem: null })
  }
}

const names = (): string[] => useGroupChoicesStore().groups.map(({ groupId }) => groupId)

async function load(query: string): Promise<void> {
  await useGroupChoicesStore().load(stackId, query)
  await flushPromises()
}

test('a group that was deleted or renamed since is not offered for the next thing', async () => {
  listed('prfi00annex', 'prfi00hq')
  await load('')
  listed('prfi00annex', 'prfi00office')
  await load('')
  expect(names()).toEqual(['prfi00annex', 'prfi00office'])
})

test('what is looked for comes beside what was offered before', async () => {
  listed('prfi00annex', 'prfi00hq')
  await load('')
  listed('prfi00annex', 'prfi00hq', 'prfi00zoo')
  await load('zoo')
  expect(names()).toEqual(['prfi00annex', 'prfi00hq', 'prfi00zoo'])
})
