import { chromium, type Browser } from '@playwright/test'
import { buildIfStale } from '../../scripts/build.ts'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'
import type { Launch } from '../e2e/app/app-process.ts'
import { launchElectron } from '../e2e/app/launch-electron.ts'
import { hostLauncher } from '../e2e/app/launch-host.ts'
import { chooseRuntime, type Runtime } from '../e2e/runtime.ts'

export interface Launching {
  readonly runtime: Runtime
  readonly launch: Launch
  /** The one in which the host shows its pages. */
  readonly browser: Browser
}

/** Gives what starts the built app as often as some work wants, building it first where it is stale. */
export async function withLaunching<T>(work: (launching: Launching) => Promise<T>): Promise<T> {
  await buildIfStale()
  const executablePath = chromiumPath()
  const { runtime } = chooseRuntime()
  const browser = await chromium.launch({ args: chromiumArguments(), ...(executablePath && { executablePath }) })
  try {
    const launch = runtime === 'electron' ? launchElectron : hostLauncher(() => Promise.resolve(browser))
    return await work({ runtime, launch, browser })
  } finally {
    await browser.close()
  }
}
