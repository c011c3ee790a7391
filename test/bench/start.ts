import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import { InstallScreen } from '../e2e/screens/install-screen.ts'
import type { Benchmark, Figure, Size } from './benchmark.ts'
import { withFolder } from './folders.ts'
import { withLaunching, type Launching } from './launching.ts'
import { seedQueue, seedStack } from './seeded-queue.ts'
import { median, shown } from './timing.ts'

interface Case {
  readonly waiting: number
  readonly things: number
  /** Starts of each, in turns; one more of each before warms up and does not count. */
  readonly rounds: number
}

const cases: Readonly<Record<Size, Case>> = {
  full: { waiting: 100_000, things: 2_000, rounds: 7 },
  quick: { waiting: 200, things: 20, rounds: 1 }
}

/** Nobody listens there: the laptop of somebody with that much waiting is offline. */
const nowhere = 'http://127.0.0.1:9/prod/v1'

/** Time from the start of the built app to a first screen that answers, with a long queue and with none. */
export const start: Benchmark = {
  name: 'start',
  async run(size, note) {
    const figure = await withLaunching((launching) =>
      withFolder((folder) => measure(folder, cases[size], launching, note))
    )
    return [figure]
  }
}

async function measure(
  folder: string,
  { waiting, things, rounds }: Case,
  launching: Launching,
  note: (words: string) => void
): Promise<Figure> {
  note(`making a queue of ${waiting}`)
  const stackId = randomUUID()
  const [empty, full] = [join(folder, 'empty'), join(folder, 'full')]
  for (const each of [empty, full]) {
    mkdirSync(each)
    seedStack(each, stackId, nowhere)
  }
  seedQueue(full, { stackId, waiting, things })

  const times: { empty: number[]; full: number[] } = { empty: [], full: [] }
  for (let round = -1; round < rounds; round++) {
    note(round < 0 ? 'warming up' : `round ${round + 1} of ${rounds}`)
    const none = await startOnce(launching, empty, 0)
    const many = await startOnce(launching, full, waiting)
    if (round < 0) continue
    times.empty.push(none)
    times.full.push(many)
  }
  const [none, many] = [median(times.empty), median(times.full)]
  return {
    name: 'start',
    value: many / none,
    unit: 'times',
    aim: { atMost: 1.2 },
    detail:
      `first screen that answers after ${shown(many)} ms with ${waiting} waiting, ${shown(none)} ms with none ` +
      `(medians of ${rounds}, ${launching.where})`
  }
}

const sessionSchema = z.object({ ok: z.literal(true), value: z.looseObject({ waiting: z.number() }) })

/** @returns milliseconds until the first screen can be used and the main process has answered it */
async function startOnce({ start }: Launching, userData: string, waiting: number): Promise<number> {
  const startedAt = performance.now()
  const app = await start(userData)
  try {
    const page = await app.firstWindow()
    await new InstallScreen(page).scanField.waitFor()
    const session = sessionSchema.parse(await askThroughBridge(page)('session:get'))
    const elapsed = performance.now() - startedAt
    if (session.value.waiting !== waiting) throw new Error(`${session.value.waiting} of ${waiting} actions are there`)
    return elapsed
  } finally {
    await app.close()
  }
}
