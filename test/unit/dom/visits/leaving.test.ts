import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { RouterView } from 'vue-router'
import type { FleetAlerts } from '@shared/domain/fleetAlerts'
import type { VisitCounts } from '@shared/domain/visit'
// Here rather than when the page is first opened: to load it takes longer than a test may.
import '@/leaving/LeavePage.vue'
import { useSessionStore } from '@/stores/session'
import { fleetOf } from '../alerts/fleet'
import { harbour, ok, sessionOf, standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'
import { visitOf } from './visit'

const id = '9b2f2f0a-12a4-4c0f-8a39-5a1b9d0c7e22'

async function leave(counts: Partial<VisitCounts>, fleet: FleetAlerts = fleetOf([])) {
  const visit = visitOf({ id, stackId: harbour.id, counts: { things: 2, confirmed: 2, heard: 2, ...counts } })
  const installer = standIn({
    'session:get': () => ok(sessionOf()),
    'visits:list': () => ok([visit]),
    'visits:things': () => ok([]),
    'alerts:refresh': () => ok(fleet)
  })
  const shown = show(RouterView)
  await useSessionStore().start()
  await shown.router.push(`/visits/${id}/leave`)
  await flushPromises()
  return { ...shown, installer }
}

test('all is called confirmed only where the server has done all of it', async () => {
  await leave({})
  expect(document.body.textContent).toContain('All is confirmed and heard')
})

test('what was given up, or decided by a person, is not called confirmed', async () => {
  await leave({ confirmed: 1, heard: 1 })
  expect(document.body.textContent).not.toContain('All is confirmed')
  expect(document.body.textContent).toContain('You can leave.')
})

test('where nothing is silent, a check does not say that none was heard', async () => {
  const { installer } = await leave({})
  button('Check all now').click()
  await flushPromises()
  expect(installer.inputsOf('alerts:refresh')).toHaveLength(1)
  expect(document.body.textContent).not.toContain('none was heard')
  expect(document.body.textContent).toContain('Asked just now: nothing is silent')
})

test('a check that could not ask what alerts says so', async () => {
  await leave({}, fleetOf([], { problem: { kind: 'timeout' } }))
  button('Check all now').click()
  await flushPromises()
  expect(document.querySelector('[role=alert]')).not.toBeNull()
  expect(document.body.textContent).not.toContain('Asked just now')
})
