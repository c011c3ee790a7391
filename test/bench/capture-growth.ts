import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Action, Intent } from '@shared/domain/action'
import type { Benchmark, Figure, Size } from './benchmark.ts'
import { makeStackKnown, openBusyApp, openClosedApp, stackId } from './captured-app.ts'
import { withFolder } from './folders.ts'
import type { OpenedApp } from './opened-app.ts'
import { seedQueue } from './seeded-queue.ts'
import { median, shown, timed } from './timing.ts'
import { intentOf } from './workload.ts'

interface Case {
  readonly few: number
  readonly many: number
  readonly things: number
  /** Captures that do not count: until statements are prepared and the write-ahead log has its full length. */
  readonly warmUp: number
  readonly captures: number
}

const cases: Readonly<Record<Size, Case>> = {
  full: { few: 100, many: 100_000, things: 2_000, warmUp: 400, captures: 600 },
  quick: { few: 20, many: 200, things: 20, warmUp: 3, captures: 5 }
}

/** Whether a capture costs more when much is waiting: offline, and online with every lane under way. */
export const captureGrowth: Benchmark = {
  name: 'capture-growth',
  async run(size, note) {
    const each = cases[size]
    return withFolder(async (folder) => {
      note(`making a queue of ${each.many}`)
      const [few, many] = [seed(folder, each.few, each.things), seed(folder, each.many, each.things)]
      note('offline')
      const closed = await measure(each, few, many, openClosedApp)
      note('online, every lane busy')
      const busy = await measure(each, few, many, openBusyApp)
      return [figure('capture-growth', each, closed), figure('capture-growth-busy', each, busy)]
    })
  }
}

function seed(folder: string, waiting: number, things: number): string {
  const seeded = join(folder, `seeded-${waiting}`)
  mkdirSync(seeded)
  makeStackKnown(seeded)
  seedQueue(seeded, { stackId, waiting, things })
  return seeded
}

interface Costs {
  /** Milliseconds of each capture. */
  readonly few: number[]
  readonly many: number[]
}

async function measure(
  each: Case,
  fewFolder: string,
  manyFolder: string,
  open: (folder: string) => Promise<OpenedApp>
): Promise<Costs> {
  const { few, many, things, warmUp, captures } = each
  const costs: Costs = { few: [], many: [] }
  const [short, long] = [await open(fewFolder), await open(manyFolder)]
  for (let index = 0; index < warmUp + captures; index++) {
    const own = captureOnce(short, intentOf(few + index, things))
    const other = captureOnce(long, intentOf(many + index, things))
    // What else the app does has its turn between captures, not within one.
    await new Promise((resolve) => setImmediate(resolve))
    if (index < warmUp) continue
    costs.few.push(own)
    costs.many.push(other)
  }
  // Requests that never end are not waited for.
  await short.close(0)
  await long.close(0)
  return costs
}

/** Discards it again afterwards, so that as many wait as before. @returns milliseconds of the capture alone */
function captureOnce({ outbox }: OpenedApp, intent: Intent): number {
  let captured: Action[] = []
  const cost = timed(() => (captured = outbox.capture(stackId, [intent])))
  for (const { id } of captured) outbox.discard(id, 'only measured')
  return cost
}

function figure(name: string, { few, many }: Case, costs: Costs): Figure {
  const [own, other] = [median(costs.few), median(costs.many)]
  return {
    name,
    value: other / own,
    unit: 'times',
    aim: { atMost: 1.2 },
    detail:
      `median ${shown(own)} ms at ${few} waiting, ${shown(other)} ms at ${many}; ` +
      `${costs.few.length} captures of each in turns`
  }
}
