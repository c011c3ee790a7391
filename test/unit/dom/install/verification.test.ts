import { describe, expect, test } from 'vitest'
import type { Belief, Known } from '@/install/choices'
import { nothingRead, type Parts } from '@/readings/parts'
import { verify } from '@/install/verification'
import { failed, live, now } from './fixtures'

const installedAt = now - 600_000

function parts(heardAt: number | null, messageAt: number | null, status = 'installed'): Parts {
  const message = { key: 'k', tsmId: 12100, tsmEv: 10, gatewayTuid: null, groupId: null, fields: {} }
  return {
    ...nothingRead,
    installations: {
      busy: false,
      reading: live({ items: [{ status, at: installedAt, responsible: 'me' }], unreadable: 0 })
    },
    general: {
      busy: false,
      reading: live({ batteryLevel: null, lastHeardAt: heardAt, position: null, gatewayTuid: null, version: null })
    },
    messages: {
      busy: false,
      reading: live({ items: messageAt === null ? [] : [{ ...message, at: messageAt }], unreadable: 0 })
    }
  }
}

function belief(value: string, source: Known['source'] = 'server'): Belief {
  return { group: null, status: { value, source, since: installedAt, by: null, asOf: now }, notKnownToStack: false }
}

test.each<[string, Parts, Belief, object]>([
  ['heard after it', parts(now, null), belief('installed'), { heard: 'yes', lastAt: now, reason: null }],
  ['heard by a message', parts(null, now), belief('installed'), { heard: 'yes', lastAt: now }],
  ['heard before it only', parts(installedAt - 1, null), belief('installed'), { heard: 'not_yet', reason: null }],
  ['never heard', parts(null, null), belief('installed'), { heard: 'not_yet', lastAt: null }],
  ['still on its way to the server', parts(now, now), belief('installed', 'queued'), { reason: 'not_sent' }],
  ['not installed', parts(now, now, 'retired'), belief('retired'), { heard: 'unknown', reason: 'not_installed' }],
  [
    'not read',
    { ...nothingRead, general: { busy: false, reading: failed('timeout') } },
    { group: null, status: null, notKnownToStack: false },
    { heard: 'unknown', lastAt: null, reason: 'not_read' }
  ]
])('an installation that is %s', (_, read, believed, said) => {
  expect(verify(read, believed, null)).toMatchObject(said)
})

describe('once heard since the installation', () => {
  const once = { installedAt, heardAt: installedAt + 60_000 }
  const stays = { heard: 'yes', lastAt: once.heardAt, reason: null, once }
  const unread = { reading: failed('offline'), busy: false }
  const unknown: Belief = { group: null, status: null, notKnownToStack: false }
  const empty = { busy: false, reading: live({ items: [], unreadable: 0 }) }
  const again = (at: number): Parts => ({
    ...parts(installedAt + 60_000, null),
    installations: {
      busy: false,
      reading: live({ items: [{ status: 'installed', at, responsible: 'me' }], unreadable: 0 })
    }
  })
  const since = (at: number): Belief => {
    const { status } = belief('installed')
    return { ...belief('installed'), status: status === null ? null : { ...status, since: at } }
  }

  test.each<[string, Parts, Belief, object]>([
    ['when the server knows of no last event any more', parts(null, null), belief('installed'), stays],
    ['when it shows an older one', parts(installedAt - 1, null), belief('installed'), stays],
    [
      'when nothing can be read',
      { ...parts(null, null), general: unread, messages: unread },
      belief('installed'),
      stays
    ],
    ['when the history cannot be read', { ...parts(null, null), installations: unread }, unknown, stays],
    ['when the history is empty all of a sudden', { ...parts(null, null), installations: empty }, unknown, stays],
    ['when an older history comes back', again(installedAt - 60_000), since(installedAt - 60_000), stays]
  ])('it stays so %s', (_, read, believed, said) => {
    expect(verify(read, believed, once)).toMatchObject(said)
  })

  test('the latest moment counts', () => {
    expect(verify(parts(now, null), belief('installed'), once)).toMatchObject({ heard: 'yes', lastAt: now })
  })

  test.each<[string, Parts, Belief, object]>([
    ['is recorded', again(now), since(now), { heard: 'not_yet', once: null }],
    ['is on its way', parts(null, null), belief('installed', 'queued'), { heard: 'unknown', reason: 'not_sent' }],
    [
      'was confirmed after the history was read',
      parts(null, null),
      since(now),
      { heard: 'unknown', reason: 'not_read' }
    ]
  ])('it begins anew when a new installation %s', (_, read, believed, said) => {
    expect(verify(read, believed, once)).toMatchObject(said)
  })

  test('it says no more of a thing that is not installed now', () => {
    const retired = parts(now, now, 'retired')
    expect(verify(retired, belief('retired'), once)).toMatchObject({ heard: 'unknown', reason: 'not_installed' })
  })
})

test('the moment of the installation is told, as the server recorded it', () => {
  expect(verify(parts(null, null), belief('installed'), null).installedAt).toBe(installedAt)
  expect(verify(parts(null, null), belief('installed', 'queued'), null).installedAt).toBeNull()
})
