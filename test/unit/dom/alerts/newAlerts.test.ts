import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { NewAlert } from '@shared/domain/fleetAlerts'
import { useAlertsView } from '@/alerts/alertsView'
import App from '@/frame/App.vue'
import { useSessionStore } from '@/stores/session'
import { fail, harbour, ok, sessionOf, standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'
import { fleetOf, gateway, missed, presence, sensor, thing } from './fleet'

async function open(notices: NewAlert[], fleet = fleetOf([thing(sensor), thing(gateway)])) {
  const installer = standIn({
    'session:get': () => ok(sessionOf()),
    'stacks:list': () => ok([harbour]),
    'alerts:kept': () => ok(fleet),
    'alerts:refresh': () => ok(fleet),
    'alerts:notices': () => ok(notices),
    'alerts:dismiss': () => ok(undefined)
  })
  const shown = show(App)
  await useSessionStore().start()
  await shown.router.push('/settings')
  await flushPromises()
  return { ...shown, installer }
}

const oneNotice: NewAlert[] = [{ tuid: sensor, active: [missed(null)] }]

describe('what was installed today and alerts', () => {
  test('is told above every page, with what it is about', async () => {
    const { page } = await open(oneNotice)
    const banner = page.get('.news')
    expect(banner.attributes('role')).toBe('status')
    expect(banner.text()).toContain('One thing you installed today alerts')
    expect(banner.text()).toContain(sensor)
    expect(banner.text()).toContain('Heartbeat missed, since before records began')
  })

  test('is told by number when it is many', async () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ tuid: `TSPD04ESY9310080${i}`, active: [] }))
    const { page } = await open(many)
    expect(page.get('.news').text()).toContain('12 things you installed today alert')
    expect(page.findAll('.news .one')).toHaveLength(3)
    expect(page.get('.news').text()).toContain('and 9 more')
  })

  test('is told as it is found, of this stack alone', async () => {
    const { page, installer } = await open([])
    expect(page.find('.news').exists()).toBe(false)
    installer.emit('alerts:noticed', { stackId: '11111111-1111-4111-8111-111111111111', notices: oneNotice })
    await flushPromises()
    expect(page.find('.news').exists()).toBe(false)
    installer.emit('alerts:noticed', { stackId: harbour.id, notices: oneNotice })
    await flushPromises()
    expect(page.find('.news').exists()).toBe(true)
  })

  test('leads to the page of alerts, with nothing else on it', async () => {
    const { router } = await open(oneNotice)
    button('Show').click()
    await flushPromises()
    await router.isReady()
    expect(useAlertsView().installedToday).toBe(true)
  })

  test('is dismissed with all that it told', async () => {
    const { page, installer } = await open([...oneNotice, { tuid: presence, active: [] }])
    page.get<HTMLButtonElement>('.news [aria-label=Dismiss]').element.click()
    await flushPromises()
    expect(installer.inputsOf('alerts:dismiss')).toEqual([{ stackId: harbour.id, tuids: [sensor, presence] }])
    installer.emit('alerts:noticed', { stackId: harbour.id, notices: [] })
    await flushPromises()
    expect(page.find('.news').exists()).toBe(false)
  })
})

describe('the place of the alerts in the rail', () => {
  const place = (page: Awaited<ReturnType<typeof open>>['page']) => page.get('nav a[href="/alerts"]')

  test('bears how many things alert, and says from when that is', async () => {
    const { page } = await open([])
    expect(place(page).get('.badge').text()).toBe('2')
    expect(place(page).get('.badge').classes()).toContain('quiet')
    expect(place(page).text()).toMatch(/2 things alert, as of \d/)
  })

  test('stands out when one was installed today', async () => {
    const { page } = await open(oneNotice)
    expect(place(page).get('.badge').classes()).toContain('urgent')
  })

  test.each([
    ['nothing alerts', fleetOf([])],
    ['nobody knows', { state: 'unread' as const }],
    ['the server does not say', { state: 'not_offered' as const }]
  ])('is plain when %s', async (_, fleet) => {
    const { page } = await open([], fleet)
    expect(place(page).find('.badge').exists()).toBe(false)
  })

  test('bears the count where there is no list', async () => {
    const list = { value: null, asOf: null, live: false, problem: { kind: 'server_error' as const } }
    const count = { value: 1_207, asOf: 1, live: true, problem: null }
    const { page } = await open([], { state: 'read', list, count })
    expect(place(page).get('.badge').text()).toBe('999+')
    expect(place(page).text()).toContain('1207 things alert')
  })
})

test('a page that cannot ask the app goes on', async () => {
  const { page, installer } = await open([])
  installer.answers['alerts:kept'] = () => fail('internal')
  installer.emit('alerts:changed', { stackId: harbour.id })
  await flushPromises()
  expect(page.get('h1').text()).toBe('Settings')
})
