import { heardSince, type HeardSince } from '@shared/domain/heard'
import { describe, expect, test } from 'vitest'

const installed = 1_000_000
const before = installed - 1
const after = installed + 1
type Known = number | null | undefined

describe('heardSince', () => {
  test.each<[what: string, installedAt: Known, lastHeardAt: Known, newestMessageAt: Known, verdict: HeardSince]>([
    ['heard after', installed, after, null, 'yes'],
    ['heard at that very moment', installed, installed, null, 'yes'],
    ['a message after, though the general part lags', installed, before, after, 'yes'],
    ['a message after, the general part not readable', installed, undefined, after, 'yes'],
    ['heard before only', installed, before, before, 'not_yet'],
    ['never heard at all', installed, null, null, 'not_yet'],
    ['never heard, messages not readable', installed, null, undefined, 'not_yet'],
    ['neither could be read', installed, undefined, undefined, 'unknown'],
    ['never installed', null, after, after, 'unknown'],
    ['installation not readable', undefined, after, after, 'unknown']
  ])('%s', (_what, installedAt, lastHeardAt, newestMessageAt, verdict) => {
    expect(heardSince(installedAt, lastHeardAt, newestMessageAt)).toBe(verdict)
  })
})
