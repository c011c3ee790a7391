import type { Browser, Page } from '@playwright/test'
import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import { handOverStack } from '../../scripts/stack-handover.ts'
import type { RunningApp } from '../e2e/app/running-app.ts'
import { startSimulator, type Simulator } from '../simulator/simulator.ts'
import { withFolder } from './folders.ts'
import { withLaunching } from './launching.ts'

export interface Opened {
  readonly app: RunningApp
  readonly page: Page
  readonly simulator: Simulator
  /** The one in which the host shows the page. */
  readonly browser: Browser
}

/**
 * The built app in a real browser, signed in to the simulated demonstration site.
 *
 * @param browserArguments further switches of Chromium
 */
export function withOpenedPage<T>(
  work: (opened: Opened) => Promise<T>,
  browserArguments: readonly string[] = []
): Promise<T> {
  return withLaunching(async ({ start, browser }) => {
    const simulator = await startSimulator({ site: 'demo' })
    try {
      return await withFolder(async (userData) => {
        const app = await start(userData)
        try {
          const page = await app.firstWindow()
          await handOverStack(askThroughBridge(page), simulator)
          await page.getByRole('button', { name: 'Connection: Online' }).waitFor()
          return await work({ app, page, simulator, browser })
        } finally {
          await app.close()
        }
      })
    } finally {
      await simulator.stop()
    }
  }, browserArguments)
}
