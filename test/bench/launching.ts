import { chromium, type Browser } from '@playwright/test'
import { buildIfStale } from '../../scripts/build.ts'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'
import { launchElectron } from '../e2e/app/launch-electron.ts'
import { hostLauncher } from '../e2e/app/launch-host.ts'
import { RunningApp } from '../e2e/app/running-app.ts'
import { chooseRuntime } from '../e2e/runtime.ts'

export interface Launching {
  /** In which the apps run, in words. */
  readonly where: string
  /**
   * Starts an app on a folder with user data: ours, or the one that lies somewhere else. All look the same, so that they
   * can be compared.
   */
  readonly start: (userData: string, appRoot?: string) => Promise<RunningApp>
  /** The one in which the host shows its pages. */
  readonly browser: Browser
}

/**
 * Gives what starts built apps as often as some work wants, building ours first where it is stale.
 *
 * @param browserArguments further switches of Chromium
 */
export async function withLaunching<T>(
  work: (launching: Launching) => Promise<T>,
  browserArguments: readonly string[] = []
): Promise<T> {
  await buildIfStale()
  const executablePath = chromiumPath()
  const { runtime } = chooseRuntime()
  const browser = await chromium.launch({
    args: [...chromiumArguments(), ...browserArguments],
    ...(executablePath && { executablePath })
  })
  const launch = runtime === 'electron' ? launchElectron : hostLauncher(() => Promise.resolve(browser))
  const start: Launching['start'] = (userData, appRoot) =>
    RunningApp.start(runtime, launch, {
      userData,
      ...(appRoot !== undefined && { appRoot }),
      browserArguments,
      locale: 'en-US',
      viewport: { width: 1280, height: 800 },
      colorScheme: 'light',
      reducedMotion: 'reduce'
    })
  try {
    return await work({ where: runtime === 'electron' ? 'in Electron' : 'in the host with Chromium', start, browser })
  } finally {
    await browser.close()
  }
}
