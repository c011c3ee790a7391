import { z } from 'zod'
import { buildIfStale } from '../../scripts/build.ts'
import { AppProcess } from '../crash/app-process.ts'
import type { Memory } from '../crash/memory-watch.ts'
import type { Benchmark, Figure, Size } from './benchmark.ts'
import { withFolder } from './folders.ts'
import { seedQueue } from './seeded-queue.ts'
import { startSimulatorProcess, type SimulatorProcess } from './simulator-process.ts'
import { shown } from './timing.ts'

interface Case {
  readonly waiting: number
  readonly things: number
  /** How many of them are sent; the rest goes on waiting. */
  readonly drained: number
}

const cases: Readonly<Record<Size, Case>> = {
  full: { waiting: 100_000, things: 2_000, drained: 5_000 },
  quick: { waiting: 200, things: 20, drained: 20 }
}

const stackSchema = z.looseObject({ id: z.string() })
const sessionSchema = z.looseObject({ connection: z.string(), waiting: z.number(), needsYou: z.number() })

/** Memory of the built app's main process with a long queue, above that of the app with nothing to do. */
export const memory: Benchmark = {
  name: 'memory',
  async run(size, note) {
    const each = cases[size]
    await buildIfStale()
    const simulator = await startSimulatorProcess(each.things)
    try {
      return [await withFolder((folder) => measure(folder, each, simulator, note))]
    } finally {
      await simulator.stop()
    }
  }
}

async function measure(
  folder: string,
  each: Case,
  simulator: SimulatorProcess,
  note: (words: string) => void
): Promise<Figure> {
  note('the empty app')
  const { stackId, empty } = await measureEmpty(folder, simulator)
  note(`making a queue of ${each.waiting}`)
  seedQueue(folder, { stackId, ...each })
  const app = new AppProcess(folder, 0, ['--expose-gc'])
  try {
    await app.isUp()
    await lookAsThePage(app, stackId)
    const waiting = await app.memory(false)
    note(`${each.waiting} wait; sending ${each.drained} of them`)
    await saveStack(app, simulator, stackId)
    await untilWaiting(app, each.waiting - each.drained)
    const drained = await app.memory(false)
    const rest = await app.memory(true)
    return figureOf(each, empty, waiting, drained, rest)
  } finally {
    app.kill()
    await app.exited
  }
}

/** The harder comparison: what is left after the garbage is gone, against the peak of the other. */
async function measureEmpty(folder: string, simulator: SimulatorProcess): Promise<{ stackId: string; empty: Memory }> {
  const app = new AppProcess(folder, 0, ['--expose-gc'])
  try {
    await app.isUp()
    const { id } = stackSchema.parse(await saveStack(app, simulator, null))
    await untilWaiting(app, 0)
    await lookAsThePage(app, id)
    return { stackId: id, empty: await app.memory(true) }
  } finally {
    app.kill()
    await app.exited
  }
}

function saveStack(app: AppProcess, { url, clientId, clientSecret }: SimulatorProcess, id: string | null) {
  return app.call('stacks:save', { id, name: 'Simulator', baseUrl: url, clientId, clientSecret, keep: 'memory' })
}

async function lookAsThePage(app: AppProcess, stackId: string): Promise<void> {
  await app.call('session:get')
  await app.call('queue:list', { stackId, states: null, search: '', subject: null, offset: 0, limit: 50 })
}

/** Resolves once the app is online and no more than so many are waiting. */
async function untilWaiting(app: AppProcess, most: number): Promise<void> {
  for (;;) {
    const { connection, waiting, needsYou } = sessionSchema.parse(await app.call('session:get'))
    if (needsYou > 0) throw new Error(`${needsYou} actions wait for a person`)
    if (connection === 'online' && waiting <= most) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function figureOf({ waiting, drained }: Case, empty: Memory, full: Memory, after: Memory, rest: Memory): Figure {
  const mb = (bytes: number): string => `${shown(bytes / 1e6)} MB`
  return {
    name: 'memory',
    value: (after.peakRss - empty.rss) / 1e6,
    unit: 'MB',
    aim: { atMost: 150 },
    detail:
      `resident: empty app ${mb(empty.rss)} (peak ${mb(empty.peakRss)}); ${waiting} waiting ${mb(full.rss)} ` +
      `(peak ${mb(full.peakRss)}); after sending ${drained} of them ${mb(after.rss)} (peak ${mb(after.peakRss)}); ` +
      `heap: ${mb(empty.heap)}, peak ${mb(after.peakHeap)}, in the end without garbage ${mb(rest.heap)}`
  }
}
