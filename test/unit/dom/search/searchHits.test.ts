import { describe, expect, test } from 'vitest'
import { searchHits, type Hit } from '@/search/searchHits'

const presence = 'TSPR04EZU31901021'
const unmet = 'TSPR04EZU00000000'
const found = {
  things: [presence, 'TSPD04ESY93100802'].map((tuid) => ({ tuid, seenAt: 1, openActions: 0, needsYou: 0 })),
  groups: ['prfi00office', 'prfi00store', 'unassigned'],
  places: [
    { name: 'queue', words: 'Queue' },
    { name: 'settings', words: 'Settings' }
  ]
} as const

const kindOf = (tuid: string): string => (tuid === presence ? 'Presence sensor' : 'Environment sensor')

const told = (hit: Hit<(typeof found.places)[number]>): string => {
  switch (hit.kind) {
    case 'thing':
      return hit.met ? hit.tuid : `${hit.tuid} unmet`
    case 'install':
      return `install ${hit.tuid}`
    case 'group':
      return hit.groupId
    case 'place':
      return hit.place.words
  }
}

describe('a search over everything finds', () => {
  test.each<[search: string, hits: string[]]>([
    ['', [presence, 'TSPD04ESY93100802', 'Queue', 'Settings']],
    ['presence', [presence]],
    ['OFFICE prfi', ['prfi00office']],
    ['sett', ['Settings']],
    ['s', [presence, 'TSPD04ESY93100802', 'prfi00store', 'unassigned', 'Settings']],
    [presence, [presence, `install ${presence}`]],
    ['EZU31901021,TSPR04', [presence, `install ${presence}`]],
    [unmet, [`${unmet} unmet`, `install ${unmet}`]],
    ['nothing like it', []]
  ])('“%s”', (search, hits) => {
    expect(searchHits(search, found, kindOf).map(told)).toEqual(hits)
  })

  test('no more of a kind than can be read at a glance', () => {
    const groups = Array.from({ length: 50 }, (_, index) => `prfi00group${index}`)
    expect(searchHits('group', { ...found, groups }, kindOf)).toHaveLength(6)
  })
})
