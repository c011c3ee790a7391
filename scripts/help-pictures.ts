import { cpSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import type { LaunchOptions } from '../test/e2e/app/app-process.ts'
import { hostLauncher } from '../test/e2e/app/launch-host.ts'
import { RunningApp } from '../test/e2e/app/running-app.ts'
import { fakeCamera, writeLabelFilm } from '../test/e2e/label-film.ts'
import { english, finnish, type Words } from '../test/e2e/tour.ts'
import { startSimulator, type Simulator } from '../test/simulator/simulator.ts'
import { askThroughBridge } from './ask-through-bridge.ts'
import { buildIfStale } from './build.ts'
import { stepShooter, type ShootStep } from './help-picture.ts'
import { helpTour, keychainTrouble, secretMissing } from './help-tour.ts'
import { withPictureBrowser } from './picture-browser.ts'
import { projectRoot } from './project-root.ts'
import { withTemporaryHome } from './temporary-home.ts'

const languages = [
  { name: 'en', locale: 'en-US', words: english },
  { name: 'fi', locale: 'fi-FI', words: finnish }
] as const

/** As wide as the smallest window but a little, so that a picture is about as wide as the help; high enough for a step. */
const viewport = { width: 940, height: 1400 }

type Play = (page: Page, simulator: Simulator, words: Words, shoot: ShootStep) => Promise<void>

async function play(
  browser: Browser,
  userData: string,
  { name, locale, words }: (typeof languages)[number],
  folder: string,
  deed: Play,
  afterRestart?: Play
): Promise<void> {
  const simulator = await startSimulator({ site: 'demo', clientId: '7k2m9x4qexample5c8r1' })
  const options: LaunchOptions = { userData, viewport, colorScheme: 'light', locale, reducedMotion: 'reduce' }
  const app = await RunningApp.start(
    'host',
    hostLauncher(() => Promise.resolve(browser)),
    options
  )
  try {
    const page = await app.firstWindow()
    page.setDefaultTimeout(15_000)
    await askThroughBridge(page)('settings:set', { installer: 'Aino Lehto', tourDone: true })
    await page.reload()
    await deed(page, simulator, words, stepShooter(page, join(folder, name)))
    if (afterRestart === undefined) return
    const again = await app.restart()
    again.setDefaultTimeout(15_000)
    await afterRestart(again, simulator, words, stepShooter(again, join(folder, name)))
  } finally {
    await app.close()
    await simulator.stop()
  }
}

async function shootAll(home: string): Promise<void> {
  const folder = join(home, 'pictures')
  const film = join(home, 'labels.y4m')
  await writeLabelFilm(film, ['ESY93100802,TSPD04', 'EZU31901021,TSPR04'])
  await withPictureBrowser(home, fakeCamera(film), async (browser) => {
    for (const language of languages) {
      await play(browser, join(home, `data-${language.name}`), language, folder, helpTour)
      const bus = process.env['DBUS_SESSION_BUS_ADDRESS']
      process.env['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=/nonexistent'
      await play(browser, join(home, `no-keychain-${language.name}`), language, folder, keychainTrouble, secretMissing)
      process.env['DBUS_SESSION_BUS_ADDRESS'] = bus
    }
  })
  // All of them or none: an unfinished run leaves the old ones.
  const place = join(projectRoot, 'src/renderer/help/pictures')
  rmSync(place, { recursive: true, force: true })
  cpSync(folder, place, { recursive: true })
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.webp'))
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
  console.log(`${files.length} pictures of the help, ${Math.round(bytes / 1000)} kB`)
}

// `npm run help-pictures`: the pictures in the app's help, from the running app, in both languages. Linux: the one of a
// machine without a keychain is taken by pointing the app to none.
await buildIfStale()
await withTemporaryHome(shootAll)
