import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import type { AskApp } from '../../scripts/stack-handover.ts'
import type { Benchmark, Figure, Size } from './benchmark.ts'
import { withOpenedPage, type Opened } from './opened-page.ts'
import { drawPhotos } from './photos.ts'
import { shown } from './timing.ts'
import { tuidOfThing } from './workload.ts'

const things: Readonly<Record<Size, number>> = { full: 500, quick: 20 }
const photos: Readonly<Record<Size, number>> = { full: 50, quick: 3 }

/** What `visits:addList` takes at once. */
const listSize = 200

const visitAnswer = z.object({ ok: z.literal(true), value: z.object({ id: z.string() }) })
const listAnswer = z.object({ ok: z.literal(true) })
const stacksAnswer = z.object({ ok: z.literal(true), value: z.array(z.object({ id: z.string() })).min(1) })

/** From the press of the button to the saved PDF, in a real browser. */
export const report: Benchmark = {
  name: 'report',
  run: (size, note) =>
    withOpenedPage(async (opened) => {
      note(`drawing ${photos[size]} photos`)
      const drawn = await drawPhotos(opened.browser, photos[size])
      note(`${things[size]} things`)
      return measure({ count: things[size], photos: drawn }, opened)
    })
}

interface Load {
  readonly count: number
  /** JPEGs in base64, one each for things all over the visit. */
  readonly photos: readonly string[]
}

async function measure({ count, photos }: Load, { app, page, simulator, browser }: Opened): Promise<Figure[]> {
  await simulator.refuseConnections()
  const ask = askThroughBridge(page)
  const visitId = await fillVisit(ask, count)
  for (const [index, photo] of photos.entries()) {
    await addPhoto(page, visitId, tuidOfThing(Math.floor((index * count) / photos.length)), photo)
  }
  // What came in through the page has left its traces in the memory of that.
  const { seconds, bytes } = await makeReport(await app.restart())
  const peak = await peakOfPages(browser)
  const taken = photos.reduce((sum, photo) => sum + (photo.length * 3) / 4, 0)
  const pictures = `${photos.length} photos (${shown(taken / 1e6)} MB)`
  const detail = `a PDF of ${shown(bytes / 1e6)} MB of ${count} things and ${pictures}, from the button to the file`
  return [
    { name: 'report', value: seconds, unit: 's', aim: { atMost: 10 }, detail },
    ...(peak === null
      ? []
      : [
          {
            name: 'report-memory',
            value: peak,
            unit: 'MB',
            aim: { atMost: 500 },
            detail: 'the most that the process of the page ever held, its worker with it'
          } as const
        ])
  ]
}

/** @returns the visit's id */
async function fillVisit(ask: AskApp, count: number): Promise<string> {
  const [stack] = stacksAnswer.parse(await ask('stacks:list')).value
  const words = { stackId: stack?.id, site: 'Harbour house', installer: 'Aino' }
  const { id } = visitAnswer.parse(await ask('visits:start', words)).value
  const plan = { groupId: 'prfi00pikkuvarasto', status: 'installed', command: null, kind: null }
  visitAnswer.parse(await ask('visits:change', { id, plan }))
  const lines = Array.from({ length: count }, (_, index) => ({
    tuid: tuidOfThing(index),
    groupId: null,
    status: null,
    note: `Behind door ${index}, beside the cabinet of the ventilation`,
    place: { floor: String(index % 9), room: `Room ${index}`, text: 'on the wall' }
  }))
  for (let from = 0; from < count; from += listSize) {
    listAnswer.parse(await ask('visits:addList', { id, lines: lines.slice(from, from + listSize) }))
  }
  return id
}

async function addPhoto(page: Page, id: string, tuid: string, photo: string): Promise<void> {
  const answer: unknown = await page.evaluate(
    ([visit, thing, base64]) => {
      const letters = atob(base64)
      const bytes = new Uint8Array(letters.length)
      for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at)
      return window.installer.photos.add({ id: visit, tuid: thing, bytes, caption: 'Beside the cabinet' })
    },
    [id, tuid, photo] as const
  )
  listAnswer.parse(answer)
}

async function makeReport(page: Page): Promise<{ seconds: number; bytes: number }> {
  await page.getByRole('navigation').getByRole('link', { name: 'Visits' }).click()
  await page.getByRole('link', { name: 'Harbour house' }).first().click()
  await page.getByRole('button', { name: 'Report', exact: true }).click()
  const make = page.getByRole('button', { name: 'Make and save' })
  await make.waitFor()
  const downloading = page.waitForEvent('download')
  const startedAt = performance.now()
  await make.click()
  const file = await (await downloading).path()
  return { seconds: (performance.now() - startedAt) / 1000, bytes: readFileSync(file).length }
}

const processesSchema = z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.number() })) })

/** Megabytes of the largest process of a page, at its largest; null where the system does not tell. */
async function peakOfPages(browser: Browser): Promise<number | null> {
  if (process.platform !== 'linux' || browser.contexts().length === 0) return null
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = processesSchema.parse(await session.send('SystemInfo.getProcessInfo'))
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1000)
  return Math.max(...peaks)
}
