import { describe, expect, test } from 'vitest'
import { decodeMessage } from '@shared/domain/messageDecoding'
import type { ThingMessage } from '@shared/domain/thing'
import { chartOption, type ChartLooks } from '@/thing/messages/charts/chartOption'
import { figuresOf } from '@/thing/messages/charts/figures'
import { drawnOf } from '@/thing/messages/charts/gaps'
import { seriesOf, type MessageSeries } from '@/thing/messages/charts/messageSeries'

const now = 1_795_600_000_000
const minute = 60_000

/** Newest first, `ago` in minutes. */
type Said = [ago: number, tsmId: number, fields: Record<string, unknown>]

const found = (...said: Said[]) => foundAmong(said)

function foundAmong(said: readonly Said[]) {
  const messages = said.map(([ago, tsmId, fields]): ThingMessage => ({
    key: `T:${tsmId}:${ago}`,
    tsmId,
    tsmEv: 10,
    at: now - ago * minute,
    gatewayTuid: null,
    groupId: null,
    fields
  }))
  return seriesOf(messages, messages.map(decodeMessage), now)
}

const warmth = (...said: [ago: number, temp: unknown][]): MessageSeries => warmthOf(said)

function warmthOf(said: readonly [ago: number, temp: unknown][]): MessageSeries {
  const [series] = foundAmong(said.map(([ago, temp]): Said => [ago, 12_100, { temp }])).series
  if (series === undefined) throw new Error('no series')
  return series
}

const shown = (series: MessageSeries) => drawnOf(series).points.map(([at, value]) => [(at - now) / minute, value])

describe('what messages say over time', () => {
  test('becomes a series for each field, in the order of time', () => {
    const { series } = found([1, 12_100, { temp: 21, humd: 40 }], [2, 12_100, { temp: 20, humd: 41 }])
    expect(series).toMatchObject([
      { key: '12100 temp', unit: '°C', known: true, values: [20, 21], times: [now - 2 * minute, now - minute] },
      { key: '12100 humd', unit: '%', known: true, values: [41, 40] }
    ])
  })

  test('has what an installer looks for first, whatever comes first', () => {
    const { series } = found(
      [1, 1202, { rssi: 128 }],
      [1, 26_100, { value: 3 }],
      [1, 1110, { batl: 80, chrg: 0 }],
      [1, 12_100, { lght: 3, temp: 20 }]
    )
    expect(series.map(({ key }) => key)).toEqual([
      '12100 temp',
      '1110 batl',
      '1202 rssiDbm',
      '12100 lght',
      '1110 chrg',
      '1202 rssi',
      '26100 value'
    ])
  })

  test.each<[why: string, tsmId: number, fields: Record<string, unknown>]>([
    ['texts', 1100, { swVersion: '5.2.1', modelCode: 'TSPR04' }],
    ['nothing', 12_100, { temp: null }],
    ['what is nested', 26_100, { value: { a: 1 }, list: [1] }],
    ['no number of its own', 12_100, { temp: Number.POSITIVE_INFINITY }],
    ['how it is set', 12_200, { weatherMode: 0 }],
    ['the number of a transaction', 26_100, { transactionId: 7 }],
    ['where it is', 1210, { lat: 60.1, lon: 24.8 }]
  ])('is not drawn when it is %s', (_why, tsmId, fields) => {
    expect(found([1, tsmId, fields]).series).toEqual([])
  })

  test('keeps numbers that were written as texts, and leaves a gap for all else', () => {
    const series = warmth([1, '22.5'], [2, 'warm'], [3, null], [4, 21])
    expect(shown(series)).toEqual([
      [-4, 21],
      [-3, null],
      [-2, null],
      [-1, 22.5]
    ])
    expect(drawnOf(series).gaps).toBe(2)
  })

  test('knows the words of codes', () => {
    expect(found([1, 2100, { state: 1 }]).series[0]?.codes.get(1)).toBe('occupied')
  })

  test('leaves out what is far ahead of now, and says how many that were', () => {
    const { series, ahead } = found(
      [-2_000, 12_100, { temp: 99 }],
      [-60, 12_100, { temp: 22 }],
      [1, 12_100, { temp: 21 }]
    )
    expect(ahead).toBe(1)
    expect(series[0]?.values).toEqual([21, 22])
  })
})

describe('a line', () => {
  const every15 = (...agos: number[]) => warmth(...agos.map((ago): [number, number] => [ago, ago]))

  test('goes through while it is heard as usual', () => {
    expect(drawnOf(every15(0, 15, 31, 45, 60, 90)).gaps).toBe(0)
  })

  test('is broken where it was silent for much longer than usual', () => {
    const series = every15(0, 15, 30, 300, 315, 330)
    expect(shown(series)).toContainEqual([-165, null])
    expect(drawnOf(series)).toMatchObject({ gaps: 1, alone: [] })
  })

  test('has a dot where a value stands alone between silences', () => {
    expect(drawnOf(every15(0, 15, 30, 300, 600, 615, 630, 645)).alone).toEqual([[now - 300 * minute, 300]])
    expect(drawnOf(warmth([5, 20])).alone).toEqual([[now - 5 * minute, 20]])
  })

  test('is not broken where there are too few values to know what is usual', () => {
    expect(drawnOf(every15(0, 15, 5_000)).gaps).toBe(0)
  })

  test('of a state holds until the next word', () => {
    const { series } = foundAmong([0, 1, 2, 3, 400, 401].map((ago): Said => [ago, 2100, { state: 1 }]))
    expect(series.map((each) => drawnOf(each).gaps)).toEqual([0])
  })

  test('of 200,000 values is made all the same', () => {
    const many = Array.from({ length: 200_000 }, (_, ago): [number, number] => [ago, ago % 7])
    expect(drawnOf(warmthOf(many)).points).toHaveLength(200_000)
  })
})

describe('the figures beside a chart', () => {
  test('leave out what is no number', () => {
    expect(figuresOf(warmth([1, null], [2, 23], [3, 20], [4, 20]))).toEqual({
      latest: 23,
      latestAt: now - 2 * minute,
      lowest: 20,
      highest: 23,
      average: 21,
      count: 3
    })
  })
})

describe('a chart', () => {
  const looks: ChartLooks = {
    line: '#000',
    text: '#000',
    quiet: '#000',
    surface: '#fff',
    rule: '#ccc',
    chosen: '#eee',
    fontSize: 16,
    fontFamily: 'sans-serif',
    title: ({ name, unit }) => `${name}, ${unit}`,
    reading: ({ unit }, value) => `${value} ${unit}`,
    tick: (_series, value) => String(value),
    moment: String,
    fullMoment: String
  }
  interface Drawn {
    readonly grid: unknown[]
    readonly xAxis: { readonly min: number; readonly max: number }[]
    readonly yAxis: { readonly name: string }[]
    readonly dataZoom: { readonly xAxisIndex: number[] }[]
    readonly series: unknown[]
  }
  // The library's own type allows every part to be missing, or to be one instead of a list.
  const option = (...series: MessageSeries[]) => chartOption(series, looks, { start: 0, end: 100 }) as unknown as Drawn

  test('has one frame for each series, with its unit, over the same time', () => {
    const { series } = found([1, 12_100, { temp: 21, humd: 40 }], [9, 12_100, { temp: 20 }])
    const { grid, xAxis, yAxis, dataZoom } = option(...series)
    expect(grid).toHaveLength(2)
    expect(yAxis.map(({ name }) => name)).toEqual(['temp, °C', 'humd, %'])
    for (const { min, max } of xAxis) expect([min, max]).toEqual([now - 9 * minute, now - minute])
    expect(dataZoom.map(({ xAxisIndex }) => xAxisIndex)).toEqual([
      [0, 1],
      [0, 1]
    ])
  })

  test('of one value, or of one code, still has a width and a height', () => {
    const { series } = found([5, 2100, { state: 1 }])
    const { xAxis, yAxis } = option(...series)
    expect(xAxis.map(({ min, max }) => max - min)).toEqual([60 * minute])
    expect(yAxis[0]).toMatchObject({ min: 0, max: 1, interval: 1 })
  })

  test('does not make a change of a percentage that stays the same', () => {
    const { series } = found([1, 1110, { batl: 84 }], [2, 1110, { batl: 84 }])
    expect(option(...series).yAxis[0]).toMatchObject({ min: 0, max: 100 })
  })

  test('never draws a line over a gap', () => {
    const lines = option(warmth([1, 20], [2, null], [3, 21])).series
    expect(lines[0]).toMatchObject({
      connectNulls: false,
      data: [expect.anything() as unknown, [now - 2 * minute, null], expect.anything() as unknown]
    })
  })
})
