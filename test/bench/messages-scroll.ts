import type { Page } from '@playwright/test'
import { ThingScreen } from '../e2e/screens/thing-screen.ts'
import { ThingsScreen } from '../e2e/screens/things-screen.ts'
import type { Simulator } from '../simulator/simulator.ts'
import type { Benchmark, Figure, Size } from './benchmark.ts'
import { withOpenedPage } from './opened-page.ts'
import { median, shown } from './timing.ts'

interface Case {
  readonly messages: number
  readonly frames: number
}

const cases: Readonly<Record<Size, Case>> = {
  full: { messages: 10_000, frames: 600 },
  quick: { messages: 500, frames: 20 }
}

/** A frame that is ready before is not missed at 60 of them a second, in milliseconds. */
const intimeMs = 20

/** Pixels from frame to frame: about 40 rows in a second. */
const step = 60

/** How steadily a long list of messages goes by while it is scrolled, in a real browser. */
export const messagesScroll: Benchmark = {
  name: 'messages-scroll',
  async run(size, note) {
    note(`${cases[size].messages} messages`)
    return [await withOpenedPage(({ page, simulator }) => measure(page, simulator, cases[size]))]
  }
}

async function measure(page: Page, simulator: Simulator, each: Case): Promise<Figure> {
  const tuid = simulator.roles['environment'] ?? ''
  simulator.faults.add({ match: { path: '/messages' }, fault: 'wrong-shape', body: answerOf(tuid, each.messages) })
  await openMessages(page, tuid, each.messages)
  const frames = await scroll(page, each.frames)
  const late = frames.filter((ms) => ms >= intimeMs).length
  return {
    name: 'messages-scroll',
    value: 1 - late / frames.length,
    unit: 'times',
    aim: { atLeast: 0.95 },
    detail:
      `${frames.length - late} of ${frames.length} frames in under ${intimeMs} ms while ${each.messages} messages go by, ` +
      `median ${shown(median(frames))} ms, longest ${shown(Math.max(...frames))} ms`
  }
}

function answerOf(tuid: string, count: number): string {
  const now = Math.floor(Date.now() / 1000)
  const data = Array.from({ length: count }, (_, index) => ({
    tsmId: 12_100,
    tsmEv: 10,
    tsmTs: now - index * 60,
    tsmTuid: tuid,
    temp: 20 + (index % 50) / 10,
    humd: 40 + (index % 7),
    airp: 101_000 + (index % 90),
    lght: index % 500
  }))
  return JSON.stringify({ data })
}

async function openMessages(page: Page, tuid: string, count: number): Promise<void> {
  const things = new ThingsScreen(page)
  await things.open()
  await things.search.fill(tuid)
  await things.search.press('Enter')
  await new ThingScreen(page).open('Messages')
  await page.getByRole('table', { name: 'In figures' }).waitFor()
  if (count > 500) {
    await page.getByRole('combobox', { name: 'At most' }).press('ArrowDown')
    await page.getByRole('option', { name: new Intl.NumberFormat('en').format(count) }).click()
  }
  await page.getByText(`${new Intl.NumberFormat('en').format(count)} messages, `).waitFor()
  await page.getByRole('listitem').filter({ hasText: 'Temperature' }).first().waitFor()
}

/** Moves the page on with every frame. @returns milliseconds from each frame to the next */
function scroll(page: Page, count: number): Promise<number[]> {
  return page.getByRole('main').evaluate(
    async (main, [frames, pixels]) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const distances: number[] = []
      let before = await frame()
      for (let index = 0; index < frames; index++) {
        main.scrollTop += pixels
        const now = await frame()
        distances.push(now - before)
        before = now
      }
      if (main.scrollTop < frames * pixels * 0.5) throw new Error(`scrolled to ${main.scrollTop} only`)
      return distances
    },
    [count, step] as const
  )
}
