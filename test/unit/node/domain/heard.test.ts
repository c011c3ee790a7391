import { heardOnce, heardSince, type HeardOnce, type HeardSince } from '@shared/domain/heard'
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

describe('heardOnce', () => {
  const known: HeardOnce = { installedAt: installed, heardAt: installed + 10 }

  test.each<[what: string, known: HeardOnce | null, installedAt: number | null, heard: number[], HeardOnce | null]>([
    ['nothing heard yet', null, installed, [], null],
    ['heard before the installation only', null, installed, [before], null],
    ['heard', null, installed, [before, after], { installedAt: installed, heardAt: after }],
    ['heard, installation not known', null, null, [after], null],
    ['less known than before', known, installed, [], known],
    ['an older moment than before', known, installed, [after], known],
    ['a later one', known, installed, [installed + 20], { installedAt: installed, heardAt: installed + 20 }],
    ['installation not shown any more', known, null, [], known],
    ['an older installation shown', known, before, [], known],
    ['a new installation', known, installed + 11, [installed + 10], null],
    [
      'a new installation, heard',
      known,
      installed + 5,
      [installed + 10],
      { installedAt: installed + 5, heardAt: installed + 10 }
    ]
  ])('%s', (_what, knownBefore, installedAt, heard, once) => {
    expect(heardOnce(knownBefore, installedAt, heard)).toEqual(once)
  })
})
