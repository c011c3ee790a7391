import { flushPromises } from '@vue/test-utils'
import { describe, expect, test, vi } from 'vitest'
import type { Action, Intent, Need } from '@shared/domain/action'
import { useQueueView } from '@/queue/queueView'
import { actionOf, now, stackId, tuid } from '../install/fixtures'
import { fail, ok, sessionOf, standIn, type InstallerStandIn } from './installerStandIn'
import { button } from './mounting'
import { become, conflict, holdPace, showQueue, status } from './queueBench'

holdPace()

describe('a row says what, for which thing, and what the server said', () => {
  test.each<[Intent, string]>([
    [status, 'Set installed'],
    [{ type: 'group', tuid, groupId: 'prfi00attic' }, 'Put in prfi00attic'],
    [{ type: 'group', tuid, groupId: 'unassigned' }, 'Take out of its group'],
    [
      { type: 'command', tuid, commands: [{ tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 60 } }] },
      'Send command: Reporting intervals (Report interval 60 s)'
    ],
    [
      { type: 'command', tuid, commands: [{ tsmId: 13200, tsmEv: 30, parameters: { enableLed: 1, other: 'x' } }] },
      'Send command: Presence detection (Light signal (LED) on, other x)'
    ],
    [
      { type: 'command', tuid, commands: [{ tsmId: 12200, tsmEv: 30, parameters: {} }] },
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
    const installer = standIn({ 'outbox:settle': ({ id }) => ok(become(installer, id, 'pending')) })
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

  test.each<[string, Partial<Need>, string[]]>([
    ['both sides', {}, ['Apply mine', 'Keep theirs']],
    ['a plain refusal', { reason: 'refused', serverShows: null }, ['Send again', 'Discard']],
    ['what nobody could read', { reason: 'contradicted', serverShows: null }, ['Send again', 'Discard']],
    [
      'what may have happened',
      { reason: 'cannot_tell', choices: ['mark_done', 'send_again'] },
      ['It is as I want it, mark as done', 'Apply mine', 'Discard']
    ],
    [
      'what may have happened, and nobody could read',
      { reason: 'cannot_tell', serverShows: null, choices: ['mark_done', 'send_again'] },
      ['It is as I want it, mark as done', 'Send again', 'Discard']
    ]
  ])('offers one way for each end, and names no side that is not shown: %s', async (_case, given, words) => {
    const need = { ...conflict, ...given }
    const { page } = await showQueue([actionOf(status, { state: 'needs_you', need })])
    expect(page.findAll('article ul button').map((each) => each.text())).toEqual(words)
    expect(page.findAll('article > .actions button').map((each) => each.text())).toEqual(['Details'])
  })

  test.each<[Need['reason'], string, string]>([
    ['refused', 'does not send it again; the server stays as it is.', 'The server stays as it is.'],
    ['cannot_tell', 'it may have happened all the same.', 'It may already have happened'],
    ['contradicted', 'it may have happened all the same.', 'It may already have happened']
  ])('says what discarding does, and asks for the reason: %s', async (reason, meaning, asked) => {
    const action = actionOf(status, { state: 'needs_you', need: { ...conflict, reason, serverShows: null } })
    const installer = standIn({ 'outbox:discard': ({ id }) => ok(become(installer, id, 'discarded')) })
    const { page } = await showQueue([action], installer)
    expect(page.get('article ul').text()).toContain(meaning)
    button('Discard').click()
    await flushPromises()
    const dialog = document.querySelector('[role=alertdialog]')
    expect(dialog?.textContent).toContain('It will not be sent again.')
    expect(dialog?.textContent).toContain(asked)
    const field = dialog?.querySelector('input')
    if (field) field.value = 'wrong thing'
    field?.dispatchEvent(new Event('input'))
    dialog?.querySelector('form')?.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(installer.inputsOf('outbox:discard')).toEqual([
      { id: action.id, reason: 'wrong thing', withDependents: false }
    ])
    expect(installer.inputsOf('outbox:settle')).toEqual([])
  })

  test('a group that was refused is discarded with what counts on it', async () => {
    const create: Intent = { type: 'group_create', groupId: 'prfi00attic', description: null }
    const need: Need = { ...conflict, reason: 'refused', serverShows: null }
    const installer = standIn({
      'outbox:dependents': () => ok([actionOf({ type: 'group', tuid, groupId: 'prfi00attic' })])
    })
    await showQueue([actionOf(create, { state: 'needs_you', need })], installer)
    button('Discard').click()
    await flushPromises()
    expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('Discard what counts on it, too')
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

  test.each<[NonNullable<Action['waits']>, boolean]>([
    ['offline', true],
    ['later', true],
    ['earlier_action', false],
    ['paused', false]
  ])('with one that waits (%s), retrying is offered: %s', async (waits, isOffered) => {
    const { page } = await showQueue([actionOf(status, { waits })])
    const words = page.findAll('article > .actions button').map((one) => one.text())
    expect(words).toEqual([...(isOffered ? ['Retry now'] : []), 'Discard', 'Details'])
  })

  test('discarding asks once, and takes the reason along', async () => {
    const action = actionOf(status)
    const installer = standIn({ 'outbox:discard': ({ id }) => ok(become(installer, id, 'discarded')) })
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

  test('details list what has become of an attempt while they were being asked for', async () => {
    const attempt = { kind: 'send', startedAt: now, httpStatus: null, words: null } as const
    const installer = standIn({ 'outbox:attempts': () => ok([{ ...attempt, endedAt: null, outcome: null }]) })
    const action = actionOf(status, { state: 'sending' })
    const { page } = await showQueue([action], installer)
    button('Details').click()
    await flushPromises()
    const first = Promise.withResolvers<void>()
    installer.answers['outbox:attempts'] = async () => {
      await first.promise
      return ok([{ ...attempt, endedAt: null, outcome: null }])
    }
    installer.change({ ...action, attemptCount: 1 })
    await useQueueView().refresh()
    await flushPromises()
    installer.answers['outbox:attempts'] = () => ok([{ ...attempt, endedAt: now, outcome: 'refused', httpStatus: 400 }])
    installer.change({ ...action, attemptCount: 1, state: 'needs_you', need: conflict })
    await useQueueView().refresh()
    await flushPromises()
    first.resolve()
    await flushPromises()
    expect(page.get('ol').text()).toContain('HTTP 400')
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

  test.each<[number | null, boolean, string]>([
    [null, false, '20 of 1,200 sent'],
    [0, false, '20 of 1,200 sent'],
    [400, false, '20 of 1,200 sent · 400 a minute · about 3 minutes left'],
    [400, true, '20 of 1,200 sent']
  ])('says how far it is at %s a minute, stopped: %s', async (perMinute, paused, words) => {
    const progress = { done: 20, total: 1200, perMinute }
    const { page } = await showQueue([], standIn({ 'session:get': () => ok(sessionOf({ progress, paused })) }))
    expect(page.get('[aria-label=Progress] p').text()).toBe(words)
  })

  test('names what is on its way, as it changes, and can be stopped there', async () => {
    const [first, second] = [actionOf(status, { state: 'sending' }), actionOf(status, { state: 'sending' })]
    const installer = standIn({
      'session:get': () => ok(sessionOf({ progress: { done: 1, total: 9, perMinute: null } })),
      'outbox:pause': () => ok(undefined),
      'queue:inFlight': () => ok([first])
    })
    await showQueue([], installer)
    const flight = () => document.querySelector('[aria-label="On its way now:"]')?.textContent
    expect(flight()).toBe(`${tuid}Set installed`)
    installer.answers['queue:inFlight'] = () => ok([second, first])
    installer.change(second)
    await vi.advanceTimersByTimeAsync(400)
    expect(flight()).toBe(`${tuid}Set installed`.repeat(2))
    button('Stop sending').click()
    await flushPromises()
    expect(installer.inputsOf('outbox:pause')).toEqual([{ stackId, paused: true }])
  })

  test('can be stopped while the server is being looked for', async () => {
    const installer = standIn({
      'session:get': () => ok(sessionOf({ progress: { done: 1, total: 9, perMinute: null } })),
      'outbox:sync': () => Promise.withResolvers<never>().promise,
      'outbox:pause': () => ok(undefined)
    })
    await showQueue([], installer)
    button('Sync now').click()
    await flushPromises()
    button('Stop sending').click()
    await flushPromises()
    expect(installer.inputsOf('outbox:pause')).toEqual([{ stackId, paused: true }])
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
})

describe('what is just like others', () => {
  const asking = (installer: InstallerStandIn) => {
    installer.answers['queue:alike'] = () => ok(2)
    return installer
  }
  const confirm = async () => {
    document.querySelector('[role=alertdialog] form')?.dispatchEvent(new Event('submit'))
    await flushPromises()
  }
  const tick = (): void => document.querySelector<HTMLInputElement>('[role=alertdialog] input[type=checkbox]')?.click()

  test.each([true, false])('is settled with them when a person says so: %s', async (together) => {
    const action = actionOf(status, { state: 'needs_you', need: conflict })
    const installer = standIn({
      'outbox:settleAlike': () => ok(3),
      'outbox:settle': ({ id }) => ok(become(installer, id, 'discarded'))
    })
    await showQueue([action], asking(installer))
    button('Keep theirs').click()
    await flushPromises()
    const dialog = document.querySelector('[role=alertdialog]')
    expect(dialog?.textContent).toContain('The same for 2 other things')
    expect(installer.inputsOf('outbox:settle')).toEqual([])
    if (together) tick()
    await confirm()
    const asked = { id: action.id, choice: 'keep_theirs' }
    expect(installer.inputsOf('outbox:settleAlike')).toEqual(together ? [asked] : [])
    expect(installer.inputsOf('outbox:settle')).toEqual(together ? [] : [asked])
  })

  test.each([true, false])('is discarded with them when a person says so: %s', async (together) => {
    const action = actionOf(status)
    const installer = standIn({
      'outbox:discardAlike': () => ok(3),
      'outbox:discard': ({ id }) => ok(become(installer, id, 'discarded'))
    })
    await showQueue([action], asking(installer))
    button('Discard').click()
    await flushPromises()
    expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('Discard the same for 2 other things')
    if (together) tick()
    await confirm()
    expect(installer.inputsOf('outbox:discardAlike')).toEqual(together ? [{ id: action.id, reason: '' }] : [])
    expect(installer.inputsOf('outbox:discard')).toHaveLength(together ? 0 : 1)
  })
})

test('without a connection the page says what becomes of what waits', async () => {
  const installer = standIn({ 'session:get': () => ok(sessionOf({ connection: 'offline' })) })
  const { page } = await showQueue([], installer)
  expect(page.text()).toMatch(/No connection since .*sent by itself/)
})
