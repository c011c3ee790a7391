import { describe, expect, test } from 'vitest'
import type { Action } from '@shared/domain/action'
import { beliefOf } from '@/install/belief'
import { isNeverSeen, nothingRead, type Parts } from '@/readings/parts'
import { actionOf, failed, live, now, remembered, tuid } from './fixtures'

const installed = { items: [{ status: 'installed', at: now - 86_400_000, responsible: 'anna' }], unreadable: 0 }

function parts(change: Partial<Parts>): Parts {
  return { ...nothingRead, ...change }
}

const read: Parts = parts({
  group: { busy: false, reading: live({ groupId: 'prfi00old' }) },
  installations: { busy: false, reading: live(installed) }
})

const receipt = (at: number, by: 'answer' | 'read_back' | 'person' = 'answer') => ({ at, by, responsible: 'me' })
const status = (state: Action['state'], change: Partial<Action> = {}) =>
  actionOf({ type: 'status', tuid, status: 'uninstalled' }, { state, ...change })

describe('what is believed of a thing', () => {
  test('is nothing before anything is read', () => {
    expect(beliefOf(nothingRead, [])).toEqual({ group: null, status: null, notKnownToStack: false })
  })

  test('is the server’s word', () => {
    expect(beliefOf(read, [])).toMatchObject({
      group: { value: 'prfi00old', source: 'server', asOf: now },
      status: { value: 'installed', source: 'server', by: 'anna', since: now - 86_400_000 }
    })
  })

  test('is marked as remembered when it is not live', () => {
    const offline = parts({ group: { busy: false, reading: remembered({ groupId: 'prfi00old' }) } })
    expect(beliefOf(offline, []).group).toMatchObject({ source: 'remembered', asOf: now - 3_600_000 })
  })

  test('is nothing when the history is empty', () => {
    const empty = parts({ installations: { busy: false, reading: live({ items: [], unreadable: 0 }) } })
    expect(beliefOf(empty, []).status).toBeNull()
  })

  test.each<[string, Action, string]>([
    ['waiting', status('pending'), 'queued'],
    ['on its way', status('sending'), 'queued'],
    ['being checked', status('unknown'), 'queued'],
    ['confirmed after the reading', status('done', { receipt: receipt(now + 1) }), 'server']
  ])('has our action on top while it is %s', (_, action, source) => {
    expect(beliefOf(read, [action]).status).toMatchObject({ value: 'uninstalled', source })
  })

  test.each<[string, Action]>([
    ['refused', status('needs_you')],
    ['discarded', status('discarded')],
    ['confirmed before the reading', status('done', { receipt: receipt(now - 1) })],
    ['confirmed by a clock that has been set back since', status('done', { receipt: receipt(Date.now() + 3_600_000) })],
    ['settled by a person', status('done', { receipt: receipt(now + 1, 'person') })]
  ])('leaves an action out that is %s', (_, action) => {
    expect(beliefOf(read, [action]).status?.value).toBe('installed')
  })

  test('is the latest of several actions', () => {
    const earlier = actionOf({ type: 'group', tuid, groupId: 'prfi00a' })
    const later = actionOf({ type: 'group', tuid, groupId: 'prfi00b' })
    expect(beliefOf(read, [later, earlier]).group?.value).toBe('prfi00b')
  })

  test('says when the stack does not know the thing', () => {
    expect(beliefOf(parts({ general: { busy: false, reading: failed('not_found') } }), []).notKnownToStack).toBe(true)
  })
})

describe('never seen', () => {
  const offline = { busy: false, reading: failed('offline') }

  test('is a thing of which nothing could be read or remembered', () => {
    expect(isNeverSeen(parts({ general: offline, installations: offline, group: offline }))).toBe(true)
  })

  test('is not said while parts are still being read', () => {
    expect(isNeverSeen(parts({ general: offline, installations: offline }))).toBe(false)
  })
})
