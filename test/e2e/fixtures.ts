import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, chromium, expect, type Browser, type Page } from '@playwright/test'
import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import { handOverStack } from '../../scripts/stack-handover.ts'
import { startSimulator, type Simulator, type SimulatorOptions } from '../simulator/simulator.ts'
import type { LaunchOptions } from './app/app-process.ts'
import { launchElectron } from './app/launch-electron.ts'
import { hostLauncher } from './app/launch-host.ts'
import { RunningApp } from './app/running-app.ts'
import { fakeCamera, writeLabelFilm } from './label-film.ts'
import { chooseRuntime } from './runtime.ts'

interface Options {
  /** How the simulated cloud starts: `test.use({ simulatorOptions: { site: 'demo' } })`. */
  simulatorOptions: SimulatorOptions
}

interface Fixtures {
  /** A simulated cloud of this test alone. */
  simulator: Simulator
  /** A fresh folder, removed after the test. */
  userData: string
  /** Starts the app (again, or a second time); closed and checked after the test. */
  launchApp: (options?: Partial<LaunchOptions>) => Promise<RunningApp>
  /** The app on fresh user data. */
  app: RunningApp
  /** Its page, in place of Playwright's own blank one. */
  page: Page
  /** Its page after the app was given a stack on `simulator`, as its set-up screen would have done. */
  readyPage: Page
}

interface WorkerOptions {
  /** What the labels say that a fake camera sees, all in one picture: `test.use({ labelsInView: [...] })`. */
  labelsInView: readonly string[]
}

interface WorkerFixtures {
  /** Chromium's switches for that camera. */
  cameraArguments: readonly string[]

  /** Starts the browser for the host's pages when the first app needs it. */
  hostBrowser: () => Promise<Browser>
}

export const test = base.extend<Options & Fixtures, WorkerOptions & WorkerFixtures>({
  simulatorOptions: [{ site: 'small' }, { option: true }],

  labelsInView: [[], { option: true, scope: 'worker' }],

  cameraArguments: [
    async ({ labelsInView }, use) => {
      if (labelsInView.length === 0) {
        await use([])
        return
      }
      const folder = mkdtempSync(join(tmpdir(), 'installer-camera-'))
      const film = join(folder, 'labels.y4m')
      await writeLabelFilm(film, labelsInView)
      await use(fakeCamera(film))
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' }
  ],

  hostBrowser: [
    async ({ launchOptions, cameraArguments }, use) => {
      let browser: Promise<Browser> | undefined
      const options = { ...launchOptions, args: [...(launchOptions.args ?? []), ...cameraArguments] }
      await use(() => (browser ??= chromium.launch(options)))
      await (await browser)?.close()
    },
    { scope: 'worker' }
  ],

  simulator: async ({ simulatorOptions }, use) => {
    const simulator = await startSimulator({ port: 0, ...simulatorOptions })
    await use(simulator)
    await simulator.stop()
  },

  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'installer-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },

  launchApp: async (
    { hostBrowser, cameraArguments, userData, viewport, colorScheme, locale, reducedMotion },
    use,
    testInfo
  ) => {
    const { runtime } = chooseRuntime()
    const launch = runtime === 'electron' ? launchElectron : hostLauncher(hostBrowser)
    const usual: LaunchOptions = {
      userData,
      browserArguments: cameraArguments,
      // On a busy machine a click may meet a menu on its way to its place, and miss what it was meant for.
      reducedMotion: reducedMotion ?? 'reduce',
      locale: locale ?? 'en-US',
      viewport: viewport ?? { width: 1280, height: 800 },
      colorScheme: colorScheme ?? 'light'
    }
    const apps: RunningApp[] = []
    await use(async (options) => {
      const app = await RunningApp.start(runtime, launch, { ...usual, ...options })
      apps.push(app)
      return app
    })
    for (const app of apps) {
      await app.close()
      if (testInfo.status !== testInfo.expectedStatus || app.complaints.length > 0) {
        await testInfo.attach('output of the app', { body: app.output, contentType: 'text/plain' })
        await testInfo.attach('log of the app', { body: app.mainLog, contentType: 'text/plain' })
      }
      expect.soft(app.complaints, 'what went wrong unseen').toEqual([])
    }
  },

  app: async ({ launchApp }, use) => {
    await use(await launchApp())
  },

  page: async ({ app }, use) => {
    await use(await app.firstWindow())
  },

  readyPage: async ({ page, simulator }, use) => {
    await handOverStack(askThroughBridge(page), simulator)
    await page.reload()
    await use(page)
  }
})

export { expect }
