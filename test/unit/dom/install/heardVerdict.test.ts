import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ok } from '../frame/installerStandIn'
import { willingInstaller } from './bench'
import { enter, field, fill, showBench } from './benchPage'
import { live, now, tuid } from './fixtures'

const hours = 3_600_000
const gateway = 'TSGW03ETB45918646'
const scanLabel = { en: 'Scan or type a label', fi: 'Skannaa tarra tai kirjoita sen teksti' } as const

beforeEach(() => vi.useFakeTimers({ now }))
afterEach(() => vi.useRealTimers())

/** What is said of a thing installed and last heard that long ago. */
async function verdictOf(
  thing: string,
  language: 'en' | 'fi',
  installedAgo: number,
  heardAgo: number
): Promise<string> {
  const installer = willingInstaller()
  installer.answers['things:installations'] = () =>
    ok(live({ items: [{ status: 'installed', at: now - installedAgo, responsible: 'me' }], unreadable: 0 }))
  const general = { batteryLevel: null, position: null, gatewayTuid: null, version: null }
  installer.answers['things:general'] = () => ok(live({ ...general, lastHeardAt: now - heardAgo }))
  const { store } = await showBench(language)
  await fill(field(scanLabel[language]), thing)
  await enter()
  store.goTo('verify')
  await flushPromises()
  return document.querySelector('[data-heard]')?.textContent.replace(/\s+/g, ' ') ?? ''
}

test.each<['en' | 'fi', string, number, string, string]>([
  ['en', tuid, 3, 'Yes · 3 hours ago', 'It has been silent for more than 2 h'],
  ['fi', tuid, 3, 'Kyllä · 3 tuntia sitten', 'Laite on ollut hiljaa yli 2 tuntia'],
  ['en', gateway, 7, 'Yes · 7 hours ago', 'It has been silent for more than 6 h']
])('in %s, %s heard %i h ago was heard, and is silent since', async (language, thing, heard, yes, silent) => {
  const verdict = await verdictOf(thing, language, 100 * hours, heard * hours)
  expect(verdict).toContain(yes)
  expect(verdict).toContain(silent)
})

test.each<[string, number]>([
  [tuid, 1],
  [gateway, 5]
])('%s heard %i h ago is not called silent', async (thing, heard) => {
  expect(await verdictOf(thing, 'en', 100 * hours, heard * hours)).not.toContain('silent')
})

test.each<['en' | 'fi', string, string]>([
  ['en', 'Not yet', 'It was installed more than 2 h ago: if its power is on, call support.'],
  ['fi', 'Ei vielä', 'Asennuksesta on yli 2 tuntia: jos virta on kytketty, ota yhteyttä tukeen.']
])('in %s, a thing not heard for long after its installation is one for support', async (language, notYet, support) => {
  const verdict = await verdictOf(tuid, language, 3 * hours, 4 * hours)
  expect(verdict).toContain(notYet)
  expect(verdict).toContain(support)
})

test('before that, it is only said how long it takes', async () => {
  const verdict = await verdictOf(tuid, 'en', hours, 4 * hours)
  expect(verdict).toContain('Usually within 10 min')
  expect(verdict).not.toContain('support')
})

test.each<['en' | 'fi', string, string]>([
  ['en', 'Decide in the queue.', 'Open the queue'],
  ['fi', 'Päätä jonossa, miten jatketaan.', 'Avaa jono']
])('in %s, what the server refused is said instead of a wait that never ends', async (language, words, open) => {
  const installer = willingInstaller({ groupId: 'prfi00hq', status: 'installed' })
  const { store } = await showBench(language)
  await fill(field(scanLabel[language]), tuid)
  await enter()
  await store.saveSameAsBefore()
  for (const action of store.actions) installer.change({ ...action, state: 'needs_you' })
  store.goTo('verify')
  await flushPromises()
  expect(document.querySelector('[data-heard]')?.textContent).toContain(words)
  expect(document.querySelector('[data-step=verify] a[href$=queue]')?.textContent).toContain(open)
})
