import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { useAlertsStore } from '@/alerts/alertsStore'
import { badgeEveryMs, missedEveryMs, pageEveryMs, usePoliteRefresh } from '@/alerts/politeRefresh'
import { useSessionStore } from '@/stores/session'
import type { ProblemKind } from '@shared/domain/problem'
import type { Connection } from '@shared/ipc/channels'
import { fail, harbour, ok, sessionOf, standIn } from '../frame/installerStandIn'
import { fleetOf } from './fleet'

let visible: DocumentVisibilityState = 'visible'
let watching: VueWrapper | null = null

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  visible = 'visible'
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visible)
})
afterEach(() => {
  watching?.unmount()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** The app with this connection, on the page of alerts or on another. */
async function watched(onPage: boolean, connection: Connection = 'online') {
  const installer = standIn({
    'session:get': () => ok(sessionOf({ connection })),
    'alerts:refresh': () => ok(fleetOf([]))
  })
  const page = ref(onPage)
  const Watching = defineComponent({
    setup() {
      usePoliteRefresh(() => page.value)
      return () => h('div')
    }
  })
  setActivePinia(createPinia())
  watching = mount(Watching)
  await useSessionStore().start()
  await useAlertsStore().show(harbour.id)
  await flushPromises()
  const asked = () => installer.inputsOf('alerts:refresh').length
  const pass = async (ms: number): Promise<void> => {
    await vi.advanceTimersByTimeAsync(ms)
    await flushPromises()
  }
  const connect = async (next: Connection): Promise<void> => {
    installer.emit('session:changed', sessionOf({ connection: next }))
    await flushPromises()
  }
  return { installer, asked, pass, connect, page }
}

describe('the alerts are asked for', () => {
  test.each<[string, boolean, number]>([
    ['every two minutes while they are looked at', true, pageEveryMs],
    ['every ten minutes for the number beside their name', false, badgeEveryMs]
  ])('at once, then %s', async (_, onPage, everyMs) => {
    const { asked, pass } = await watched(onPage)
    expect(asked()).toBe(1)
    await pass(everyMs - 10_000)
    expect(asked()).toBe(1)
    await pass(10_000)
    expect(asked()).toBe(2)
    await pass(everyMs)
    expect(asked()).toBe(3)
  })

  test('when somebody comes to look, if that was long enough ago', async () => {
    const { asked, pass, page } = await watched(false)
    await pass(pageEveryMs + 5_000)
    expect(asked()).toBe(1)
    page.value = true
    await pass(0)
    expect(asked()).toBe(2)
    page.value = false
    await pass(0)
    page.value = true
    await pass(0)
    expect(asked()).toBe(2)
  })
})

describe('what came to nothing is asked anew', () => {
  const failing = (kind: ProblemKind) => ok(fleetOf([], { problem: { kind } }))

  test.each<[string, Parameters<typeof standIn>[0]]>([
    ['the server could not be reached', { 'alerts:refresh': () => failing('offline') }],
    ['the main process could not be asked', { 'alerts:refresh': () => fail('internal') }]
  ])('at once when the connection is back, however lately it was asked: %s', async (_, answers) => {
    const { installer, asked, connect } = await watched(true, 'offline')
    Object.assign(installer.answers, answers)
    await connect('online')
    expect(asked()).toBe(1)
    await connect('offline')
    installer.answers['alerts:refresh'] = () => ok(fleetOf([]))
    await connect('online')
    expect(asked()).toBe(2)
    await connect('offline')
    await connect('online')
    expect(asked(), 'what was answered is not asked again').toBe(2)
  })

  test.each([true, false])('soon while there is a connection, on the page: %s', async (onPage) => {
    const { installer, asked, pass, connect } = await watched(onPage, 'offline')
    installer.answers['alerts:refresh'] = () => failing('timeout')
    await connect('online')
    await pass(missedEveryMs - 5_000)
    expect(asked()).toBe(1)
    await pass(5_000)
    expect(asked()).toBe(2)
    installer.answers['alerts:refresh'] = () => ok(fleetOf([]))
    await pass(missedEveryMs)
    expect(asked()).toBe(3)
    await pass(pageEveryMs - 10_000)
    expect(asked()).toBe(3)
  })

  test('but not soon of a server that is busy', async () => {
    const { installer, asked, pass, connect } = await watched(true, 'offline')
    installer.answers['alerts:refresh'] = () => failing('busy')
    await connect('online')
    await pass(pageEveryMs - 10_000)
    expect(asked()).toBe(1)
    await pass(10_000)
    expect(asked()).toBe(2)
  })
})

describe('nobody is asked', () => {
  test('without a connection, and at once when it is there', async () => {
    const { asked, pass, connect } = await watched(true, 'offline')
    await pass(10 * pageEveryMs)
    expect(asked()).toBe(0)
    await connect('online')
    expect(asked()).toBe(1)
    await connect('offline')
    await pass(10 * pageEveryMs)
    expect(asked()).toBe(1)
  })

  test('while the window is hidden, and at once when it is seen again', async () => {
    const { asked, pass } = await watched(true)
    visible = 'hidden'
    await pass(10 * pageEveryMs)
    expect(asked()).toBe(1)
    visible = 'visible'
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(0)
    expect(asked()).toBe(2)
  })
})

test('a clock that was set back does not stop the asking', async () => {
  const { asked, pass } = await watched(true)
  vi.setSystemTime(Date.now() - 5 * 3_600_000)
  await pass(5_000)
  expect(asked()).toBe(2)
  await pass(pageEveryMs)
  expect(asked()).toBe(3)
})
