import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from './build.ts'
import { developmentData } from './development-data.ts'
import { obtainElectron } from './electron-download.ts'
import { openBrowser } from './open-browser.ts'
import { runElectron } from './run-electron.ts'
import { runHost } from './run-host.ts'

const { values } = parseArgs({
  options: {
    'user-data': { type: 'string', default: developmentData() },
    language: { type: 'string', default: Intl.DateTimeFormat().resolvedOptions().locale },
    /** Leaves Electron alone. */
    host: { type: 'boolean', default: false }
  }
})
const userData = resolve(values['user-data'])
const print = process.stdout.write.bind(process.stdout)

async function showAddress(url: string): Promise<void> {
  const opened = await openBrowser(url)
  print(`The app's page: ${url}\n`)
  print(
    opened
      ? 'It opens in your browser. Ctrl+C ends the app.\n'
      : 'Open it in a Chromium browser. Ctrl+C ends the app.\n'
  )
}

async function start(): Promise<void> {
  await buildIfStale()
  const electron = values.host ? { reason: '--host asks for it' } : await obtainElectron()
  let reason = 'reason' in electron ? electron.reason : undefined
  if (reason === undefined) {
    try {
      await runElectron(userData, values.language)
      return
    } catch (error) {
      reason = `Electron did not start: ${String(error)}`
    }
  }
  process.stderr.write(
    `${reason}\nThe app runs in the host instead: Node for its main process, a browser for its page.\n`
  )
  await runHost({ port: 0, userData, language: values.language, demo: true }, (url) => void showAddress(url))
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
