import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** In bytes. Peaks are those of the whole life of the process. */
export const memorySchema = z.strictObject({
  rss: z.number(),
  heap: z.number(),
  peakRss: z.number(),
  peakHeap: z.number()
})

export type Memory = z.output<typeof memorySchema>

/** How often this process looks at itself, in milliseconds. */
const lookEvery = 20

/** Watches how much memory this process takes. What comes and goes between two looks is known on Linux only. */
export class MemoryWatch {
  #peakRss = 0
  #peakHeap = 0

  constructor() {
    setInterval(() => this.#look(), lookEvery).unref()
  }

  now(collect: boolean): Memory {
    if (collect) globalThis.gc?.()
    const { rss, heap } = this.#look()
    return { rss, heap, peakRss: Math.max(this.#peakRss, highWaterMark()), peakHeap: this.#peakHeap }
  }

  #look(): { rss: number; heap: number } {
    const { rss, heapUsed } = process.memoryUsage()
    this.#peakRss = Math.max(this.#peakRss, rss)
    this.#peakHeap = Math.max(this.#peakHeap, heapUsed)
    return { rss, heap: heapUsed }
  }
}

/** The system's own record of the most this process ever took; 0 where there is none. */
function highWaterMark(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    return Number(kilobytes ?? 0) * 1024
  } catch {
    return 0 // no such system: what was seen has to do
  }
}
