import { describe, expect, test } from 'vitest'
import type { ActiveAlert } from '@shared/domain/fleetAlerts'
import {
  anyAlert,
  countAlertTypes,
  countKinds,
  filteredThings,
  type AlertFilter,
  type FilteredThing
} from '@/alerts/alertFilter'

const missed: ActiveAlert = { alertType: 'heartbeat missed', from: 1 }
const odd: ActiveAlert = { alertType: 'Überhitzung', from: null }

const things: FilteredThing[] = [
  { tuid: 'TSGW03EZU31901021', installedToday: true, seenHere: true, active: [missed, odd] },
  { tuid: 'TSPD04ESY93100802', installedToday: false, seenHere: true, active: null },
  { tuid: 'TSPD04ESY93100999', installedToday: false, seenHere: false, active: [] },
  { tuid: 'not a tuid', installedToday: false, seenHere: false, active: [missed] }
]

const all: AlertFilter = { search: '', kind: null, alert: anyAlert, seenHere: false, installedToday: false }

describe('shows', () => {
  test.each<[string, Partial<AlertFilter>, number[]]>([
    ['everything', {}, [0, 1, 2, 3]],
    ['one kind', { kind: 'environment' }, [1, 2]],
    ['what is of no kind we know', { kind: 'unknown' }, [3]],
    ['one type of alert, among others', { alert: { of: 'type', alertType: 'Überhitzung' } }, [0]],
    ['every thing with that type', { alert: { of: 'type', alertType: 'heartbeat missed' } }, [0, 3]],
    ['a type that only sounds alike: nothing', { alert: { of: 'type', alertType: 'heartbeat' } }, []],
    ['what was not read yet', { alert: { of: 'unread' } }, [1]],
    ['what this laptop has seen', { seenHere: true }, [0, 1]],
    ['what was installed today', { installedToday: true }, [0]],
    ['what fits all of it', { seenHere: true, kind: 'environment', search: '802' }, [1]],
    ['part of a TUID in any case and with blanks', { search: ' tspd04 esy931 ' }, [1, 2]],
    ['a label as a scanner reads it', { search: 'ESY93100802,TSPD04' }, [1]],
    ['the address on a label', { search: 'https://thingsee.com/d/TSGW03EZU31901021' }, [0]],
    ['what is no TUID, by its own words', { search: 'not a' }, [3]],
    ['nothing where nothing fits', { search: 'XYZ' }, []]
  ])('%s', (_, change, found) => {
    expect(filteredThings(things, { ...all, ...change })).toEqual(found.map((index) => things[index]))
  })
})

test('kinds are counted, the most frequent first', () => {
  expect(countKinds(things)).toEqual([
    ['environment', 2],
    ['gateway', 1],
    ['unknown', 1]
  ])
})

test('types are counted as far as they are known, the most frequent first', () => {
  expect(countAlertTypes(things)).toEqual([
    ['heartbeat missed', 2],
    ['Überhitzung', 1]
  ])
})
