import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the host decides before the app's own code is loaded. */
export interface HostSettings {
  /** The folder that holds package.json and out/. */
  appRoot: string
  /** What `app.getPath('userData')` answers: Electron's `--user-data-dir`. */
  userData: string
  /** What `app.getLocale()` answers. */
  locale: string
  /** The port of the first window's page on 127.0.0.1; 0 for any free one. */
  port: number
  /** What the app finds on its command line besides. */
  appArguments?: readonly string[]
}

/** Unit tests read these defaults as they are; nothing creates the folder until somebody writes into it. */
export const hostSettings: HostSettings = {
  appRoot: process.cwd(),
  userData: join(tmpdir(), `host-unit-${process.pid}`),
  locale: 'en-US',
  port: 0
}

/** Name and version as Electron reads them from the app's package.json. */
export function appPackage(): { name: string; version: string } {
  const text = readFileSync(join(hostSettings.appRoot, 'package.json'), 'utf8')
  // Our own package.json: npm itself refuses to run without these two.
  const { name, productName, version } = JSON.parse(text) as { name: string; productName?: string; version: string }
  return { name: productName ?? name, version }
}
