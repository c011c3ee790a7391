import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { Action, Intent, Need } from '@shared/domain/action'
import { exportFileName } from '@/queue/exportFile'
import QueuePage from '@/queue/QueuePage.vue'
import { useOutboxStore } from '@/stores/outbox'
import { useSessionStore } from '@/stores/session'
import { actionOf, now, stackId, tuid } from '../install/fixtures'
import { fail, ok, sessionOf, standIn, type InstallerStandIn } from './installerStandIn'
import { button, show } from './mounting'

const status: Intent = { type: 'status', tuid, status: 'installed' }
const conflict: Need = {
  reason: 'conflict',
  serverShows: 'quarantine',
  serverShowsSince: now,
  serverShowsBy: 'maija',
  choices: ['send_again', 'keep_theirs']
}

async function showQueue(actions: Action[], installer: InstallerStandIn = standIn()) {
  installer.answers['session:get'] ??= () => ok(sessionOf())
  installer.answers['outbox:list'] = () => ok(actions)
  const shown = show(QueuePage)
  await useSessionStore().start()
  await useOutboxStore().show(stackId)
  await flushPromises()
  return { ...shown, installer }
}

describe('a row says what, for which thing, and what the server said', () => {
  test.each<[Intent, string]>([
    [status, 'Set installed'],
    [{ type: 'group', tuid, groupId: 'prfi00attic' }, 'Put in prfi00attic'],
    [{ type: 'group', tuid, groupId: 'unassigned' }, 'Take out of its group'],
    [
      { type: 'command', tuid, command: { tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 60 } } },
      'Send command: Reporting intervals (Report interval 60 s)'
    ],
    [
      { type: 'command', tuid, command: { tsmId: 13200, tsmEv: 30, parameters: { enableLed: 1, other: 'x' } } },
      'Send command: Presence detection (Light signal (LED) on, other x)'
    ],
    [
      { type: 'command', tuid, command: { tsmId: 12200, tsmEv: 30, parameters: {} } },
      'Ask for its settings: What is measured'
    ],
    [{ type: 'group_create', groupId: 'prfi00attic', description: null }, 'Create group prfi00attic'],
    [{ type: 'group_rename', groupId: 'a1', newGroupId: 'a2' }, 'Rename group a1 to a2'],
    [{ type: 'group_delete', groupId: 'a1' }, 'Delete group a1']
  ])('%j', async (intent, words) => {
    const { page } = await showQueue([actionOf(intent)])
    expect(page.get('article h2').text()).toBe(words)
  })

  test('the words of the server stand in the row', async () => {
    const lastAttempt = {
      kind: 'send' as const,
      startedAt: now,
      endedAt: now,
      outcome: 'refused' as const,
      httpStatus: 400,
      words: 'No such group'
    }
    const { page } = await showQueue([actionOf(status, { attemptCount: 1, lastAttempt })])
    expect(page.get('article').text()).toContain('Server: refused No such group')
  })
})

describe('what needs a person', () => {
  test('shows both sides and the choices, and sends the answer', async () => {
    const action = actionOf(status, { state: 'needs_you', need: conflict })
    const installer = standIn({ 'outbox:settle': () => ok({ ...action, state: 'pending' as const, need: null }) })
    const { page } = await showQueue([action], installer)
    const sides = page.findAll('dd').map((side) => side.text())
    expect(sides[0]).toBe('Installed')
    expect(sides[1]).toMatch(/^Quarantine since .*, by maija$/)
    expect(() => button('It is as I want it, mark as done')).toThrow('no button')
    button('Keep theirs').click()
    await flushPromises()
    expect(installer.inputsOf('outbox:settle')).toEqual([{ id: action.id, choice: 'keep_theirs' }])
    expect(page.text()).toContain('Saved here, will be sent')
    expect(page.findAll('dd')).toEqual([])
  })

  test('an answer that fails is said in the row', async () => {
    const action = actionOf(status, { state: 'needs_you', need: conflict })
    const { page } = await showQueue([action], standIn({ 'outbox:settle': () => fail('disk_full') }))
    button('Apply mine').click()
    await flushPromises()
    expect(page.get('article').text()).toContain('The disk of this laptop is full')
    expect(page.get('article').text()).toContain('Needs you')
  })
})

describe('what a person may do', () => {
  test.each<[Action['state'], string[]]>([
    ['pending', ['Retry now', 'Discard', 'Details']],
    ['unknown', ['Retry now', 'Discard', 'Details']],
    ['needs_you', ['Discard', 'Details']],
    ['sending', ['Details']]
  ])('with an action that is %s', async (state, words) => {
    const { page } = await showQueue([actionOf(status, { state })])
    expect(page.findAll('article > .actions button').map((one) => one.text())).toEqual(words)
  })

  test('discarding asks once, and takes the reason along', async () => {
    const action = actionOf(status)
    const installer = standIn({ 'outbox:discard': () => ok({ ...action, state: 'discarded' as const }) })
    const { page } = await showQueue([action], installer)
    button('Discard').click()
    await flushPromises()
    const dialog = document.querySelector('[role=alertdialog]')
    expect(dialog?.textContent).toContain('It will not be sent. The server stays as it is.')
    const reason = dialog?.querySelector('input')
    if (reason) reason.value = ' wrong thing '
    reason?.dispatchEvent(new Event('input'))
    dialog?.querySelector('form')?.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(installer.inputsOf('outbox:discard')).toEqual([
      { id: action.id, reason: 'wrong thing', withDependents: false }
    ])
    expect(page.text()).toContain('Nothing waits')
  })

  test('details list every attempt', async () => {
    const attempt = {
      kind: 'look',
      startedAt: now,
      endedAt: now,
      outcome: 'absent',
      httpStatus: 200,
      words: null
    } as const
    const { page } = await showQueue([actionOf(status)], standIn({ 'outbox:attempts': () => ok([attempt]) }))
    button('Details').click()
    await flushPromises()
    expect(page.get('ol').text()).toContain('Looked at the server: it is not there yet')
    expect(page.get('ol').text()).toContain('HTTP 200')
  })

  test('sync says when it could not', async () => {
    const { page } = await showQueue([], standIn({ 'outbox:sync': () => fail('offline') }))
    button('Sync now').click()
    await flushPromises()
    expect(page.get('[role=alert]').text()).toContain('The server cannot be reached')
  })
})

describe('what hangs on a group that is to be created', () => {
  const create = actionOf({ type: 'group_create', groupId: 'prfi00attic', description: null })
  const assignments = [actionOf({ type: 'group', tuid, groupId: 'prfi00attic' })]

  test.each([true, false])('is discarded with it when a person says so: %s', async (together) => {
    const installer = standIn({
      'outbox:dependents': () => ok(assignments),
      'outbox:discard': () => ok({ ...create, state: 'discarded' as const })
    })
    await showQueue([create], installer)
    button('Discard').click()
    await flushPromises()
    const dialog = document.querySelector('[role=alertdialog]')
    expect(dialog?.textContent).toContain('Discard what counts on it, too: 1 action')
    if (together) dialog?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
    dialog?.querySelector('form')?.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(installer.inputsOf('outbox:discard')).toEqual([{ id: create.id, reason: '', withDependents: together }])
  })
})

describe('the whole queue', () => {
  async function choose(words: string): Promise<void> {
    button('More for the queue').click()
    await flushPromises()
    button(words).click()
    await flushPromises()
  }

  test('is tried again at once, and says how much of it', async () => {
    const { page, installer } = await showQueue([], standIn({ 'outbox:retryAll': () => ok(3) }))
    await choose('Try all again')
    expect(installer.inputsOf('outbox:retryAll')).toEqual([{ stackId, tuid: null }])
    expect(page.text()).toContain('3 actions are tried again')
  })

  test.each([
    [false, 'Stop sending', true],
    [true, 'Go on sending', false]
  ])('while stopped is %s: %s', async (paused, words, asked) => {
    const installer = standIn({
      'session:get': () => ok(sessionOf({ paused })),
      'outbox:pause': () => ok(undefined)
    })
    const { page } = await showQueue([], installer)
    expect(page.text().includes('Sending is stopped')).toBe(paused)
    await choose(words)
    expect(installer.inputsOf('outbox:pause')).toEqual([{ stackId, paused: asked }])
  })

  test.each<[number | null, string]>([
    [null, '20 of 100 sent'],
    [40, '20 of 100 sent, about 2 minutes left']
  ])('says how far it is at %s a minute', async (perMinute, words) => {
    const progress = { done: 20, total: 100, perMinute }
    const { page } = await showQueue([], standIn({ 'session:get': () => ok(sessionOf({ progress })) }))
    expect(page.get('.progress p').text()).toBe(words)
  })

  test('shows what was set aside, to be copied', async () => {
    const row = { id: 7, at: now, why: 'not JSON', content: '{"torn' }
    const installer = standIn({ 'outbox:quarantined': () => ok([row]) })
    const { page } = await showQueue([], installer)
    expect(page.get('section').text()).toContain('not JSON')
    button('Copy saved action 7').click()
    await flushPromises()
    expect(installer.inputsOf('app:copyText')).toEqual([{ text: '{"torn' }])
  })

  test('is saved under a name that every file system takes', () => {
    const at = new Date(2026, 10, 23, 9, 5).getTime()
    expect(exportFileName('Harbour: Pier 3/B', at)).toBe('queue-Harbour-Pier-3-B-2026-11-23-0905.json')
  })
})

describe('a long queue', () => {
  test('is drawn a page at a time, with all of it within reach', async () => {
    const { page } = await showQueue(Array.from({ length: 120 }, () => actionOf(status)))
    expect(page.findAll('article')).toHaveLength(50)
    await page.get('[aria-label="Go to page 3"]').trigger('click')
    expect(page.findAll('article')).toHaveLength(20)
  })

  test('a search begins at the first page', async () => {
    const wanted = actionOf({ type: 'status', tuid: 'TSGW05XYZ12345678', status: 'installed' })
    const { page } = await showQueue([wanted, ...Array.from({ length: 60 }, () => actionOf(status))])
    await page.get('[aria-label="Go to page 2"]').trigger('click')
    await page.get('input[type=search]').setValue('tsgw05')
    expect(page.findAll('article')).toHaveLength(1)
  })
})

test('without a connection the page says what becomes of what waits', async () => {
  const installer = standIn({ 'session:get': () => ok(sessionOf({ connection: 'offline' })) })
  const { page } = await showQueue([], installer)
  expect(page.text()).toMatch(/No connection since .*sent by itself/)
})
