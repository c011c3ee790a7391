import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { RouterView } from 'vue-router'
import type { ShownVisit } from '@shared/domain/visit'
// Here rather than when the page is first opened: to load it takes longer than a test may.
import '@/visits/VisitsPage.vue'
import { fail, ok, standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'
import { now } from '../install/fixtures'
import { visitOf } from './visit'

const tuid = 'TSPR04EZU31901022'

const visitTo = (id: string, site: string): ShownVisit =>
  visitOf({ id, site, endedAt: now, counts: { things: 1, confirmed: 1, heard: 1 } })

const annex = visitTo('9b2f2f0a-12a4-4c0f-8a39-5a1b9d0c7e22', 'Annex')
const cellar = visitTo('9b2f2f0a-12a4-4c0f-8a39-5a1b9d0c7e23', 'Cellar')

async function open(path = '/visits') {
  const shown = show(RouterView)
  await shown.router.push(path)
  await flushPromises()
  return shown
}

const rows = (): string[] =>
  [...document.querySelectorAll('ul[aria-label="Visits on this laptop"] li')].map((row) => row.textContent)

async function lookFor(text: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('input[type=search]')
  if (field === null) throw new Error('there is no field to search in')
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}

test('a visit is found by one of its things, which stands beside it', async () => {
  const installer = standIn({
    'visits:list': () => ok([annex, cellar]),
    'visits:find': () => ok([{ id: cellar.id, tuid }])
  })
  const { router } = await open()
  expect(rows()).toHaveLength(2)
  await lookFor('31901022')
  expect(installer.inputsOf('visits:find')).toEqual([{ search: '31901022' }])
  expect(rows()).toHaveLength(1)
  expect(rows()[0]).toContain('Cellar')
  expect(rows()[0]?.replaceAll(/\s/g, '')).toContain(tuid)
  expect(router.currentRoute.value.query).toEqual({ search: '31901022' })
})

test('an address says what is looked for, and where nothing is found all are one step away', async () => {
  standIn({ 'visits:list': () => ok([annex]), 'visits:find': () => ok([]) })
  await open(`/visits?search=${tuid}`)
  expect(document.body.textContent).toContain('No visit fits')
  button('Show all visits').click()
  await flushPromises()
  expect(rows()).toHaveLength(1)
})

test('what went wrong with a search is said', async () => {
  standIn({ 'visits:list': () => ok([annex]), 'visits:find': () => fail('internal') })
  await open('/visits?search=a')
  expect(document.querySelector('[role=alert]')).not.toBeNull()
})
