import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Action, Need } from '@shared/domain/action'
import type { ThingMessage } from '@shared/domain/thing'
import { fail, ok, sessionOf, type InstallerStandIn } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { captured, willingInstaller } from './bench'
import { click, enter, field, fill, press, region, scan, showBench } from './benchPage'
import { useReadingsStore } from '@/install/readingsStore'
import { actionOf, failed, live, now, stackId, tuid } from './fixtures'

const last = { groupId: 'prfi00hq', status: 'installed' as const }
const text = (element: Element): string => element.textContent.replace(/\s+/g, ' ')
const looks = (installer: InstallerStandIn): number => installer.inputsOf('things:messages').length

beforeEach(() => vi.useFakeTimers({ now }))
afterEach(() => vi.useRealTimers())

function message(change: Partial<ThingMessage>): ThingMessage {
  return {
    key: `${change.tsmId ?? 12100}:${change.at ?? now}`,
    tsmId: 12100,
    tsmEv: 10,
    at: now,
    gatewayTuid: null,
    groupId: null,
    fields: {},
    ...change
  }
}

function answerMessages(installer: InstallerStandIn, ...items: ThingMessage[]): void {
  installer.answers['things:messages'] = () => ok(live({ items, unreadable: 0 }))
}

function installed(installer: InstallerStandIn): void {
  installer.answers['things:installations'] = () =>
    ok(live({ items: [{ status: 'installed', at: now - 60_000, responsible: 'me' }], unreadable: 0 }, now + 1))
}

/** Saved with one key, and its check open. */
async function openVerify(installer: InstallerStandIn) {
  const { store } = await showBench()
  await scan(tuid)
  await enter()
  await flushPromises()
  expect(captured(installer)).toHaveLength(1)
  return store
}

function confirm(installer: InstallerStandIn, actions: readonly Action[]): void {
  const receipt = { at: now + 1, by: 'answer', responsible: 'me' } as const
  installer.change(...actions.map((action): Action => ({ ...action, state: 'done', receipt })))
}

describe('while the technician waits for a thing to be heard', () => {
  test('its messages go on being looked up when the clock of the laptop is set back', async () => {
    const installer = willingInstaller(last)
    await openVerify(installer)
    const before = looks(installer)
    vi.setSystemTime(now - 3_600_000)
    await vi.advanceTimersByTimeAsync(2000)
    expect(looks(installer)).toBe(before + 1)
    expect(document.querySelector('[data-checked]')?.textContent).not.toContain('-')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(looks(installer)).toBe(before + 2)
  })

  test('its messages are looked up every ten seconds, and how long ago is said', async () => {
    const installer = willingInstaller(last)
    await openVerify(installer)
    const before = looks(installer)
    await vi.advanceTimersByTimeAsync(5000)
    expect(text(region('Verify'))).toContain('checked 5 s ago')
    expect(looks(installer)).toBe(before)
    await vi.advanceTimersByTimeAsync(5000)
    expect(looks(installer)).toBe(before + 1)
    expect(text(region('Verify'))).toContain('checked 0 s ago')
  })

  test('nothing is looked up offline, which is said, and at once when the connection is back', async () => {
    const installer = willingInstaller(last)
    await openVerify(installer)
    installer.emit('session:changed', sessionOf({ connection: 'offline' }))
    const before = looks(installer)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(looks(installer)).toBe(before)
    expect(text(region('Verify'))).toContain('Paused: the server cannot be reached')
    installer.emit('session:changed', sessionOf())
    await vi.advanceTimersByTimeAsync(1000)
    expect(looks(installer)).toBe(before + 1)
  })

  test('nothing is looked up while nobody can see the window', async () => {
    const installer = willingInstaller(last)
    await openVerify(installer)
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    const before = looks(installer)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(looks(installer)).toBe(before)
    visibility.mockRestore()
  })

  test('a slow answer is waited for before asking again', async () => {
    const installer = willingInstaller(last)
    await openVerify(installer)
    installer.answers['things:messages'] = () => new Promise(() => undefined)
    const before = looks(installer)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(looks(installer)).toBe(before + 1)
  })

  test('it ends with the step', async () => {
    const installer = willingInstaller(last)
    await openVerify(installer)
    await enter()
    const before = looks(installer)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(looks(installer)).toBe(before)
  })
})

describe('heard since installation', () => {
  const verdict = (): string => text(region('Verify').querySelector('[data-heard]') ?? document.body)

  test('cannot be told while the installation is not confirmed', async () => {
    const installer = willingInstaller(last)
    await openVerify(installer)
    expect(verdict()).toContain('Not known')
    expect(verdict()).toContain('not confirmed by the server yet')
  })

  test('is “not yet”, with how long it usually takes, until a message comes', async () => {
    const installer = willingInstaller(last)
    installer.answers['things:general'] = () =>
      ok(live({ batteryLevel: 86, lastHeardAt: now - 3_600_000, position: null, gatewayTuid: null, version: null }))
    const store = await openVerify(installer)
    installed(installer)
    confirm(installer, store.actions)
    await flushPromises()
    expect(verdict()).toContain('Not yet')
    expect(verdict()).toContain('Usually within 10 min')
    answerMessages(installer, message({ fields: { temp: 21.4 } }))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(verdict()).toContain('Yes')
  })

  test('once heard, stays so whatever the server says later, with when; also after another thing', async () => {
    const installer = willingInstaller(last)
    const store = await openVerify(installer)
    installed(installer)
    confirm(installer, store.actions)
    await flushPromises()
    expect(verdict()).toContain('Yes · just now')
    installer.answers['things:general'] = () =>
      ok(live({ batteryLevel: null, lastHeardAt: null, position: null, gatewayTuid: null, version: null }))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(verdict()).toContain('Yes · 2 minutes ago')
    installer.answers['things:installations'] = () => ok(failed('not_found'))
    await scan('TSPR04EZU31901021')
    await scan(tuid)
    await click(button('Choose group and status'))
    store.goTo('verify')
    await flushPromises()
    expect(verdict()).toContain('Yes · 2 minutes ago')
    await click(button('Go on'))
    expect(text(document.querySelector('[data-step=verify]') ?? document.body)).toContain('Yes · 2 minutes ago')
  })

  test('begins anew with a new installation', async () => {
    const installer = willingInstaller(last)
    const store = await openVerify(installer)
    installed(installer)
    confirm(installer, store.actions)
    await flushPromises()
    expect(verdict()).toContain('Yes')
    installer.answers['things:installations'] = () =>
      ok(live({ items: [{ status: 'installed', at: now + 60_000, responsible: 'me' }], unreadable: 0 }, now + 2))
    await useReadingsStore().read('installations')
    await flushPromises()
    expect(verdict()).toContain('Not yet')
  })
})

describe('messages', () => {
  test('are shown with names and units, unknown ones with their number and raw fields', async () => {
    const installer = willingInstaller(last)
    answerMessages(
      installer,
      message({ fields: { temp: 21.4, humd: 40 } }),
      message({ tsmId: 1110, fields: { batl: 74, chrg: 1 } }),
      message({ tsmId: 19_999, tsmEv: 99, fields: { foo: [1, 2] } })
    )
    await openVerify(installer)
    const list = text(region('Latest messages'))
    expect(list).toMatch(/Environmenttimed.*Temperature21\.4 °C.*Humidity40 %/)
    expect(list).toMatch(/Battery.*Battery level74 %.*Chargercharging/)
    expect(list).toMatch(/Message 19999event 99.*foo\[1,2\]/)
  })

  test('are few at first, and all on request', async () => {
    const installer = willingInstaller(last)
    answerMessages(installer, ...Array.from({ length: 9 }, (_, index) => message({ at: now - index })))
    await openVerify(installer)
    expect(region('Latest messages').querySelectorAll('ol > li')).toHaveLength(6)
    await click(button('Show all 9'))
    expect(region('Latest messages').querySelectorAll('ol > li')).toHaveLength(9)
  })
})

test('the alert history says what is active and what has ended', async () => {
  const installer = willingInstaller(last)
  installer.answers['things:alerts'] = () =>
    ok(
      live({
        items: [
          { alertType: 'heartbeat missed', from: now - 1000, to: null },
          { alertType: 'a new kind of alert', from: null, to: now - 86_400_000 }
        ],
        unreadable: 0
      })
    )
  await openVerify(installer)
  const history = text(region('Alert history'))
  expect(history).toMatch(/Heartbeat missedactive since/)
  expect(history).toMatch(/a new kind of alertbefore records began –/)
})

describe('a command', () => {
  async function openCommand(installer: InstallerStandIn): Promise<void> {
    await openVerify(installer)
    await click(button('Command'))
    await click(button('Reporting intervalsHow often it measures and how often it reports.'))
  }

  test('is checked while it is filled in', async () => {
    const installer = willingInstaller(last)
    await openCommand(installer)
    await fill(field('Report interval (seconds)'), '0')
    expect(text(region('Command'))).toContain('At least 1.')
    await fill(field('Report interval (seconds)'), '5')
    expect(text(region('Command'))).toContain('Under 10 seconds is for trying out only')
    await fill(field('Report interval (seconds)'), 'often')
    expect(text(region('Command'))).toContain('A whole number, please.')
  })

  test('goes into the queue, and the answer of the thing is told when it is found', async () => {
    const installer = willingInstaller(last)
    await openCommand(installer)
    await fill(field('Report interval (seconds)'), '5')
    await press('Enter')
    field('Report interval (seconds)').form?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    const command = { tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 5 } }
    expect(captured(installer)[1]?.intents).toEqual([{ type: 'command', tuid, commands: [command] }])
    expect(text(region('Command'))).toContain('Saved here, will be sent')
    expect(document.activeElement).toBe(button('Go on'))
    const answer = message({ tsmId: 1500, tsmEv: 31, fields: { reportInterval: 60, transactionId: 7 } })
    installer.answers['answers:kept'] = () =>
      ok({ answers: [{ transactionId: 7, lookedAt: now, answer }], problem: null })
    installer.emit('answers:changed', { stackId, tuid })
    await flushPromises()
    expect(text(region('Command'))).toContain('Report interval: you asked for 5 s, it applied 60 s.')
  })

  test('half filled in is not left without asking', async () => {
    const installer = willingInstaller(last)
    await openCommand(installer)
    await fill(field('Report interval (seconds)'), '600')
    await scan('TSPR04EZU31901021')
    expect(region(`Leave ${tuid} without saving?`)).toBeDefined()
  })

  test('that could not be saved keeps what was filled in', async () => {
    const installer = willingInstaller(last)
    await openCommand(installer)
    installer.answers['outbox:capture'] = () => fail('disk_full')
    await fill(field('Report interval (seconds)'), '600')
    field('Report interval (seconds)').form?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(text(region('Command'))).toContain('The disk of this laptop is full')
    expect(field('Report interval (seconds)').value).toBe('600')
  })
})

test('the end says what the server confirmed, what waits and what needs a person, as it happens', async () => {
  const installer = willingInstaller(last)
  const { store } = await showBench()
  await scan(tuid)
  await enter()
  await enter()
  expect(text(region('Finish'))).toContain('Not confirmed yet: 2')
  const [status, group] = store.actions
  confirm(installer, group === undefined ? [] : [group])
  const need: Need = {
    reason: 'refused',
    serverShows: null,
    serverShowsSince: null,
    serverShowsBy: null,
    choices: []
  }
  installer.change(actionOf({ type: 'status', tuid, status: 'installed' }, { ...status, state: 'needs_you', need }))
  await flushPromises()
  expect(text(region('Finish'))).toMatch(/Needs you: 1.*Confirmed by the server: 1/)
  expect(text(document.querySelector('[data-done]') ?? document.body)).toContain('Needs you')
})

test('the end tells of a group that was made for the thing, as the server confirms it', async () => {
  const installer = willingInstaller(last)
  const { store } = await showBench()
  await scan(tuid)
  store.chooseGroup({ kind: 'create', groupId: 'prfi00pier', description: null })
  await store.save()
  store.goTo('finish')
  await flushPromises()
  expect(text(region('Finish'))).toMatch(/Not confirmed yet: 3.*Create group prfi00pier/)
  const [create] = store.savedHere.filter(({ intent }) => intent.type === 'group_create')
  confirm(installer, create === undefined ? [] : [create])
  await flushPromises()
  expect(text(region('Finish'))).toMatch(/Not confirmed yet: 2.*Confirmed by the server: 1.*Create group prfi00pier/)
})

test('a thing is not confirmed while the group made for it needs a person', async () => {
  const installer = willingInstaller(last)
  const { store } = await showBench()
  await scan(tuid)
  store.chooseGroup({ kind: 'create', groupId: 'prfi00pier', description: null })
  await store.save()
  await flushPromises()
  const [create] = store.savedHere.filter(({ intent }) => intent.type === 'group_create')
  if (create !== undefined) installer.change({ ...create, state: 'needs_you' })
  await flushPromises()
  expect(text(document.querySelector('[data-done]') ?? document.body)).toContain('Needs you')
})
