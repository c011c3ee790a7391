import { randomUUID } from 'node:crypto'
import { serialize } from 'node:v8'
import { channels } from '@shared/ipc/channels'
import type { ChannelName } from '@shared/ipc/names'
import { createTransport } from '../../src/main/api/transport/createTransport.ts'
import type { Transport } from '../../src/main/api/transport/transport.ts'
import type { Benchmark, Size } from './benchmark.ts'
import { withFolder } from './folders.ts'
import { openApp, until, type OpenedApp } from './opened-app.ts'
import { seedStack } from './seeded-queue.ts'
import { startSimulatorProcess, type SimulatorProcess } from './simulator-process.ts'
import { median, shown } from './timing.ts'
import { tuidOfThing } from './workload.ts'

interface Case {
  readonly rounds: number
  /** Milliseconds that the server takes for each part, by the end of its path: no two alike. */
  readonly latencies: Readonly<Record<string, number>>
}

const cases: Readonly<Record<Size, Case>> = {
  full: {
    rounds: 15,
    latencies: { '/messages': 240, '/alerts': 180, '/installations': 120, '/group': 60, '': 90 }
  },
  quick: { rounds: 2, latencies: { '/messages': 12, '/alerts': 9, '/installations': 6, '/group': 3, '': 5 } }
}

/** A round before they count. */
const warmUps = 2
const partsOfPage = 5

/** All that the page of a thing asks for, against the slowest of its requests alone; over a line with unequal latencies. */
export const thingPage: Benchmark = {
  name: 'thing-page',
  async run(size, note) {
    const { rounds, latencies } = cases[size]
    return withFolder(async (folder) => {
      const simulator = await startSimulatorProcess(rounds + warmUps)
      for (const [part, ms] of Object.entries(latencies)) {
        for (let index = 0; index < rounds + warmUps; index++) await simulator.delay(pathOf(index, part), ms)
      }
      note(`${rounds} things, each asked for at once and by its slowest part`)
      const { page, slowest } = await measure(folder, simulator, rounds)
      await simulator.stop()
      return [
        {
          name: 'thing-page',
          value: median(page) / median(slowest),
          unit: 'times',
          aim: { atMost: 1.15 },
          detail:
            `median ${shown(median(page))} ms for ${partsOfPage} requests at once, ` +
            `${shown(median(slowest))} ms for the slowest alone; ${rounds} things, latencies ` +
            Object.values(latencies).join(', ')
        }
      ]
    })
  }
}

const pathOf = (index: number, part: string): string => `/things/${tuidOfThing(index)}${part}`

async function measure(
  folder: string,
  simulator: SimulatorProcess,
  rounds: number
): Promise<{ page: number[]; slowest: number[] }> {
  const stackId = randomUUID()
  seedStack(folder, stackId, simulator.url, simulator.clientId)
  const transport = new CountingTransport()
  const app = openApp(folder, transport, new Map([[stackId, simulator.clientSecret]]))
  await until(() => app.session.view().connection === 'online', 'the app to be signed in')
  const page: number[] = []
  const slowest: number[] = []
  for (let index = 0; index < rounds + warmUps; index++) {
    const tuid = tuidOfThing(index)
    const before = transport.sent
    const whole = await timedAsync(() => askPage(app, stackId, tuid))
    if (transport.sent - before !== partsOfPage) throw new Error(`${transport.sent - before} requests for one page`)
    const single = await timedAsync(() => app.things.signal(stackId, tuid))
    if (index < warmUps) continue
    page.push(whole)
    slowest.push(single)
  }
  await app.close(0)
  return { page, slowest }
}

/** What the page asks for (src/renderer/thing/thingReadings.ts), checked and serialised as on its way there. */
async function askPage({ things }: OpenedApp, stackId: string, tuid: string): Promise<void> {
  await Promise.all([
    things.general(stackId, tuid).then((reading) => cross('things:general', reading)),
    things.installations(stackId, tuid).then((reading) => cross('things:installations', reading)),
    things.group(stackId, tuid).then((reading) => cross('things:group', reading)),
    things.alerts(stackId, tuid).then((reading) => cross('things:alerts', reading)),
    things.signal(stackId, tuid).then((reading) => cross('things:signal', reading))
  ])
}

function cross(channel: ChannelName, reading: { readonly live: boolean }): void {
  if (!reading.live) throw new Error(`${channel} could not be read`)
  serialize(channels[channel].output.parse(reading))
}

async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** The real way to the server, counted. */
class CountingTransport implements Transport {
  readonly #inner = createTransport()
  sent = 0

  send: Transport['send'] = (request) => {
    this.sent += 1
    return this.#inner.send(request)
  }

  close(): Promise<void> {
    return this.#inner.close()
  }
}
