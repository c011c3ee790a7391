import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Intent } from '@shared/domain/action'
import type { JournalEntry } from '../../src/main/outbox/journal.ts'
import type { Benchmark, Figure, Size } from './benchmark.ts'
import { makeStackKnown, openClosedApp, stackId } from './captured-app.ts'
import { FileJournal } from './file-journal.ts'
import { withFolder } from './folders.ts'
import { seedQueue } from './seeded-queue.ts'
import { median, shown, timed } from './timing.ts'
import { intentOf } from './workload.ts'

interface Case {
  readonly waiting: number
  readonly aim: Figure['aim']
  /** Each begins anew with exactly `waiting` actions. */
  readonly rounds: number
  /** Captures of each side in a round. */
  readonly captures: number
}

/** Captures at the beginning of each round that do not count. */
const warmUp = 4

const cases: Readonly<Record<Size, readonly Case[]>> = {
  full: [
    { waiting: 100, aim: null, rounds: 16, captures: 10 },
    { waiting: 1_000, aim: { atLeast: 10 }, rounds: 12, captures: 15 },
    { waiting: 10_000, aim: { atLeast: 80 }, rounds: 6, captures: 8 }
  ],
  quick: [{ waiting: 50, aim: null, rounds: 2, captures: 3 }]
}

/** Durable captures per second, against the same journal kept with electron-store. */
export const capture: Benchmark = {
  name: 'capture',
  async run(size, note) {
    const figures: Figure[] = []
    for (const each of cases[size]) {
      note(`${each.waiting} waiting`)
      figures.push(await withFolder((folder) => measure(folder, each)))
    }
    return figures
  }
}

async function measure(folder: string, { waiting, aim, rounds, captures }: Case): Promise<Figure> {
  const things = Math.max(1, Math.floor(waiting / 5))
  const seeded = join(folder, 'seeded')
  mkdirSync(seeded)
  makeStackKnown(seeded)
  const entries = seedQueue(seeded, { stackId, waiting: waiting - warmUp, things })
  const ours: number[] = []
  const theirs: number[] = []
  // The first round warms both up and does not count.
  for (let round = -1; round < rounds; round++) {
    const copy = join(folder, String(round))
    cpSync(seeded, copy, { recursive: true })
    const app = await openClosedApp(copy)
    const file = new FileJournal(copy, entries)
    const intents = Array.from({ length: warmUp + captures }, (_, index) => intentOf(entries.length + index, things))
    // One side after the other: what one leaves to the disk and to the garbage collector is not the other's to pay.
    const own = intents.map((intent) => timed(() => app.outbox.capture(stackId, [intent])))
    const other = intents.map((intent, index) => timed(() => file.append(entryFor(intent, entries, index))))
    if (app.outbox.counts(stackId).waiting !== waiting + captures) throw new Error('a capture is missing')
    await app.close(5_000)
    if (round < 0) continue
    ours.push(...own.slice(warmUp))
    theirs.push(...other.slice(warmUp))
  }
  const [own, other] = [median(ours), median(theirs)]
  return {
    name: `capture-${waiting}`,
    value: other / own,
    unit: 'times',
    aim,
    detail:
      `outbox ${shown(1000 / own)} captures/s (median ${shown(own)} ms), ` +
      `electron-store ${shown(1000 / other)}/s (median ${shown(other)} ms), ${ours.length} of each in ${rounds} rounds`
  }
}

/** What the other journal has to keep for the same intent: as much as ours does. */
function entryFor(intent: Intent, entries: readonly JournalEntry[], index: number): JournalEntry {
  const like = entries[index]
  if (like === undefined) throw new Error('fewer entries than captures')
  return { ...like, id: randomUUID(), intent, seq: entries.length + index + 1, capturedAt: Date.now() }
}
