import { describe, expect, test } from 'vitest'
import { thingsMeant } from '@/things/metThings'

const met = (tuid: string) => ({ tuid, seenAt: 1, openActions: 0, needsYou: 0 })
const presence = met('TSPR04EZU31901021')
const environment = met('TSPD04ESY93100802')
const kinds = new Map([
  [presence.tuid, 'Presence sensor'],
  [environment.tuid, 'Environment sensor']
])

describe('what a person means by', () => {
  test.each<[search: string, found: (typeof presence)[]]>([
    ['', [presence, environment]],
    ['   ', [presence, environment]],
    ['319', [presence]],
    ['tspd04', [environment]],
    ['TSPD04 ESY93', [environment]],
    ['presence', [presence]],
    ['Sensor', [presence, environment]],
    ['ESY93100802,TSPD04', [environment]],
    ['https://thingsee.com/d/TSPR04EZU31901021', [presence]],
    ['gateway', []],
    ['TSPR04EZU00000000', []]
  ])('“%s”', (search, found) => {
    expect(thingsMeant([presence, environment], search, (tuid) => kinds.get(tuid) ?? '')).toEqual(found)
  })
})
