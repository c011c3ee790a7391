import type { Benchmark, Size } from './benchmark.ts'
import { measureDrain, type DrainCase } from './drain-run.ts'

/** Fewer actions than without latency: they take as long. */
const cases: Readonly<Record<Size, DrainCase>> = {
  full: { actions: 1_000, things: 200, latencyMs: 50, rounds: 3 },
  quick: { actions: 20, things: 4, latencyMs: 5, rounds: 1 }
}

/** The same over a line with latency, where waiting is what costs. */
export const drainLatency: Benchmark = {
  name: 'drain-latency',
  run: async (size, note) => [await measureDrain('drain-latency', cases[size], 1.1, note)]
}
