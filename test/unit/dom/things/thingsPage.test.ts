import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { MetThing } from '@shared/ipc/channels'
import { useSessionStore } from '@/stores/session'
import ThingsPage from '@/things/ThingsPage.vue'
import { fail, ok, sessionOf, standIn, type InstallerStandIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'
import { enter, field, fill } from '../install/benchPage'
import { otherTuid, stackId, tuid } from '../install/fixtures'
import { handScan } from '../scan/handKeys'
import { withHandScanner } from '../scan/withHandScanner'

const hour = 3_600_000
const met = (thing: string, change: Partial<MetThing> = {}): MetThing => ({
  tuid: thing,
  seenAt: Date.now() - hour - 60_000,
  openActions: 0,
  needsYou: 0,
  ...change
})

async function open(things: MetThing[], language: 'en' | 'fi' = 'en') {
  const installer: InstallerStandIn = standIn({
    'session:get': () => ok(sessionOf()),
    'things:recent': () => ok(things)
  })
  const shown = show(withHandScanner(ThingsPage), { language })
  await shown.router.push('/things')
  await useSessionStore().start()
  await flushPromises()
  return { ...shown, installer }
}

const search = () => field('Find a thing, or scan its label')
const rows = (): string[] =>
  [...document.querySelectorAll('[data-thing]')].map((row) => row.textContent.replace(/\s+/g, ' ').trim())

test('things are listed with kind, when they were seen here and what is open of each', async () => {
  const { installer } = await open([
    met(tuid, { openActions: 2 }),
    met(otherTuid, { openActions: 3, needsYou: 1 }),
    met('ZQXB0100000000000', { seenAt: null })
  ])
  expect(installer.inputsOf('things:recent')).toEqual([{ stackId }])
  expect(rows()).toEqual([
    'Environment sensorTSPD04ESY93100802 2 waitingseen here 1 hour ago',
    'Presence sensorTSPR04EZU31901021 1 needs youseen here 1 hour ago',
    'Unknown kind of thingZQXB0100000000000never read from the server'
  ])
})

test('the next input is the search, and a row leads to its thing', async () => {
  const { router } = await open([met(tuid)])
  expect(document.activeElement).toBe(search())
  document.querySelector<HTMLElement>(`[data-thing="${tuid}"]`)?.click()
  await expect.poll(() => router.currentRoute.value.fullPath).toBe(`/things/${tuid}`)
})

test('a search narrows the list, and Enter opens the only one that fits', async () => {
  const { router } = await open([met(tuid), met(otherTuid)])
  await fill(search(), 'presence')
  expect(rows()).toHaveLength(1)
  await enter()
  await expect.poll(() => router.currentRoute.value.fullPath).toBe(`/things/${otherTuid}`)
})

test('a label opens a thing that was never met', async () => {
  const { router } = await open([met(otherTuid)])
  await fill(search(), 'ESY93100802,TSPD04')
  expect(document.querySelector('.named')?.textContent).toMatch(/Open\s*TSPD04ESY93100802/)
  await enter()
  await expect.poll(() => router.currentRoute.value.fullPath).toBe(`/things/${tuid}`)
})

test('a hand scanner needs no click before, and one that ends with Tab is understood', async () => {
  const { router } = await open([met(otherTuid)])
  const { activeElement } = document
  if (activeElement instanceof HTMLElement) activeElement.blur()
  await handScan('ESY93100802,TSPD04', { end: 'Tab' })
  await expect.poll(() => router.currentRoute.value.fullPath).toBe(`/things/${tuid}`)
})

test('what fits nothing and is no label is said to be so', async () => {
  await open([met(tuid)])
  await fill(search(), 'zzz')
  expect(document.body.textContent).toContain('This laptop has not met such a thing')
  await enter()
  expect(document.querySelector('[role=alert]')?.textContent).toContain('no whole label')
  await fill(search(), 'TSPD')
  expect(document.querySelector('[role=alert]')).toBeNull()
})

test('nothing met yet says how to begin', async () => {
  const { router } = await open([])
  expect(document.body.textContent).toContain('No thing met yet')
  button('Begin installing').click()
  await expect.poll(() => router.currentRoute.value.name).toBe('install')
})

test('a long list is shown piece by piece', async () => {
  await open(Array.from({ length: 230 }, (_, index) => met(`TSPR04EZU${String(31_900_000 + index)}`)))
  expect(rows()).toHaveLength(100)
  button('Show more (130)').click()
  await flushPromises()
  expect(rows()).toHaveLength(200)
})

test('a list that cannot be had says why, and is asked for again', async () => {
  const { installer } = await open([met(tuid)])
  installer.answers['things:recent'] = () => fail('internal')
  installer.emit('session:changed', sessionOf({ waiting: 1 }))
  await flushPromises()
  expect(rows()).toHaveLength(1)
  installer.answers['things:recent'] = () => ok([met(tuid, { openActions: 1 })])
  button('Try again').click()
  await flushPromises()
  expect(rows()).toEqual(['Environment sensorTSPD04ESY93100802 1 waitingseen here 1 hour ago'])
})

test('the page speaks Finnish', async () => {
  await open([met(otherTuid, { openActions: 2 })], 'fi')
  expect(rows()[0]).toContain('2 lähtemättä')
  expect(rows()[0]).toContain('nähty täällä')
})
