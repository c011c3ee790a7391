import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { chromiumArguments, chromiumPath } from './chromium.ts'
import { startPrivateKeyring } from './private-keyring.ts'

/**
 * A browser for the app's pages and, where the system has none of its own, a keychain for its main process: as long as
 * `work` takes.
 *
 * @param home folder for what both leave behind
 * @param furtherArguments Chromium's switches besides the usual ones
 */
export async function withPictureBrowser(
  home: string,
  furtherArguments: readonly string[],
  work: (browser: Browser) => Promise<void>
): Promise<void> {
  const keyring = process.platform === 'linux' ? await startPrivateKeyring(join(home, 'keyring')) : null
  if (keyring !== null) process.env['DBUS_SESSION_BUS_ADDRESS'] = keyring.address
  const executablePath = chromiumPath()
  const browser = await chromium.launch({
    args: [...chromiumArguments(), ...furtherArguments],
    ...(executablePath === undefined ? {} : { executablePath })
  })
  try {
    await work(browser)
  } finally {
    await browser.close()
    await keyring?.stop()
  }
}
