import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Locator, Page } from '@playwright/test'
import { projectRoot } from '../../scripts/project-root.ts'
import { filesLoaded, sizeOf } from '../e2e/app/page-files.ts'
import { InstallScreen } from '../e2e/screens/install-screen.ts'
import { buildBareApp } from './bare-app.ts'
import type { Benchmark, Figure, Size } from './benchmark.ts'
import { withFolder } from './folders.ts'
import { withLaunching, type Launching } from './launching.ts'
import { seedStack } from './seeded-queue.ts'
import { median, shown } from './timing.ts'

/** Starts of each app, in turns; one more of each before warms up and does not count. */
const rounds: Readonly<Record<Size, number>> = { full: 9, quick: 1 }

/** Between one start and the next, in milliseconds: a browser that still closes a page is busy. */
const pause = 500

/** Nobody listens there: a first screen does not wait for a server. */
const nowhere = 'http://127.0.0.1:9/prod/v1'

/** Time from the start to the first screen, against an app of the same libraries that does nothing; and what it loads. */
export const firstScreen: Benchmark = {
  name: 'first-screen',
  async run(size, note) {
    return withLaunching((launching) => withFolder((folder) => measure(folder, rounds[size], launching, note)))
  }
}

interface Candidate {
  readonly appRoot: string
  readonly userData: string
  readonly firstThing: (page: Page) => Locator
}

async function measure(
  folder: string,
  counted: number,
  launching: Launching,
  note: (words: string) => void
): Promise<Figure[]> {
  note('building the bare app')
  const bareRoot = join(folder, 'app')
  await buildBareApp(bareRoot)
  const [ourData, bareData] = [join(folder, 'ours'), join(folder, 'bare')]
  for (const each of [ourData, bareData]) mkdirSync(each)
  seedStack(ourData, randomUUID(), nowhere)
  const ours: Candidate = {
    appRoot: projectRoot,
    userData: ourData,
    firstThing: (page) => new InstallScreen(page).scanField
  }
  const bare: Candidate = {
    appRoot: bareRoot,
    userData: bareData,
    firstThing: (page) => page.getByRole('textbox', { name: 'TUID' })
  }

  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  let loaded: readonly string[] = []
  for (let round = -1; round < counted; round++) {
    note(round < 0 ? 'warming up' : `round ${round + 1} of ${counted}`)
    const plain = await startOnce(launching, bare)
    const full = await startOnce(launching, ours)
    loaded = full.loaded
    if (round < 0) continue
    times.bare.push(plain.elapsed)
    times.ours.push(full.elapsed)
  }
  return [timeFigure(median(times.ours), median(times.bare), counted, launching), loadFigure(loaded)]
}

function timeFigure(ours: number, bare: number, counted: number, { where }: Launching): Figure {
  return {
    name: 'first-screen',
    value: ours / bare,
    unit: 'times',
    aim: { atMost: 1.3 },
    detail:
      `first screen after ${shown(ours)} ms, of an app that only shows a field and a button after ${shown(bare)} ms ` +
      `(medians of ${counted}, ${where})`
  }
}

function loadFigure(names: readonly string[]): Figure {
  const { plain, compressed } = sizeOf(names)
  return {
    name: 'first-load',
    value: compressed / 1000,
    unit: 'kB',
    aim: { atMost: 350 },
    detail: `${names.length} scripts and styles for the first screen, ${shown(plain / 1000)} kB before compression`
  }
}

/** @returns milliseconds until the first screen is drawn, and the scripts and styles that took */
async function startOnce(
  { start }: Launching,
  { appRoot, userData, firstThing }: Candidate
): Promise<{ elapsed: number; loaded: readonly string[] }> {
  await setTimeout(pause)
  const startedAt = performance.timeOrigin + performance.now()
  const app = await start(userData, appRoot)
  try {
    const page = await app.firstWindow()
    await firstThing(page).waitFor()
    const elapsed = (await firstDrawnAt(page)) - startedAt
    // What follows the first drawing at once counts as well.
    await page.waitForLoadState('networkidle')
    return { elapsed, loaded: await filesLoaded(page) }
  } finally {
    await app.close()
  }
}

/**
 * @returns when something was drawn on the page for the first time, in milliseconds since 1970, by the browser's own word:
 *   asking the page again and again whether it shows something would be felt by it. That what is drawn first is of use,
 *   test/e2e/first-load.spec.ts shows.
 */
async function firstDrawnAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntriesByName('first-contentful-paint')) {
            resolve(performance.timeOrigin + entry.startTime)
          }
        })
        observer.observe({ type: 'paint', buffered: true })
      })
  )
}
