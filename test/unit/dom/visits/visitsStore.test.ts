import { createPinia, setActivePinia } from 'pinia'
import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { ShownVisit } from '@shared/domain/visit'
import { useFaultsStore } from '@/stores/faults'
import { useSessionStore } from '@/stores/session'
import { useVisitsStore } from '@/visits/visitsStore'
import { fail, ok, sessionOf, standIn } from '../frame/installerStandIn'
import { now, stackId } from '../install/fixtures'

const annex: ShownVisit = {
  id: '9b2f2f0a-12a4-4c0f-8a39-5a1b9d0c7e22',
  stackId,
  stackName: 'Harbour',
  site: 'Annex',
  installer: 'Aino',
  startedAt: now,
  endedAt: null,
  note: '',
  plan: null,
  counts: { things: 0, needYou: 0, waiting: 0, confirmed: 0, heard: 0, silent: 0, alerting: 0 }
}

test('a visit has begun, though the name cannot be remembered for the next one', async () => {
  setActivePinia(createPinia())
  standIn({
    'session:get': () => ok(sessionOf()),
    'visits:start': () => ok(annex),
    'settings:set': () => fail('disk_full')
  })
  await useSessionStore().start()
  const visits = useVisitsStore()
  expect(await visits.begin({ site: 'Annex', installer: 'Aino' })).toEqual(annex)
  expect(visits.find(annex.id)).toEqual(annex)
  await flushPromises()
  expect(useFaultsStore().problem).toMatchObject({ kind: 'disk_full' })
})
