import { flushPromises, type DOMWrapper, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { FleetAlerts } from '@shared/domain/fleetAlerts'
import type { Connection } from '@shared/ipc/channels'
import AlertsPage from '@/alerts/AlertsPage.vue'
import { useAlertsStore } from '@/alerts/alertsStore'
// Where a row leads to: read in now, for a busy machine takes its time over it.
import '@/thing/ThingPage.vue'
import { useSessionStore } from '@/stores/session'
import { button, show } from '../frame/mounting'
import { fail, harbour, ok, sessionOf, standIn } from '../frame/installerStandIn'
import { fleetOf, gateway, hour, missed, now, presence, readingOf, sensor, thing } from './fleet'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterEach(() => vi.useRealTimers())

/** Long enough for rows to be asked for. */
const soon = 200

async function settled(): Promise<void> {
  await flushPromises()
  await vi.advanceTimersByTimeAsync(soon)
  await flushPromises()
}

/** The page of a stack whose alerts were last seen like this, and are like that when asked for. */
async function showAlerts(fleet: FleetAlerts, connection: Connection = 'online', language: 'en' | 'fi' = 'en') {
  const installer = standIn({
    'session:get': () => ok(sessionOf({ connection })),
    'alerts:kept': () => ok(fleet),
    'alerts:refresh': () => ok(fleet)
  })
  const shown = show(AlertsPage, { language })
  await useSessionStore().start()
  await useAlertsStore().show(harbour.id)
  await settled()
  return { ...shown, installer, store: useAlertsStore() }
}

const rows = (page: VueWrapper): DOMWrapper<Element>[] => page.findAll('[role=listitem]')
const tuids = (page: VueWrapper) => rows(page).map((row) => row.attributes('aria-label'))
const row = (page: VueWrapper, tuid: string) => page.get(`[role=listitem][aria-label="${tuid}"]`)

describe('what there is to say', () => {
  test('is how many alert, and as of when', async () => {
    const { page } = await showAlerts(fleetOf([thing(sensor), thing(gateway)]))
    expect(page.get('.total').text()).toMatch(/^2 things alert ?as of \d/)
    expect(page.text()).not.toContain('The server counts')
  })

  test('is by how much the server’s own count differs, without alarm', async () => {
    const { page } = await showAlerts(fleetOf([thing(sensor)], { count: 207 }))
    expect(page.text()).toContain('The server counts 207 and lists 1: 206 apart.')
    expect(page.find('[role=alert]').exists()).toBe(false)
  })

  test('is how much of the list could not be read', async () => {
    const { page } = await showAlerts(fleetOf([thing(sensor)], { unreadable: 2, count: 3 }))
    expect(page.text()).toContain('2 entries of the list could not be read.')
    expect(page.get('.total').text()).toContain('3 things alert')
    expect(page.text()).not.toContain('The server counts')
  })

  test('is that nothing alerts', async () => {
    const { page } = await showAlerts(fleetOf([]))
    expect(page.get('h2').text()).toBe('Nothing alerts')
    expect(page.find('[role=list]').exists()).toBe(false)
  })

  test('offline is what was last seen, and from when', async () => {
    const fleet = fleetOf([thing(sensor)], { asOf: now - 2 * hour, problem: { kind: 'offline' } })
    const { page, installer } = await showAlerts(fleet, 'offline')
    expect(page.text()).toContain('The server cannot be reached. This is what was last seen.')
    expect(tuids(page)).toEqual([sensor])
    expect(row(page, sensor).text()).toContain('Not read yet')
    expect(installer.inputsOf('alerts:want').at(-1)).toMatchObject({ tuids: [] })
  })

  test('offline, and never read here, says so', async () => {
    const { page } = await showAlerts({ state: 'unread' }, 'offline')
    expect(page.get('h2').text()).toBe('Not known here yet')
  })

  test('is that something is on its way', async () => {
    const { page } = await showAlerts({ state: 'unread' }, 'online')
    expect(page.find('.v-skeleton-loader').exists()).toBe(true)
  })

  test('is what the server has against it, with the way to try again', async () => {
    const { page, installer } = await showAlerts({
      state: 'read',
      list: { value: null, asOf: null, live: false, problem: { kind: 'server_error', status: 500, words: 'Boom' } },
      count: null
    })
    expect(page.get('[role=alert]').text()).toContain('Boom')
    button('Try again').click()
    await settled()
    expect(installer.inputsOf('alerts:refresh')).toEqual([{ stackId: harbour.id, recheck: false }])
  })

  test('is that the app itself failed', async () => {
    const { page, store, installer } = await showAlerts(fleetOf([thing(sensor)]))
    installer.answers['alerts:refresh'] = () => fail('internal')
    await store.refresh()
    await settled()
    expect(page.get('[role=alert]').text()).toContain('The app made a mistake')
    expect(tuids(page)).toEqual([sensor])
  })

  test('speaks Finnish', async () => {
    const { page } = await showAlerts(fleetOf([thing(sensor), thing(gateway)], { count: 5 }), 'online', 'fi')
    expect(page.text()).toContain('2 laitetta hälyttää')
    expect(page.text()).toContain('Palvelin laskee 5 ja luettelee 2: eroa 3.')
  })
})

describe('a server that lists nothing', () => {
  test('is no error, and asked again on demand', async () => {
    const { page, installer } = await showAlerts({ state: 'not_offered' })
    expect(page.get('h2').text()).toBe('This stack’s server does not offer a list of alerts')
    expect(page.find('[role=alert]').exists()).toBe(false)
    installer.answers['alerts:refresh'] = () => ok(fleetOf([thing(sensor)]))
    button('Check again').click()
    await settled()
    expect(installer.inputsOf('alerts:refresh')).toEqual([{ stackId: harbour.id, recheck: true }])
    expect(tuids(page)).toEqual([sensor])
  })
})

describe('a row', () => {
  test('says what it is, what it alerts about and since when', async () => {
    const fleet = fleetOf([
      thing(sensor, { installedToday: true, alerts: readingOf([missed(), { alertType: 'Überhitzung', from: null }]) })
    ])
    const { page } = await showAlerts(fleet)
    const text = row(page, sensor).text()
    expect(text).toContain('Environment sensor')
    expect(text).toContain('Installed today')
    expect(text).toMatch(/Heartbeat missed ?since .*, 1 hour ago/)
    expect(text).toMatch(/Überhitzung ?since before records began/)
    expect(text).not.toContain('as of')
  })

  test('says from when it is, once that is a while ago', async () => {
    const fleet = fleetOf([thing(sensor, { alerts: readingOf([missed()], { asOf: now - hour, live: false }) })])
    const { page } = await showAlerts(fleet)
    expect(row(page, sensor).text()).toMatch(/as of \d/)
  })

  test('counts more types than it can show', async () => {
    const types = Array.from({ length: 5 }, (_, i) => ({ alertType: `type ${i}`, from: now }))
    const { page } = await showAlerts(fleetOf([thing(sensor, { alerts: readingOf(types) })]))
    expect(row(page, sensor).findAll('li')).toHaveLength(3)
    expect(row(page, sensor).text()).toContain('and 2 more')
  })

  test('says that its history shows none open, and what of it could not be read', async () => {
    const alerts = readingOf([], { value: { active: [], unreadable: 2 } })
    const { page } = await showAlerts(fleetOf([thing(sensor, { alerts })]))
    expect(row(page, sensor).text()).toContain('Its history shows no open alert.')
    expect(row(page, sensor).text()).toContain('2 entries of its history could not be read.')
  })

  test('says why it could not be read, beside what was last seen', async () => {
    const alerts = readingOf([missed()], { live: false, problem: { kind: 'timeout' } })
    const { page } = await showAlerts(fleetOf([thing(sensor, { alerts })]))
    expect(row(page, sensor).text()).toContain('Heartbeat missed')
    expect(row(page, sensor).text()).toContain('could not be read: The server did not answer in time.')
  })

  test('shows what cannot be a TUID as it is, and asks nothing of it', async () => {
    const { page, installer } = await showAlerts(fleetOf([thing('not a <b>tuid</b>'), thing(sensor)]))
    const odd = row(page, 'not a <b>tuid</b>')
    expect(odd.text()).toContain('not a <b>tuid</b>')
    expect(odd.text()).toContain('No thing can have this TUID')
    expect(odd.find('a').exists()).toBe(false)
    expect(installer.inputsOf('alerts:want').at(-1)).toMatchObject({ tuids: [sensor] })
  })

  test('leads to the thing', async () => {
    const { page, router } = await showAlerts(fleetOf([thing(sensor)]))
    await row(page, sensor).get('a').trigger('click')
    await expect.poll(() => router.currentRoute.value).toMatchObject({ name: 'thing', params: { tuid: sensor } })
  })
})

describe('rows are filled in', () => {
  test('for what is on screen alone, at once for what is fresh, and as answers come', async () => {
    const { page, installer } = await showAlerts(fleetOf([]))
    const many = Array.from({ length: 5_000 }, (_, i) => thing(`TSPD04E${String(i).padStart(10, '0')}`))
    const [first = '', second = ''] = many.map(({ tuid }) => tuid)
    installer.answers['alerts:want'] = () =>
      ok([{ stackId: harbour.id, tuid: first, alerts: readingOf([missed()], { live: false }) }])
    installer.answers['alerts:refresh'] = () => ok(fleetOf(many))
    await useAlertsStore().refresh()
    await settled()
    expect(rows(page).length).toBeLessThan(100)
    const wanted = installer.inputsOf('alerts:want').at(-1)
    expect(wanted).toMatchObject({ stackId: harbour.id, again: false })
    expect((wanted as { tuids: string[] }).tuids).toEqual(tuids(page))
    expect(row(page, first).text()).toContain('Heartbeat missed')
    expect(row(page, second).text()).toContain('Reading what it alerts about')
    installer.emit('alerts:detail', { stackId: harbour.id, tuid: second, alerts: readingOf([missed(null)]) })
    await settled()
    expect(row(page, second).text()).toContain('since before records began')
  })

  test('without moving away from under the eyes', async () => {
    const { page, installer } = await showAlerts(fleetOf([thing(sensor), thing(presence)]))
    expect(tuids(page)).toEqual([sensor, presence])
    const lost = readingOf([{ alertType: 'gateway connection lost', from: now }])
    installer.emit('alerts:detail', { stackId: harbour.id, tuid: presence, alerts: lost })
    await settled()
    expect(tuids(page)).toEqual([sensor, presence])
    button('Refresh').click()
    await settled()
    expect(tuids(page)).toEqual([presence, sensor])
  })

  test('anew when a person refreshes, with the list itself', async () => {
    const { installer } = await showAlerts(fleetOf([thing(sensor)]))
    button('Refresh').click()
    await settled()
    expect(installer.inputsOf('alerts:refresh')).toHaveLength(1)
    expect(installer.inputsOf('alerts:want')).toContainEqual({ stackId: harbour.id, tuids: [sensor], again: true })
  })

  test('no longer when the page is left', async () => {
    const { page, installer } = await showAlerts(fleetOf([thing(sensor)]))
    expect(installer.inputsOf('alerts:want').at(-1)).toMatchObject({ tuids: [sensor] })
    page.unmount()
    await settled()
    expect(installer.inputsOf('alerts:want').at(-1)).toMatchObject({ tuids: [] })
  })

  test('not with what is told of another stack', async () => {
    const { page, installer } = await showAlerts(fleetOf([thing(sensor)]))
    const other = '11111111-1111-4111-8111-111111111111'
    installer.emit('alerts:detail', { stackId: other, tuid: sensor, alerts: readingOf([missed()]) })
    await settled()
    expect(row(page, sensor).text()).not.toContain('Heartbeat missed')
  })

  test('once the connection is back, also where that had failed', async () => {
    const { installer } = await showAlerts(fleetOf([thing(sensor)]), 'offline')
    installer.emit('session:changed', sessionOf({ connection: 'online' }))
    await settled()
    expect(installer.inputsOf('alerts:want').at(-1)).toEqual({ stackId: harbour.id, tuids: [sensor], again: true })
  })
})

describe('filters', () => {
  const things = [
    thing(sensor, { seenHere: true, alerts: readingOf([missed()]) }),
    thing(gateway, { installedToday: true, alerts: null }),
    thing(presence, { alerts: readingOf([missed()]) })
  ]
  const toggle = (page: VueWrapper, words: string) =>
    page.findAll('.toggles button').find((each) => each.text().includes(words))

  /** The choices of the list of kinds (0) or of alerts (1). */
  async function openList(page: VueWrapper, which: 0 | 1): Promise<HTMLElement[]> {
    await page.findAll('.choice')[which]?.get('input').trigger('mousedown')
    await settled()
    return [...document.querySelectorAll<HTMLElement>('[role=option]')]
  }

  test.each<[string, string[]]>([
    ['Installed today from here', [gateway]],
    ['Seen on this laptop', [sensor]]
  ])('%s', async (words, left) => {
    const { page } = await showAlerts(fleetOf(things))
    expect(toggle(page, words)?.text()).toContain('1')
    await toggle(page, words)?.trigger('click')
    await settled()
    expect(toggle(page, words)?.attributes('aria-pressed')).toBe('true')
    expect(tuids(page)).toEqual(left)
    expect(page.text()).toContain('1 of 3 shown')
  })

  test('by kind, with how many there are', async () => {
    const { page } = await showAlerts(fleetOf(things))
    const options = await openList(page, 0)
    expect(options.map((each) => each.textContent.trim())).toEqual([
      'Every kind (3)',
      'Environment sensor (1)',
      'Gateway (1)',
      'Presence sensor (1)'
    ])
  })

  test('by type leave out what was not read yet, and say so', async () => {
    const { page } = await showAlerts(fleetOf(things))
    const options = await openList(page, 1)
    options.find((each) => each.textContent.trim() === 'Heartbeat missed (2)')?.click()
    await settled()
    expect(tuids(page)).toEqual([sensor, presence])
    expect(page.text()).toContain('1 thing is left out: what it alerts about was not read yet.')
  })

  test('that leave nothing say how to see all again', async () => {
    const { page } = await showAlerts(fleetOf(things))
    await page.get('input[type=search]').setValue('nothing like it')
    await settled()
    expect(page.get('h2').text()).toBe('No alerting thing fits')
    button('Show all').click()
    await settled()
    expect(tuids(page)).toHaveLength(3)
  })

  test('find by label', async () => {
    const { page } = await showAlerts(fleetOf(things))
    await page.get('input[type=search]').setValue('ESY93100802,TSPD04')
    await settled()
    expect(tuids(page)).toEqual([sensor])
  })
})

test('another stack begins with its own list and no filter', async () => {
  const { page, installer, store } = await showAlerts(fleetOf([thing(sensor), thing(gateway)]))
  await page.get('input[type=search]').setValue('TSGW')
  installer.answers['alerts:kept'] = () => ok(fleetOf([thing(presence)]))
  await store.show('11111111-1111-4111-8111-111111111111')
  await settled()
  expect(tuids(page)).toEqual([presence])
})

test('an answer about a stack that is no longer shown is dropped', async () => {
  const { page, installer, store } = await showAlerts(fleetOf([thing(sensor)]))
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof ok<FleetAlerts>>>()
  installer.answers['alerts:refresh'] = () => promise
  const asked = store.refresh()
  installer.answers['alerts:kept'] = () => ok(fleetOf([thing(presence)]))
  await store.show('11111111-1111-4111-8111-111111111111')
  expect(store.busy).toBe(false)
  resolve(ok(fleetOf([thing(gateway)])))
  await asked
  await settled()
  expect(tuids(page)).toEqual([presence])
})
