import type { CDPSession, Page } from '@playwright/test'
import { z } from 'zod'
import { Frame } from '../e2e/screens/frame.ts'
import type { Benchmark, Figure, Size } from './benchmark.ts'
import { withOpenedPage } from './opened-page.ts'
import { shown } from './timing.ts'

interface Case {
  /** Until memory is first looked at: what is made once has been made by then. */
  readonly minutesBefore: number
  readonly hours: number
  /** Minutes of one of these hours: fewer only to see that all works. */
  readonly minutes: number
}

const cases: Readonly<Record<Size, Case>> = {
  full: { minutesBefore: 60, hours: 6, minutes: 60 },
  quick: { minutesBefore: 1, hours: 1, minutes: 1 }
}

/**
 * Code that V8 has compiled because it ran often counts to the heap and is kept: within half a day it comes to 1 MB, and
 * then to no more. What is looked for is what never ends, so nothing is compiled here.
 */
const interpreted = '--js-flags=--no-opt --no-maglev --no-sparkplug'

/** The screen a technician leaves open, one that looks at the server by itself, and one full of small parts. */
const screens = ['Install', 'Alerts', 'Queue'] as const
type Screen = (typeof screens)[number]

/** What a page holds in memory after hours of being left open, against the beginning of them, in a real browser. */
export const idlePage: Benchmark = {
  name: 'idle-page',
  run: (size, note) => withOpenedPage(({ page }) => measureAll(page, cases[size], note), [interpreted])
}

async function measureAll(page: Page, each: Case, note: (words: string) => void): Promise<Figure[]> {
  // The page's own clock is moved on by us; it begins anew so that no timer of the real one is left.
  await page.clock.install()
  await page.reload()
  await new Frame(page).connection.waitFor()
  const session = await page.context().newCDPSession(page)
  const found: Held[] = []
  for (const screen of screens) {
    note(`${screen}, ${each.hours} hours`)
    await new Frame(page).goTo(screen)
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    found.push(await leaveAlone(page, session, screen, each))
  }
  return [figureOf(found, each)]
}

interface Memory {
  /** Bytes that scripts hold when the garbage is gone. */
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
}

interface Held {
  readonly screen: Screen
  readonly before: Memory
  readonly after: readonly Memory[]
}

async function leaveAlone(page: Page, session: CDPSession, screen: Screen, each: Case): Promise<Held> {
  await pass(page, each.minutesBefore)
  const before = await memoryOf(session)
  const after: Memory[] = []
  for (let hour = 0; hour < each.hours; hour++) {
    await pass(page, each.minutes)
    after.push(await memoryOf(session))
  }
  return { screen, before, after }
}

/** All that the page does by itself, and once a minute the look at the connection, of which main tells it. */
async function pass(page: Page, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    await page.clock.runFor(60_000)
    await page.evaluate(() => window.installer.session.check())
  }
}

const heapSchema = z.looseObject({ usedSize: z.number() })
const countersSchema = z.looseObject({ nodes: z.number(), jsEventListeners: z.number() })

async function memoryOf(session: CDPSession): Promise<Memory> {
  // What was only waiting to be finalised by the first goes with the second.
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = heapSchema.parse(await session.send('Runtime.getHeapUsage'))
  const { nodes, jsEventListeners } = countersSchema.parse(await session.send('Memory.getDOMCounters'))
  return { heap: usedSize, nodes, listeners: jsEventListeners }
}

/** The screen that grows most counts, at its largest. */
function figureOf(found: readonly Held[], { hours }: Case): Figure {
  const grown = found.map(({ screen, before, after }) => {
    const most = (of: (memory: Memory) => number): number => Math.max(...after.map(of))
    const heap = most((memory) => memory.heap)
    return {
      value: heap / before.heap,
      words:
        `${screen} ${shown(before.heap / 1e6)} MB, then ${shown(heap / 1e6)} MB at most ` +
        `(${before.nodes} nodes, then ${most(({ nodes }) => nodes)}; ` +
        `${before.listeners} listeners, then ${most(({ listeners }) => listeners)})`
    }
  })
  return {
    name: 'idle-page',
    value: Math.max(...grown.map(({ value }) => value)),
    unit: 'times',
    aim: { atMost: 1.05 },
    detail: `scripts of a page left open for ${hours} hours, without garbage: ${grown.map(({ words }) => words).join('; ')}`
  }
}
