import { describe, expect, test } from 'vitest'
import type { ProblemKind } from '@shared/domain/problem'
import type { Reading } from '@shared/domain/thing'
import {
  isAllRemembered,
  isNeverSeen,
  isNotKnownToStack,
  partNames,
  wholeProblem,
  type PartName,
  type Parts
} from '@/readings/parts'
import { failed, live, remembered } from '../install/fixtures'

const values: { readonly [P in PartName]: Exclude<Parts[P]['reading'], null>['value'] } = {
  general: { batteryLevel: 86, lastHeardAt: null, position: null, gatewayTuid: null, version: null },
  installations: { items: [], unreadable: 0 },
  group: { groupId: 'prfi00hq' },
  alerts: { items: [], unreadable: 0 },
  messages: { items: [], unreadable: 0 }
}

const all = (reading: (name: PartName) => Reading<unknown>): Parts =>
  // Each name gets the value of its own part, or none.
  Object.fromEntries(partNames.map((name) => [name, { busy: false, reading: reading(name) }])) as unknown as Parts

/** All parts read live, but for those named. */
const read = (change: Partial<Record<PartName, Reading<never>>>): Parts =>
  all((name) => change[name] ?? live(values[name]))

describe('“this stack does not know the thing”', () => {
  test('rests on the general part', () => {
    expect(isNotKnownToStack(read({ general: failed('not_found') }))).toBe(true)
  })

  test.each<PartName[]>([
    ['installations'],
    ['group'],
    ['alerts'],
    ['messages'],
    ['installations', 'group', 'alerts', 'messages']
  ])('is not said because of another part: %s %s %s %s', (...names) => {
    const parts = read(Object.fromEntries(names.map((name) => [name, failed('not_found')])))
    expect(isNotKnownToStack(parts)).toBe(false)
    expect(wholeProblem(parts)).toBeNull()
  })

  test('is told above all parts', () => {
    expect(wholeProblem(all(() => failed('not_found')))?.kind).toBe('not_found')
  })
})

describe('what is told once above all parts', () => {
  test.each<[ProblemKind, number, boolean]>([
    ['offline', 1, false],
    ['offline', 2, true],
    ['timeout', 2, true],
    ['bad_credentials', 2, true],
    ['keychain_locked', 2, true],
    ['server_error', 2, false],
    ['server_error', 5, true],
    ['busy', 5, true],
    ['refused', 5, true],
    ['not_this_api', 5, true]
  ])('%s in %i of five parts: %s', (kind, count, told) => {
    const names = partNames.slice(-count)
    const parts = read(Object.fromEntries(names.map((name) => [name, failed(kind)])))
    expect(wholeProblem(parts)?.kind).toBe(told ? kind : undefined)
  })

  test('why nothing is known of a thing, though each part has its own reason', () => {
    const parts = read({
      general: failed('server_error', { status: 502 }),
      installations: failed('not_found'),
      group: failed('unreadable')
    })
    expect(isNeverSeen(parts)).toBe(true)
    expect(wholeProblem(parts)).toEqual({ kind: 'server_error', status: 502 })
  })

  test('nothing, where everything was read', () => {
    expect(wholeProblem(read({}))).toBeNull()
  })
})

test('all is remembered only where the server said nothing just now', () => {
  const everything = all((name) => remembered(values[name]))
  expect(isAllRemembered(everything)).toBe(true)
  const butAlerts: Parts = { ...everything, alerts: { busy: false, reading: live({ items: [], unreadable: 0 }) } }
  expect(isAllRemembered(butAlerts)).toBe(false)
})
