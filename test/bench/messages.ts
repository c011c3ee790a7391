import { Virtualizer } from '@tanstack/vue-virtual'
import { decodeMessage } from '@shared/domain/messageDecoding'
import type { ThingMessage } from '@shared/domain/thing'
import { drawnOf } from '../../src/renderer/thing/messages/charts/gaps'
import { seriesOf } from '../../src/renderer/thing/messages/charts/messageSeries'
import type { Benchmark, Figure, Size } from './benchmark.ts'
import { median, shown, timed } from './timing.ts'

interface Case {
  readonly messages: number
  /** Each of them a parse and a preparation, in turns; a third as many before do not count. */
  readonly rounds: number
}

const cases: Readonly<Record<Size, Case>> = {
  full: { messages: 10_000, rounds: 30 },
  quick: { messages: 200, rounds: 3 }
}

/** Series of the messages below: four of the environment, two of the signal, two of the battery. */
const expectedSeries = 8

/** Unix seconds of the newest message, which is the present of this benchmark. */
const newest = 1_795_600_000

const tuid = 'TSEN01EUB28776433'

/** What the page does with an answer full of messages, against parsing the same answer as JSON and nothing else. */
export const messages: Benchmark = {
  name: 'messages',
  run(size, note) {
    note(`${cases[size].messages} messages`)
    return Promise.resolve([measure(cases[size])])
  }
}

function measure({ messages: count, rounds }: Case): Figure {
  const telegrams = Array.from({ length: count }, (_, index) => telegramOf(index))
  const answer = JSON.stringify({ data: telegrams })
  const list = telegrams.map(readFrom)
  const times: { parsed: number[]; prepared: number[] } = { parsed: [], prepared: [] }
  for (let round = -Math.ceil(rounds / 3); round < rounds; round++) {
    const parsed = timed(() => void JSON.parse(answer))
    const prepared = timed(() => prepare(list))
    if (round < 0) continue
    times.parsed.push(parsed)
    times.prepared.push(prepared)
  }
  const [parsed, prepared] = [median(times.parsed), median(times.prepared)]
  return {
    name: `messages-${count}`,
    value: prepared / parsed,
    unit: 'times',
    aim: { atMost: 2 },
    detail:
      `${shown(prepared)} ms to decode all, make ${expectedSeries} charts and lay out the list; ` +
      `${shown(parsed)} ms to parse ${shown(answer.length / 1e6)} MB of JSON (medians of ${rounds}, in turns)`
  }
}

/** Decoded, drawn and laid out as MessageResult.vue has it done: all messages, and every series there is. */
function prepare(list: readonly ThingMessage[]): void {
  const decoded = list.map(decodeMessage)
  const { series } = seriesOf(list, decoded, newest * 1000)
  const points = series.reduce((sum, each) => sum + drawnOf(each).points.length, 0)
  const rows = new Virtualizer({
    count: list.length,
    getScrollElement: () => null,
    estimateSize: () => 82,
    getItemKey: (index) => list[index]?.key ?? index,
    observeElementRect: () => undefined,
    observeElementOffset: () => undefined,
    scrollToFn: () => undefined
  })
  if (series.length !== expectedSeries || points < list.length || rows.getTotalSize() < list.length * 82) {
    throw new Error(`${series.length} series with ${points} points of ${list.length} messages`)
  }
}

interface Telegram {
  readonly tsmId: number
  readonly tsmEv: number
  readonly tsmTs: number
  readonly tsmTuid: string
  readonly tsmGw: string
  readonly deploymentGroupId: string
  readonly [field: string]: unknown
}

/** A message as the API writes it, as a device sends them in turns. */
function telegramOf(index: number): Telegram {
  const sender = { tsmTuid: tuid, tsmGw: 'TSGW05EVW34550789', deploymentGroupId: 'prfi00auroracampus' }
  const tsmTs = newest - index * 300
  switch (index % 4) {
    case 0:
      return { tsmId: 1202, tsmEv: 10, tsmTs, ...sender, rssi: 100 + (index % 40), rssiDbm: -70 - (index % 9) }
    case 1:
      return { tsmId: 1110, tsmEv: 10, tsmTs, ...sender, batl: 84, chrg: 0 }
    default:
      return {
        tsmId: 12100,
        tsmEv: 10,
        tsmTs,
        ...sender,
        airp: 101_004.5 + (index % 70),
        humd: 44.7 + (index % 5),
        temp: 20.5 + (index % 30) / 10,
        lght: index % 500
      }
  }
}

/** As the main process hands it to the page. */
function readFrom({ tsmId, tsmEv, tsmTs, tsmTuid, tsmGw, deploymentGroupId, ...fields }: Telegram): ThingMessage {
  return {
    key: `${tsmTuid}:${tsmId}:${tsmTs}`,
    tsmId,
    tsmEv,
    at: tsmTs * 1000,
    gatewayTuid: tsmGw,
    groupId: deploymentGroupId,
    fields
  }
}
