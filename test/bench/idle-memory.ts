import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Benchmark, Figure, Size } from './benchmark.ts'
import { withFolder } from './folders.ts'
import { idleHourSchema, type IdleHour, type IdleOrder } from './idle-messages.ts'
import { startSimulatorProcess } from './simulator-process.ts'
import { shown } from './timing.ts'

type Case = Pick<IdleOrder, 'actions' | 'things' | 'hoursBefore' | 'hours'>

const cases: Readonly<Record<Size, Case>> = {
  full: { actions: 300, things: 100, hoursBefore: 2, hours: 24 },
  quick: { actions: 9, things: 3, hoursBefore: 1, hours: 1 }
}

/** What the main process holds in memory after a day on which nobody touches it, against the beginning of that day. */
export const idleMemory: Benchmark = {
  name: 'idle-memory',
  async run(size, note) {
    const each = cases[size]
    const simulator = await startSimulatorProcess(each.things)
    try {
      const { url, clientId, clientSecret } = simulator
      return [
        await withFolder(async (folder) =>
          figureOf(await leaveAlone({ ...each, folder, url, clientId, clientSecret }, note))
        )
      ]
    } finally {
      await simulator.stop()
    }
  }
}

/** @returns the state before, and after each of the hours @throws with its words when the app ended in any other way */
async function leaveAlone(order: IdleOrder, note: (words: string) => void): Promise<IdleHour[]> {
  const [register, entry] = ['register.ts', 'idle-app.ts'].map((file) => join(import.meta.dirname, file))
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', String(register), String(entry), JSON.stringify(order)],
    { stdio: ['ignore', 'pipe', 'pipe'] }
  )
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const told: IdleHour[] = []
  try {
    for await (const line of createInterface(child.stdout)) {
      told.push(idleHourSchema.parse(JSON.parse(line)))
      if (told.length % 6 === 1) note(`hour ${told.length - 1} of ${order.hours}`)
    }
    const code = await ended
    if (code !== 0 || words !== '') throw new Error(`the idle app ended with ${code}\n${words}`)
    return told
  } finally {
    child.kill('SIGKILL')
  }
}

/** The most that was held after any of the hours counts, not the last alone. */
function figureOf([before, ...after]: readonly IdleHour[]): Figure {
  const last = after.at(-1)
  if (before === undefined || last === undefined) throw new Error('nothing was told')
  const mb = (bytes: number): string => `${shown(bytes / 1e6)} MB`
  const most = Math.max(...after.map(({ held }) => held))
  const requests = after.map((hour) => hour.requests)
  return {
    name: 'idle-memory',
    value: most / before.held,
    unit: 'times',
    aim: { atMost: 1.05 },
    detail:
      `main process without garbage: ${mb(before.held)} before, ${mb(most)} at most within ${after.length} idle hours, ` +
      `${mb(last.held)} after them; resident ${mb(before.rss)}, then ${mb(last.rss)}; ` +
      `${Math.max(...requests)} requests in an hour at most`
  }
}
