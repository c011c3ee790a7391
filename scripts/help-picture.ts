import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'

/** Takes the picture of a step of the help: what of the page it shows, and what in it the step speaks of. */
export type ShootStep = (name: string, shown: readonly Locator[], meant?: Locator) => Promise<void>

/** Pixels around what is shown. */
const margin = 10
/** Of 100. Letters stay sharp, and a picture takes about 15 kB. */
const quality = 72

interface Box {
  x: number
  y: number
  width: number
  height: number
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error(`not on screen: ${String(locator)}`)
  return box
}

/** The smallest box around all of them with its margin, within the window. */
async function around(page: Page, shown: readonly Locator[]): Promise<Box> {
  const boxes: Box[] = []
  for (const locator of shown) boxes.push(await boxOf(locator))
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)) - margin)
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - margin)
  const right = Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)) + margin)
  const bottom = Math.min(height, Math.max(...boxes.map((box) => box.y + box.height)) + margin)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const ringId = 'ring-of-the-picture'

async function drawRing(page: Page, meant: Locator): Promise<void> {
  await page.evaluate(
    ([id, box]) => {
      const ring = document.createElement('div')
      ring.id = id
      Object.assign(ring.style, {
        position: 'fixed',
        left: `${box.x - 5}px`,
        top: `${box.y - 5}px`,
        width: `${box.width + 10}px`,
        height: `${box.height + 10}px`,
        border: '4px solid #d9480f',
        borderRadius: '14px',
        pointerEvents: 'none',
        zIndex: '99999'
      })
      document.body.append(ring)
    },
    [ringId, await boxOf(meant)] as const
  )
}

/** @param folder where the pictures go, as WebP */
export function stepShooter(page: Page, folder: string): ShootStep {
  mkdirSync(folder, { recursive: true })
  return async (name, shown, meant) => {
    await page.evaluate(() => document.activeElement instanceof HTMLInputElement && document.activeElement.blur())
    if (shown[0] !== undefined) await shown[0].scrollIntoViewIfNeeded()
    await meant?.scrollIntoViewIfNeeded()
    if (meant !== undefined) await drawRing(page, meant)
    const clip = { ...(await around(page, shown)), scale: 1 }
    const devTools = await page.context().newCDPSession(page)
    const { data } = await devTools.send('Page.captureScreenshot', { format: 'webp', quality, clip })
    await devTools.detach()
    writeFileSync(join(folder, `${name}.webp`), Buffer.from(data, 'base64'))
    await page.evaluate((id) => document.getElementById(id)?.remove(), ringId)
  }
}
