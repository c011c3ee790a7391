import type { Benchmark, Size } from './benchmark.ts'
import { measureDrain, type DrainCase } from './drain-run.ts'

const cases: Readonly<Record<Size, DrainCase>> = {
  full: { actions: 10_000, things: 2_000, latencyMs: 0, rounds: 3 },
  quick: { actions: 50, things: 10, latencyMs: 0, rounds: 1 }
}

/** Draining a full queue, against a bare loop that sends the same requests. */
export const drain: Benchmark = {
  name: 'drain',
  run: async (size, note) => [await measureDrain('drain', cases[size], 1.3, note)]
}
