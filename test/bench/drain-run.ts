import { randomUUID } from 'node:crypto'
import { createTransport } from '../../src/main/api/transport/createTransport.ts'
import type { HttpRequest, Transport } from '../../src/main/api/transport/transport.ts'
import { defaultPolicy } from '../../src/main/outbox/policy.ts'
import { bareLoop } from './bare-loop.ts'
import type { Figure } from './benchmark.ts'
import { withFolder } from './folders.ts'
import { openApp, until } from './opened-app.ts'
import { seedQueue, seedStack } from './seeded-queue.ts'
import { startSimulatorProcess, type SimulatorProcess } from './simulator-process.ts'
import { median, shown } from './timing.ts'

export interface DrainCase {
  readonly actions: number
  readonly things: number
  /** Milliseconds that the server takes longer for every answer. */
  readonly latencyMs: number
  readonly rounds: number
}

/** What both sides do in a warm-up that does not count. */
const warmUp: DrainCase = { actions: 500, things: 100, latencyMs: 0, rounds: 1 }

/** Milliseconds of each round. */
interface Times {
  readonly ours: number[]
  readonly bare: number[]
}

/**
 * Drains a full queue against a simulator of its own, then sends the very same requests to another one with the bare
 * loop; and so on, round by round.
 */
export async function measureDrain(
  name: string,
  each: DrainCase,
  atMost: number,
  note: (words: string) => void
): Promise<Figure> {
  note('warming up')
  await oneRound(warmUp, { ours: [], bare: [] })
  const times: Times = { ours: [], bare: [] }
  let requests = 0
  for (let round = 0; round < each.rounds; round++) {
    note(`round ${round + 1} of ${each.rounds}: ${each.actions} actions`)
    requests = await oneRound(each, times)
  }
  const [own, other] = [median(times.ours), median(times.bare)]
  const list = (values: readonly number[]): string => values.map((ms) => shown(ms / 1000)).join(', ')
  return {
    name,
    value: own / other,
    unit: 'times',
    aim: { atMost },
    detail:
      `${each.actions} actions over ${each.things} things, ${requests} requests, ${defaultPolicy.lanes} at once, ` +
      `${each.latencyMs} ms latency: outbox median ${shown(own / 1000)} s (${list(times.ours)}), ` +
      `${shown((each.actions * 1000) / own)} actions/s; bare loop ${shown(other / 1000)} s (${list(times.bare)})`
  }
}

/** @returns how many requests each side sent */
async function oneRound(each: DrainCase, times: Times): Promise<number> {
  const requests: HttpRequest[] = []
  const own = await against(each, (simulator) => drain(simulator, each, requests))
  const other = await against(each, (simulator) => resend(simulator, requests))
  times.ours.push(own)
  times.bare.push(other)
  return requests.length
}

/** Each side meets a server that has seen nothing yet. @throws when not every action took effect there */
async function against(
  { things, latencyMs, actions }: DrainCase,
  work: (simulator: SimulatorProcess) => Promise<number>
): Promise<number> {
  const simulator = await startSimulatorProcess(things)
  try {
    if (latencyMs > 0) await simulator.setLatency(latencyMs)
    const elapsed = await work(simulator)
    const effects = await simulator.countEffects()
    if (effects !== actions) throw new Error(`${effects} of ${actions} actions took effect`)
    return elapsed
  } finally {
    await simulator.stop()
  }
}

/** @param requests filled with all that is sent meanwhile */
async function drain(
  { url, clientId, clientSecret }: SimulatorProcess,
  { actions, things }: DrainCase,
  requests: HttpRequest[]
): Promise<number> {
  return withFolder(async (folder) => {
    const stackId = randomUUID()
    seedStack(folder, stackId, url, clientId)
    seedQueue(folder, { stackId, waiting: actions, things })
    const app = openApp(folder, recording(createTransport(), requests), new Map([[stackId, clientSecret]]))
    app.outbox.pause(stackId, true)
    await until(() => app.session.view().connection === 'online', 'the app to be online')
    requests.length = 0
    const startedAt = performance.now()
    app.outbox.pause(stackId, false)
    await until(() => app.outbox.counts(stackId).waiting === 0, 'the queue to be empty')
    const elapsed = app.lastChange() - startedAt
    if (app.outbox.counts(stackId).needsYou > 0) throw new Error('some actions wait for a person')
    await app.close(5_000)
    return elapsed
  })
}

/** The same requests with a token of their own. @returns milliseconds */
export async function resend(
  simulator: SimulatorProcess,
  requests: readonly HttpRequest[],
  atOnce: number = defaultPolicy.lanes
): Promise<number> {
  const { origin } = new URL(simulator.url)
  const authorization = `Bearer ${await tokenOf(simulator)}`
  return bareLoop(
    requests.map((request) => ({ ...request, origin, headers: { ...request.headers, authorization } })),
    atOnce
  )
}

async function tokenOf({ url, clientId, clientSecret }: SimulatorProcess): Promise<string> {
  const answer = await fetch(`${url}/auth/client-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: clientId, client_secret: clientSecret })
  })
  const { data } = (await answer.json()) as { data: { token: string } } // the simulator is our own
  return data.token
}

/** @param requests filled with all that is sent from now on */
export function recording(transport: Transport, requests: HttpRequest[]): Transport {
  return {
    send: (request) => {
      requests.push(request)
      return transport.send(request)
    },
    close: () => transport.close()
  }
}
