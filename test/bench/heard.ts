import { randomUUID } from 'node:crypto'
import { createTransport } from '../../src/main/api/transport/createTransport.ts'
import type { HttpRequest } from '../../src/main/api/transport/transport.ts'
import { looksAtOnce } from '../../src/main/things/pacedLooks.ts'
import type { Benchmark, Size } from './benchmark.ts'
import { recording, resend } from './drain-run.ts'
import { withFolder } from './folders.ts'
import { openApp, until } from './opened-app.ts'
import { seedStack } from './seeded-queue.ts'
import { startSimulatorProcess, type SimulatorProcess } from './simulator-process.ts'
import { median, shown } from './timing.ts'
import { tuidOfThing } from './workload.ts'

interface Case {
  readonly things: number
  /** Each on the same things, which stay silent; one more before warms up and does not count. */
  readonly rounds: number
  /** Milliseconds that the server takes longer for every answer: waiting is what asking costs. */
  readonly latencyMs: number
}

const cases: Readonly<Record<Size, Case>> = {
  full: { things: 500, rounds: 3, latencyMs: 20 },
  quick: { things: 20, rounds: 1, latencyMs: 5 }
}

/** Asking whether all things of a visit were heard, against a bare loop that sends the same requests. */
export const heard: Benchmark = {
  name: 'heard',
  async run(size, note) {
    const { things, rounds, latencyMs } = cases[size]
    const simulator = await startSimulatorProcess(things)
    try {
      note(`installing ${things} things`)
      const { ours, bare, requests } = await withFolder((folder) => measure(folder, simulator, cases[size], note))
      const [own, other] = [median(ours), median(bare)]
      const detail =
        `${things} silent things, ${requests} requests a round, ${looksAtOnce} at once, ${latencyMs} ms latency, ${rounds} rounds: ` +
        `watch median ${shown(own)} ms (${ours.map(shown).join(', ')}); ` +
        `bare loop ${shown(other)} ms (${bare.map(shown).join(', ')})`
      return [
        { name: 'heard', value: own / other, unit: 'times', aim: { atMost: 1.3 }, detail },
        {
          name: 'heard-requests',
          value: requests / things,
          unit: 'times',
          aim: { atMost: 1 },
          detail: `${requests} requests for ${things} things`
        }
      ]
    } finally {
      await simulator.stop()
    }
  }
}

interface Times {
  readonly ours: number[]
  readonly bare: number[]
  /** Of one round. */
  readonly requests: number
}

async function measure(
  folder: string,
  simulator: SimulatorProcess,
  { things, rounds, latencyMs }: Case,
  note: (words: string) => void
): Promise<Times> {
  const stackId = randomUUID()
  const requests: HttpRequest[] = []
  seedStack(folder, stackId, simulator.url, simulator.clientId)
  const secrets = new Map([[stackId, simulator.clientSecret]])
  const app = openApp(folder, recording(createTransport(), requests), secrets)
  try {
    const tuids = Array.from({ length: things }, (_, index) => tuidOfThing(index))
    const visit = app.visits.start(stackId, { site: 'Bench', installer: '' })
    app.visits.captureIntents(
      stackId,
      tuids.map((tuid) => ({ type: 'status', tuid, status: 'installed' }))
    )
    await until(() => app.visits.get(visit.id).counts.silent === things, 'all things to be installed')
    await simulator.setLatency(latencyMs)
    const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
    for (let round = -1; round < rounds; round++) {
      note(round < 0 ? 'warming up' : `round ${round + 1} of ${rounds}`)
      requests.length = 0
      const startedAt = performance.now()
      const problem = await app.arrivals.check(visit.id, tuids)
      const own = performance.now() - startedAt
      if (problem !== null) throw new Error(`a thing could not be asked for: ${problem.kind}`)
      const asked = [...requests]
      const other = await resend(simulator, asked, looksAtOnce)
      if (round < 0) continue
      times.ours.push(own)
      times.bare.push(other)
    }
    return { ...times, requests: requests.length }
  } finally {
    await app.close(5_000)
  }
}
