import { expect, test } from 'vitest'
import type { Belief, Known } from '@/install/choices'
import { nothingRead, type Parts } from '@/install/reading'
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
  expect(verify(read, believed)).toMatchObject(said)
})
