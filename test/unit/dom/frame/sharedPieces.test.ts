import { flushPromises } from '@vue/test-utils'
import { format } from 'date-fns'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Action } from '@shared/domain/action'
import { problemKinds } from '@shared/domain/problem'
import ConfirmDialog from '@/components/ConfirmDialog.vue'
import ProblemPanel from '@/components/ProblemPanel.vue'
import TimeAgo from '@/components/TimeAgo.vue'
import TruthState from '@/components/TruthState.vue'
import TuidText from '@/components/TuidText.vue'
import { problems } from '@/i18n/en/problems'
import { actionOf, tuid } from '../install/fixtures'
import { useSessionStore } from '@/stores/session'
import { sessionOf, standIn } from './installerStandIn'
import { button, show } from './mounting'

const today = new Date()
today.setHours(14, 2, 0, 0)
const at = today.getTime()

describe('truth', () => {
  const action = (change: Partial<Action>) => actionOf({ type: 'status', tuid, status: 'installed' }, change)

  test.each<[string, Partial<Action>, string]>([
    ['waiting', {}, 'Saved here, will be sent'],
    ['sending', { state: 'sending' }, 'Sending'],
    ['checking', { state: 'unknown' }, 'Checking whether it arrived'],
    ['needs_you', { state: 'needs_you' }, 'Needs you'],
    ['confirmed', { state: 'done', receipt: { at, by: 'answer', responsible: null } }, 'Confirmed 14:02'],
    ['confirmed', { state: 'done', receipt: { at, by: 'read_back', responsible: null } }, 'Confirmed 14:02'],
    ['decided', { state: 'done', receipt: { at, by: 'person', responsible: null } }, 'Settled by a person 14:02'],
    ['decided', { state: 'done' }, 'Settled by a person'],
    ['discarded', { state: 'discarded' }, 'Discarded']
  ])('%s is said as %o', (truth, change, words) => {
    const { page } = show(TruthState, { props: { action: action(change) } })
    expect(page.attributes('data-truth')).toBe(truth)
    expect(page.text()).toBe(words)
  })

  test('why it waits is said beneath when asked for', () => {
    const { page } = show(TruthState, { props: { action: action({ waits: 'offline' }), explain: true } })
    expect(page.text()).toContain('Waits for a connection')
  })

  describe('while nothing can be recorded', () => {
    const storage = { kind: 'disk_full', detail: '' } as const
    const explained = (change: Partial<Action>) =>
      show(TruthState, { props: { action: action(change), explain: true } })
    const said = async (change: Partial<Action>, session = sessionOf({ storage })): Promise<string> => {
      const { page } = explained(change)
      useSessionStore().session = session
      await flushPromises()
      return page.text()
    }

    test.each<[string, Partial<Action>]>([
      ['waits for nothing that was told of', {}],
      ['waited for a connection when it was last told of', { waits: 'offline' }],
      ['was to be tried later', { waits: 'later', notBefore: Date.now() + 120_000 }],
      ['has an answer that is not written down yet', { state: 'sending' }],
      ['is looked up', { state: 'unknown', waits: 'later' }]
    ])('that is the reason of one that %s', async (_, change) => {
      expect(await said(change)).toContain('Waits until this laptop can record it')
    })

    test.each<[string, Partial<Action>, string]>([
      ['waits for an earlier one', { waits: 'earlier_action' }, 'Waits for an earlier action'],
      ['a person has stopped', { waits: 'paused' }, 'Sending is stopped']
    ])('one that %s says so', async (_, change, words) => expect(await said(change)).toContain(words))

    test.each<Partial<Action>>([
      { state: 'done', receipt: { at, by: 'answer', responsible: null } },
      { state: 'discarded' },
      { state: 'needs_you' }
    ])('%j does not wait for it', async (change) => expect(await said(change)).not.toContain('record it'))

    test('it is over for one that was told of meanwhile', async () => {
      expect(await said({ waits: 'cannot_record' }, sessionOf())).toBe('Saved here, will be sent')
    })

    test('nothing turns that does not move', async () => {
      const { page } = explained({ state: 'sending' })
      expect(page.find('.v-progress-circular').exists()).toBe(true)
      useSessionStore().session = sessionOf({ storage })
      await flushPromises()
      expect(page.find('.v-progress-circular').exists()).toBe(false)
    })
  })

  test('the next attempt is named while it lies ahead', () => {
    const notBefore = Date.now() + 120_000
    const { page } = show(TruthState, { props: { action: action({ waits: 'later', notBefore }), explain: true } })
    expect(page.text()).toContain('Tries again in 2 minutes')
  })

  test('a kind can be said outright', () => {
    const { page } = show(TruthState, { props: { kind: 'not_saved' }, language: 'fi' })
    expect(page.text()).toBe('Ei tallennettu')
  })
})

describe('a problem', () => {
  test.each(problemKinds)('%s says what happened, what it means and what to do', (kind) => {
    const { page } = show(ProblemPanel, { props: { problem: { kind } } })
    const { title, meaning, next } = problems[kind]
    for (const words of [title, meaning, next]) expect(page.text()).toContain(words)
  })

  test('the words of the server are shown as text, and the details can be unfolded and copied', async () => {
    const installer = standIn()
    const problem = { kind: 'refused' as const, status: 400, words: '<b>no</b>', detail: 'PUT /things' }
    const { page } = show(ProblemPanel, { props: { problem } })
    expect(page.find('blockquote').text()).toBe('<b>no</b>')
    expect(page.find('pre').isVisible()).toBe(false)
    button('Details').click()
    await flushPromises()
    expect(page.find('pre').isVisible()).toBe(true)
    button('Copy details').click()
    await flushPromises()
    const [copied] = installer.inputsOf('app:copyText')
    expect(copied).toHaveProperty('text', expect.stringContaining('refused\nHTTP 400\n<b>no</b>\nPUT /things'))
  })

  test('trying again is offered only where it is asked for', async () => {
    const { page } = show(ProblemPanel, { props: { problem: { kind: 'timeout' } } })
    expect(() => button('Try again')).toThrow('no button')
    await page.setProps({ retry: true })
    button('Try again').click()
    expect(page.emitted('retry')).toHaveLength(1)
  })
})

describe('a time', () => {
  test.each<[string, 'ago' | 'asOf' | 'clock', number, 'en' | 'fi', string]>([
    ['a moment', 'ago', 5_000, 'en', 'just now'],
    ['twelve minutes', 'ago', 12 * 60_000, 'en', '12 minutes ago'],
    ['twelve minutes', 'ago', 12 * 60_000, 'fi', '12 minuuttia sitten']
  ])('%s ago, as %s', (_, form, ms, language, words) => {
    const { page } = show(TimeAgo, { props: { at: Date.now() - ms, form }, language })
    expect(page.text()).toBe(words)
  })

  test('not live: as of, with the absolute time in the title', () => {
    const { page } = show(TimeAgo, { props: { at, form: 'asOf' } })
    expect(page.text()).toBe('as of 14:02')
    expect(page.attributes('title')).toBe(`${format(at, 'd MMMM yyyy')} at 14:02`)
  })

  test.each<[string, Date, 'en' | 'fi', string]>([
    ['today', new Date(2026, 10, 26, 9, 5), 'en', '09:05'],
    ['on another day of the year', new Date(2026, 0, 7, 9, 5), 'en', '7 Jan, 09:05'],
    ['on another day of the year', new Date(2026, 0, 7, 9, 5), 'fi', '7.1. 09.05'],
    ['in another year', new Date(2024, 11, 26, 9, 5), 'en', '26 Dec 2024, 09:05'],
    ['in another year', new Date(2024, 11, 26, 9, 5), 'fi', '26.12.2024 09.05']
  ])('%s names no more of its day than has to be known: %s, in %s', (_, moment, language, words) => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 26, 12) })
    onTestFinished(() => void vi.useRealTimers())
    const { page } = show(TimeAgo, { props: { at: moment.getTime(), form: 'clock' }, language })
    expect(page.text()).toBe(words)
  })

  test('what is not known is said so', () => {
    expect(show(TimeAgo, { props: { at: null } }).page.text()).toBe('Not known')
  })
})

describe('a TUID', () => {
  test('stands apart in model code and serial, and is copied whole', async () => {
    const installer = standIn()
    const { page } = show(TuidText, { props: { tuid } })
    expect(page.find('.model').text()).toBe('TSPD04')
    expect(page.find('.serial').text()).toBe('ESY93100802')
    button(`Copy TUID ${tuid}`).click()
    await flushPromises()
    expect(installer.inputsOf('app:copyText')).toEqual([{ text: tuid }])
    expect(page.find('[role=status]').text()).toBe('Copied')
  })

  test('has no button where it is plain', () => {
    expect(show(TuidText, { props: { tuid, plain: true } }).page.findAll('button')).toEqual([])
  })
})

describe('a second look', () => {
  const props = { modelValue: true, title: 'Remove?', text: 'It goes.', action: 'Remove it' }

  test('the deed has the focus, so that Enter does it', async () => {
    const { page } = show(ConfirmDialog, { props })
    await flushPromises()
    expect(document.activeElement).toBe(button('Remove it'))
    button('Remove it').click()
    expect(page.emitted('confirm')).toHaveLength(1)
  })

  test('cancelling closes it without the deed', async () => {
    const { page } = show(ConfirmDialog, { props })
    await flushPromises()
    button('Cancel').click()
    expect(page.emitted('update:modelValue')).toEqual([[false]])
    expect(page.emitted('cancel')).toHaveLength(1)
    expect(page.emitted('confirm')).toBeUndefined()
  })
})
