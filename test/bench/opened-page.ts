import { chromium, type Page } from '@playwright/test'
import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import { buildIfStale } from '../../scripts/build.ts'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'
import { handOverStack } from '../../scripts/stack-handover.ts'
import { launchElectron } from '../e2e/app/launch-electron.ts'
import { hostLauncher } from '../e2e/app/launch-host.ts'
import { RunningApp } from '../e2e/app/running-app.ts'
import { chooseRuntime } from '../e2e/runtime.ts'
import { startSimulator, type Simulator } from '../simulator/simulator.ts'
import { withFolder } from './folders.ts'

/**
 * The built app in a real browser, signed in to the simulated demonstration site.
 *
 * @param browserArguments further switches of Chromium
 */
export async function withOpenedPage<T>(
  work: (page: Page, simulator: Simulator) => Promise<T>,
  browserArguments: readonly string[] = []
): Promise<T> {
  await buildIfStale()
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    args: [...chromiumArguments(), ...browserArguments],
    ...(executablePath && { executablePath })
  })
  const simulator = await startSimulator({ site: 'demo' })
  try {
    return await withFolder(async (userData) => {
      const { runtime } = chooseRuntime()
      const launch = runtime === 'electron' ? launchElectron : hostLauncher(() => Promise.resolve(browser))
      const app = await RunningApp.start(runtime, launch, {
        userData,
        browserArguments,
        locale: 'en-US',
        viewport: { width: 1280, height: 800 },
        colorScheme: 'light',
        reducedMotion: 'reduce'
      })
      try {
        const page = await app.firstWindow()
        await handOverStack(askThroughBridge(page), simulator)
        await page.getByRole('button', { name: 'Connection: Online' }).waitFor()
        return await work(page, simulator)
      } finally {
        await app.close()
      }
    })
  } finally {
    await simulator.stop()
    await browser.close()
  }
}
