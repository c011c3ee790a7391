import { createPinia, setActivePinia } from 'pinia'
import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { useFaultsStore } from '@/stores/faults'
import { useSessionStore } from '@/stores/session'
import { useVisitsStore } from '@/visits/visitsStore'
import { fail, ok, sessionOf, standIn } from '../frame/installerStandIn'
import { visitOf } from './visit'

const annex = visitOf()

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
