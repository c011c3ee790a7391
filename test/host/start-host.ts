import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setDriver, type Driver } from './driver.ts'
import { app } from './electron/app.ts'
import { resolveElectronTo } from './electron-hook.ts'
import { hostSettings, type HostSettings } from './host-settings.ts'

const electronPackage = join(import.meta.dirname, '../../node_modules/electron/package.json')

/** Makes this process look like Electron's main process to code that asks. */
function pretendToBeElectron(): void {
  // The version our package.json pins; npm writes this file.
  const { version } = JSON.parse(readFileSync(electronPackage, 'utf8')) as { version: string }
  Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: hostSettings.appRoot })
  process.argv = [process.execPath, hostSettings.appRoot, ...(hostSettings.appArguments ?? [])]
}

/**
 * Turns this process into the main process of the built app: loads out/main/index.js unchanged, with `electron` answered
 * by the stand-in, and lets the app become ready as Electron does.
 */
export async function startHost(settings: HostSettings, driver: Driver): Promise<void> {
  Object.assign(hostSettings, settings)
  setDriver(driver)
  pretendToBeElectron()
  resolveElectronTo(new URL('./electron/index.ts', import.meta.url))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  await import(pathToFileURL(join(settings.appRoot, 'out/main/index.js')).href)
  app.becomeReady()
}
