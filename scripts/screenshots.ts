import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { LaunchOptions } from '../test/e2e/app/app-process.ts'
import { hostLauncher } from '../test/e2e/app/launch-host.ts'
import { RunningApp } from '../test/e2e/app/running-app.ts'
import { startSimulator } from '../test/simulator/simulator.ts'
import { askThroughBridge } from './ask-through-bridge.ts'
import { buildIfStale } from './build.ts'
import { withPictureBrowser } from './picture-browser.ts'
import { projectRoot } from './project-root.ts'
import { tour } from './screenshot-tour.ts'
import { withTemporaryHome } from './temporary-home.ts'

interface Variant {
  readonly name: string
  readonly viewport: { width: number; height: number }
  readonly colorScheme: 'light' | 'dark'
  readonly contrast?: 'more'
  readonly textSize: 100 | 150
}

const usual = { width: 1280, height: 800 }
const variants: readonly Variant[] = [
  { name: 'light', viewport: usual, colorScheme: 'light', textSize: 100 },
  { name: 'dark', viewport: usual, colorScheme: 'dark', textSize: 100 },
  { name: 'high-contrast', viewport: usual, colorScheme: 'light', contrast: 'more', textSize: 100 },
  { name: 'high-contrast-dark', viewport: usual, colorScheme: 'dark', contrast: 'more', textSize: 100 },
  { name: 'narrow', viewport: { width: 1024, height: 700 }, colorScheme: 'light', textSize: 100 },
  { name: 'large-text', viewport: usual, colorScheme: 'light', textSize: 150 }
]

async function shootVariant(browser: Browser, variant: Variant, userData: string): Promise<void> {
  const folder = join(projectRoot, 'docs/screenshots', variant.name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const simulator = await startSimulator({ site: 'demo' })
  const { viewport, colorScheme } = variant
  const options: LaunchOptions = { userData, viewport, colorScheme, locale: 'en-US', reducedMotion: 'reduce' }
  const app = await RunningApp.start(
    'host',
    hostLauncher(() => Promise.resolve(browser)),
    options
  )
  try {
    const page = await app.firstWindow()
    await askThroughBridge(page)('settings:set', { textSize: variant.textSize, tourDone: true })
    if (variant.contrast !== undefined) await page.emulateMedia({ contrast: variant.contrast })
    await page.reload()
    let number = 0
    await tour(page, simulator, async (name) => {
      const file = `${String(++number).padStart(2, '0')}-${name}.png`
      await page.screenshot({ path: join(folder, file), animations: 'disabled' })
    })
  } finally {
    await app.close()
    await simulator.stop()
  }
}

async function shootAll(wanted: readonly string[], home: string): Promise<void> {
  await withPictureBrowser(home, [], async (browser) => {
    for (const variant of variants) {
      if (wanted.length > 0 && !wanted.includes(variant.name)) continue
      await shootVariant(browser, variant, join(home, `data-${variant.name}`))
    }
  })
}

// `npm run screenshots [-- light dark]`: pictures of every screen, from the running app on the simulator's demo site.
await buildIfStale()
await withTemporaryHome((home) => shootAll(process.argv.slice(2), home))
