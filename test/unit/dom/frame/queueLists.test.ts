import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, test, vi } from 'vitest'
import type { Action } from '@shared/domain/action'
import { defaultSettings } from '@shared/ipc/settings'
import { useQueueView } from '@/queue/queueView'
import { actionOf, otherTuid, stackId, tuid } from '../install/fixtures'
import { fail, ok, sessionOf, standIn, type InstallerStandIn } from './installerStandIn'
import { button } from './mounting'
import { conflict, holdPace, showQueue, status } from './queueBench'

holdPace()

describe('a long queue', () => {
  const many = (count: number) => Array.from({ length: count }, () => actionOf(status))

  test('is asked for and drawn a page at a time, with all of it within reach', async () => {
    const { page, installer } = await showQueue(many(120))
    expect(page.findAll('article')).toHaveLength(50)
    await page.get('[aria-label="Go to page 3"]').trigger('click')
    await flushPromises()
    expect(page.findAll('article')).toHaveLength(20)
    expect(installer.inputsOf('queue:list').at(-1)).toMatchObject({ offset: 100, limit: 50 })
  })

  test('a search begins at the first page', async () => {
    const wanted = actionOf({ type: 'status', tuid: 'TSGW05XYZ12345678', status: 'installed' })
    const { page } = await showQueue([wanted, ...many(60)])
    await page.get('[aria-label="Go to page 2"]').trigger('click')
    await flushPromises()
    await page.get('input[type=search]').setValue('tsgw05')
    await flushPromises()
    expect(page.findAll('article')).toHaveLength(1)
  })

  test('that grows shorter leaves no empty page behind', async () => {
    const actions = many(60)
    const { page, installer } = await showQueue(actions)
    await page.get('[aria-label="Go to page 2"]').trigger('click')
    await flushPromises()
    installer.change(...actions.slice(0, 20).map((action) => ({ ...action, state: 'done' as const })))
    await vi.advanceTimersByTimeAsync(400)
    expect(page.findAll('article')).toHaveLength(40)
  })

  test('of what is done stands still while much is sent, says how much has come, and shows it when asked', async () => {
    const draining = (done: number) => sessionOf({ progress: { done, total: 100, perMinute: null } })
    const installer = standIn({ 'session:get': () => ok(draining(50)) })
    const actions = many(56)
    const { page } = await showQueue(
      actions.map((action, index) => ({ ...action, state: index < 51 ? 'done' : 'pending' })),
      installer
    )
    await page.findAll('[aria-label=Show] button')[3]?.trigger('click')
    await flushPromises()
    const first = () => page.get('article').element
    const before = first()
    installer.change(...actions.slice(51, 54).map((action): Action => ({ ...action, state: 'done' })))
    await vi.advanceTimersByTimeAsync(400)
    expect(first()).toBe(before)
    expect(page.findAll('[aria-label=Show] button')[3]?.text()).toMatch(/Done\s+54/)
    button('Show 3 newer').click()
    await flushPromises()
    expect(first()).not.toBe(before)
    expect(() => button('Show 3 newer')).toThrow('no button')
    // When all is sent, it is the list of what is done again.
    installer.change(...actions.slice(54, 55).map((action): Action => ({ ...action, state: 'done' })))
    await vi.advanceTimersByTimeAsync(400)
    expect(button('Show 1 newer')).toBeDefined()
    installer.emit('session:changed', sessionOf())
    await flushPromises()
    expect(() => button('Show 1 newer')).toThrow('no button')
  })

  test('keeps its place while another page is looked at', async () => {
    const installer = standIn()
    const { page } = await showQueue(many(120), installer)
    await page.get('[aria-label="Go to page 3"]').trigger('click')
    await flushPromises()
    const view = useQueueView()
    view.leave()
    const asked = installer.calls.length
    installer.change(actionOf(status))
    await flushPromises()
    expect(installer.calls).toHaveLength(asked)
    view.enter()
    expect([view.page, view.current?.kind]).toEqual([3, 'actions'])
  })
})

describe('the filters', () => {
  const states: Action['state'][] = ['pending', 'sending', 'unknown', 'needs_you', 'done', 'discarded']

  test('say how many there are, also of a search, and show those', async () => {
    const { page } = await showQueue(states.map((state) => actionOf(status, { state })))
    const filters = () => page.findAll('[aria-label=Show] button').map((one) => one.text().replace(/\s+/g, ' '))
    expect(filters()).toEqual(['Open 4', 'Needs you 1', 'On its way 2', 'Done 1', 'Discarded 1', 'All 6'])
    const shown: string[][] = []
    for (const one of page.findAll('[aria-label=Show] button')) {
      await one.trigger('click')
      await flushPromises()
      shown.push(page.findAll('article').map((row) => row.attributes('data-state') ?? ''))
    }
    expect(shown).toEqual([
      ['needs_you', 'unknown', 'sending', 'pending'],
      ['needs_you'],
      ['unknown', 'sending'],
      ['done'],
      ['discarded'],
      ['needs_you', 'discarded', 'done', 'unknown', 'sending', 'pending']
    ])
    await page.get('input[type=search]').setValue('nowhere')
    await flushPromises()
    expect(filters()[0]).toBe('Open 0')
    expect(page.text()).toContain('Nothing found')
  })

  test('an answer that fails says why, and can be asked for again', async () => {
    const installer = standIn()
    const answer = installer.answers['queue:list']
    installer.answers['queue:list'] = () => fail('internal', { detail: 'log reference 1' })
    const { page } = await showQueue([actionOf(status)], installer)
    expect(page.get('[role=alert]').text()).toContain('The app made a mistake')
    if (answer !== undefined) installer.answers['queue:list'] = answer
    button('Try again').click()
    await flushPromises()
    expect(page.findAll('article')).toHaveLength(1)
  })

  test('the answer to an earlier question is not taken for that to a later one', async () => {
    const installer = standIn()
    const { page } = await showQueue([actionOf(status), actionOf(status, { state: 'done' })], installer)
    const answer = installer.answers['queue:list']
    const late = Promise.withResolvers<void>()
    installer.answers['queue:list'] = async (filter) => {
      if (filter.states?.includes('done') === true) await late.promise
      return answer?.(filter) ?? fail('internal')
    }
    button('Done 1').click()
    await flushPromises()
    button('Open 1').click()
    await flushPromises()
    late.resolve()
    await flushPromises()
    expect(page.findAll('article').map((row) => row.attributes('data-state'))).toEqual(['pending'])
  })
})

describe('by thing', () => {
  async function byThing(actions: Action[], installer: InstallerStandIn = standIn()) {
    installer.answers['settings:set'] = (changes) => ok({ ...defaultSettings, ...changes })
    const shown = await showQueue(actions, installer)
    button('By thing').click()
    await flushPromises()
    return shown
  }
  const rowsOf = (page: VueWrapper): string[] => page.findAll('article h2').map((title) => title.text())

  test('each thing is one row, with what became of its actions and what is to be done', async () => {
    const { page, installer } = await byThing([
      actionOf(status, { state: 'done' }),
      actionOf(status),
      actionOf({ type: 'group', tuid: otherTuid, groupId: 'prfi00attic' }, { state: 'needs_you', need: conflict }),
      actionOf({ type: 'group_create', groupId: 'prfi00attic', description: null })
    ])
    expect(rowsOf(page)).toEqual([otherTuid, 'Group prfi00attic', tuid])
    expect(page.findAll('article')[2]?.text()).toMatch(/1 waiting.*Latest: Set installed/)
    expect(page.findAll('article')[2]?.text()).toContain('Saved here, will be sent')
    expect(page.findAll('article')[0]?.text()).toContain('Needs you')
    expect(installer.inputsOf('settings:set')).toEqual([{ queueByThing: true }])
  })

  test('of what is closed nothing is said but how many', async () => {
    const { page } = await byThing([actionOf(status, { state: 'done' }), actionOf(status, { state: 'discarded' })])
    await page.findAll('[aria-label=Show] button')[5]?.trigger('click')
    await flushPromises()
    expect(page.get('article').text()).toContain('1 done · 1 discarded')
    expect(page.find('article [data-truth]').exists()).toBe(false)
  })

  test('its actions unfold beneath it, one thing at a time', async () => {
    const other = actionOf({ type: 'group', tuid: otherTuid, groupId: 'prfi00attic' })
    const { page } = await byThing([actionOf(status), actionOf(status), other])
    button('Show its 2 actions').click()
    await flushPromises()
    expect(page.findAll('article article h3').map((title) => title.text())).toEqual(['Set installed', 'Set installed'])
    button('Show its 1 action').click()
    await flushPromises()
    expect(page.findAll('article article h3').map((title) => title.text())).toEqual(['Put in prfi00attic'])
    button('Show less').click()
    await flushPromises()
    expect(page.findAll('article article')).toHaveLength(0)
  })

  test('no action stands beneath a thing that it is not about, not even until the right ones come', async () => {
    const installer = standIn()
    const other = actionOf({ type: 'group', tuid: otherTuid, groupId: 'prfi00attic' })
    const { page } = await byThing([actionOf(status), other], installer)
    await page.findAll('article')[0]?.get('[aria-expanded]').trigger('click')
    await flushPromises()
    installer.answers['queue:list'] = () => new Promise(() => undefined)
    await page.findAll('article').at(-1)?.get('[aria-expanded]').trigger('click')
    await flushPromises()
    expect(page.findAll('article article')).toHaveLength(0)
    expect(page.find('.v-skeleton-loader').exists()).toBe(true)
  })

  test('more of them than fit are shown in the list', async () => {
    const actions = Array.from({ length: 21 }, () => actionOf(status))
    const other = actionOf({ type: 'group', tuid: otherTuid, groupId: 'prfi00attic' })
    const { page } = await byThing([...actions, other])
    button('Show its 21 actions').click()
    await flushPromises()
    button('Show all 21 in the list').click()
    await flushPromises()
    expect(page.get<HTMLInputElement>('input[type=search]').element.value).toBe(tuid)
    expect(rowsOf(page)).toHaveLength(21)
    expect(page.text()).toContain('Open 21')
  })

  test('all of a thing is tried again at once', async () => {
    const { installer } = await byThing([actionOf(status)], standIn({ 'outbox:retryAll': () => ok(1) }))
    button('Try all of it again').click()
    await flushPromises()
    expect(installer.inputsOf('outbox:retryAll')).toEqual([{ stackId, tuid }])
  })
})
