import { describe, expect, test } from 'vitest'
import { pathOf } from '../../../../src/main/api/wire/path'
import { latestFirst, newestFirst, readInstant, windowQuery } from '../../../../src/main/api/wire/time'
import { keptAlive, rawServer } from './servers'
import { apiAt } from './stack'

describe('a time', () => {
  const instant = Date.UTC(2019, 11, 3, 7, 22, 19)

  test.each([
    ['Unix seconds', 1575357739, instant],
    ['Unix seconds as text', '1575357739', instant],
    ['with decimals', 1575357739.25, instant + 250],
    ['milliseconds, by their size', 1575357739000, instant],
    ['milliseconds as text', '1575357739000', instant],
    ['ISO without a zone: UTC', '2019-12-03T07:22:19', instant],
    ['ISO with a blank', '2019-12-03 07:22:19', instant],
    ['ISO with fractions', '2019-12-03T07:22:19.500000', instant + 500],
    ['ISO in UTC', '2019-12-03T07:22:19Z', instant],
    ['ISO in another zone', '2019-12-03T09:22:19+02:00', instant],
    ['ISO, minutes only', '2019-12-03T07:22', instant - 19_000],
    ['a date', '2019-12-03', Date.UTC(2019, 11, 3)],
    ['1970', '1970-01-01T00:00:00', null],
    ['zero', 0, null],
    ['before 1970', -5, null],
    ['a date that does not exist', '2019-13-45T00:00:00', null],
    ['words', 'yesterday', null],
    ['a date in words', 'Tue, 03 Dec 2019 07:22:19 GMT', null],
    ['nothing', '', null],
    ['null', null, null],
    ['missing', undefined, null],
    ['true', true, null],
    ['a list', [1575357739], null],
    ['more than any clock shows', 1e20, null]
  ])('%s', (_what, value, expected) => {
    expect(readInstant(value)).toBe(expected)
  })

  test('a window is widened to whole seconds', () => {
    expect(windowQuery({ from: 1_999, to: 2_001 })).toEqual({ from: 1, to: 3 })
    expect(windowQuery({})).toEqual({ from: undefined, to: undefined })
  })

  test('things of the same time stay in the order of the server', () => {
    const items = [
      { n: 1, t: null },
      { n: 2, t: 5 },
      { n: 3, t: 5 },
      { n: 4, t: null },
      { n: 5, t: 9 }
    ]
    expect(newestFirst(items, ({ t }) => t).map(({ n }) => n)).toEqual([5, 2, 3, 1, 4])
  })
})

describe('a history with two records of the same second', () => {
  const latest = (...times: (number | null)[]) =>
    latestFirst(
      times.map((t, n) => ({ n, t })),
      ({ t }) => t
    ).map(({ n }) => n)

  test('is read from the end, where the newest stands', () => {
    expect(latest(1, 5, 5)).toEqual([2, 1, 0])
    expect(latest(5, 5)).toEqual([1, 0])
    expect(latest(null, null)).toEqual([1, 0])
  })

  test('is read from the beginning, where the newest stands', () => {
    expect(latest(5, 5, 1)).toEqual([0, 1, 2])
    expect(latest(9, 5, 5, 7, 1, null)).toEqual([0, 3, 1, 2, 4, 5])
  })
})

describe('a path', () => {
  test.each([
    [['things', 'TSPR04EZU31901021'], {}, '/things/TSPR04EZU31901021'],
    [['groups', 'a/b', 'rename'], {}, '/groups/a%2Fb/rename'],
    [['groups', '..', 'things'], {}, '/groups/%2E%2E/things'],
    [['groups', '.'], {}, '/groups/%2E'],
    [['groups', '...'], {}, '/groups/...'],
    [['groups', '?q=1#x'], {}, '/groups/%3Fq%3D1%23x'],
    [['groups'], { q: 'a b&c', limit: 5, other: undefined }, '/groups?q=a%20b%26c&limit=5'],
    [['m'], { messageid: [1110, 1500], eventid: [] }, '/m?messageid=1110%2C1500']
  ])('of %j', (segments, query, path) => {
    expect(pathOf(segments, query)).toBe(path)
  })
})

test.each([
  ['/prod/v1', '/prod/v1/groups/%2E%2E/things'],
  ['/prod/v1/', '/prod/v1/groups/%2E%2E/things'],
  ['', '/groups/%2E%2E/things']
])('below the base path "%s" nothing climbs out of it', async (base, path) => {
  const server = await rawServer(({ method }, socket) => {
    socket.write(keptAlive(method === 'POST' ? '{"data":{"token":"t"}}' : '{"data":{"tuids":[]}}'))
  })
  await apiAt(server.origin + base).listThingsOfGroup('..')
  expect(server.requests.at(-1)).toMatchObject({ method: 'GET', path })
})
