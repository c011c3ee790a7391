import type { Page } from '@playwright/test'
import { z } from 'zod'
import { shownVisitSchema } from '@shared/domain/visit'
import { sessionSchema } from '@shared/ipc/session'
import { scannedSchema } from '@shared/ipc/visitChannels'
import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import { Frame } from '../e2e/screens/frame.ts'
import type { Simulator } from '../simulator/simulator.ts'
import type { Benchmark, Figure, Size } from './benchmark.ts'
import { withOpenedPage } from './opened-page.ts'
import { median, shown } from './timing.ts'

interface Case {
  /** Scans in the batch at the end. */
  readonly scans: number
  /** How many of the first and of the last are measured. */
  readonly measured: number
}

const cases: Readonly<Record<Size, Case>> = {
  full: { scans: 2_000, measured: 100 },
  quick: { scans: 20, measured: 4 }
}

/** From one scan to the next, in milliseconds: five in a second. */
const pace = 200
/** What a hand takes for at once, in milliseconds. */
const atOnce = 50
const linesAtOnce = 200

/** How soon a scan of a batch stands on screen as captured, from the last key of the scanner on, without a connection. */
export const scan: Benchmark = {
  name: 'scan',
  async run(size, note) {
    const { scans, measured } = cases[size]
    note(`${measured} scans, ${scans - 2 * measured} from a list, ${measured} scans`)
    return withOpenedPage(({ page, simulator }) => measure(page, simulator, cases[size]))
  }
}

async function measure(page: Page, simulator: Simulator, { scans, measured }: Case): Promise<Figure[]> {
  const id = await openBatch(page, simulator)
  const tuids = Array.from({ length: scans }, (_, index) => `TSPD04ESY${String(93_200_000 + index).padStart(8, '0')}`)
  const first = await scanAll(page, tuids.slice(0, measured))
  const ask = askThroughBridge(page)
  const listed = tuids.slice(measured, -measured)
  for (let at = 0; at < listed.length; at += linesAtOnce) {
    const lines = listed.slice(at, at + linesAtOnce)
    const empty = { groupId: null, status: null, note: '', place: null }
    const came = await ask('visits:addList', { id, lines: lines.map((tuid) => ({ tuid, ...empty })) })
    good(z.array(scannedSchema)).parse(came)
  }
  await page.getByRole('button', { name: `All ${new Intl.NumberFormat('en').format(scans - measured)}` }).waitFor()
  const last = await scanAll(page, tuids.slice(-measured))
  const all = [...first, ...last].toSorted((a, b) => a - b)
  const detail = `${shown(median(first))} ms for the first ${measured}, ${shown(median(last))} ms for the last of ${scans}`
  const share = all.filter((ms) => ms <= atOnce).length / all.length
  return [
    {
      name: 'scan',
      value: share,
      unit: 'times',
      aim: { atLeast: 0.95 },
      detail: `within ${atOnce} ms from sending the last key to the frame that shows it; medians: ${detail}; longest ${shown(all.at(-1) ?? NaN)} ms`
    },
    { name: 'scan-growth', value: median(last) / median(first), unit: 'times', aim: { atMost: 1.2 }, detail }
  ]
}

/** The answer of a channel that went well. */
function good<T extends z.ZodType>(value: T) {
  return z.object({ ok: z.literal(true), value })
}

/** A visit with a batch that puts everything into one group, in a cellar. @returns its id */
async function openBatch(page: Page, simulator: Simulator): Promise<string> {
  const ask = askThroughBridge(page)
  const { stack } = good(sessionSchema).parse(await ask('session:get')).value
  if (stack === null) throw new Error('no stack')
  const started = await ask('visits:start', { stackId: stack.id, site: 'Cellar', installer: '' })
  const { id } = good(shownVisitSchema).parse(started).value
  const plan = { groupId: 'prfi00auroraannex', status: 'installed', command: null, kind: null } as const
  good(shownVisitSchema).parse(await ask('visits:change', { id, plan }))
  simulator.setOnline(false)
  const frame = new Frame(page)
  await frame.checkConnection()
  await page.getByRole('button', { name: /^Connection: Offline/ }).waitFor()
  await frame.goTo('Visits')
  await page.getByRole('main').getByRole('link', { name: 'Cellar' }).first().click()
  await page.getByText(/^Each scan:/).waitFor()
  return id
}

/** @returns milliseconds from sending the last key of each scan to the frame that shows it */
async function scanAll(page: Page, tuids: readonly string[]): Promise<number[]> {
  const delays: number[] = []
  for (const tuid of tuids) {
    const shownAt = page.evaluate(whenShown, tuid)
    const next = new Promise((resolve) => setTimeout(resolve, pace))
    await Promise.all(tuid.split('').map((key) => page.keyboard.press(key)))
    const sentAt = Date.now()
    await page.keyboard.press('Enter')
    delays.push((await shownAt) - sentAt)
    await next
  }
  return delays
}

/** In the page: waits for the frame in which the thing stands in the list. @returns the time of day */
function whenShown(tuid: string): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector(`[data-thing="${tuid}"]`) === null) requestAnimationFrame(look)
      else resolve(performance.timeOrigin + performance.now())
    }
    requestAnimationFrame(look)
  })
}
