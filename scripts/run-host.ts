import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Driver } from '../test/host/driver.ts'
import { app } from '../test/host/electron/app.ts'
import { BrowserWindow } from '../test/host/electron/browser-window.ts'
import { ipcMain } from '../test/host/electron/ipc-main.ts'
import { lockHolder } from '../test/host/instance-lock.ts'
import { startHost } from '../test/host/start-host.ts'
import { buildIfStale } from './build.ts'
import { startDemo } from './demo.ts'
import { whenNpmEnds } from './npm-parent.ts'
import { missingDaemons, secretServiceAnswers, startPrivateKeyring } from './private-keyring.ts'
import { projectRoot } from './project-root.ts'
import { handOverStack, type OfferedStack } from './stack-handover.ts'

export interface RunHostOptions {
  port: number
  userData: string
  /** BCP 47 tag. */
  language: string
  /** Starts the simulator's demo site and hands the app a stack on it. */
  demo: boolean
}

const alreadyRunning = 3

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** @throws when something else listens there: the app itself could only log it */
async function requireFreePort(port: number): Promise<void> {
  const probe = createServer().listen(port, '127.0.0.1')
  await once(probe, 'listening')
  probe.close()
  await once(probe, 'close')
}

/** On Linux without a Secret Service, one of our own: most build machines have none. */
async function provideKeyring(userData: string): Promise<void> {
  if (process.platform !== 'linux' || (await secretServiceAnswers())) return
  const missing = missingDaemons()
  if (missing.length > 0) {
    say(
      `Keychain: none answers, and ${missing.join(', ')} is missing to start one; secrets can be kept in memory only.`
    )
    return
  }
  const folder = join(userData, 'host-keyring')
  try {
    const { address } = await startPrivateKeyring(folder)
    process.env['DBUS_SESSION_BUS_ADDRESS'] = address
    say(`Keychain: none answers on the session bus; using a private keyring in ${folder}.`)
  } catch (error) {
    // The app itself knows how to do without.
    say(`Keychain: none answers, and ${String(error)}; secrets can be kept in memory only.`)
  }
}

async function handOver(windowId: number, stack: OfferedStack): Promise<void> {
  const contents = BrowserWindow.fromId(windowId)?.webContents
  if (!contents) throw new Error('the window has gone')
  const ask = (channel: string, input?: unknown): Promise<unknown> =>
    ipcMain.answer(channel, contents.eventFrom(contents.getURL()), [input])
  const place = await handOverStack(ask, stack)
  say(`Demo: the app has a stack on ${stack.url}; its secret is kept in ${place}.`)
}

/** A person's browser shows the page; what would leave the app is told on stderr. */
function printedDriver(demo: OfferedStack | undefined, onAddress: (url: string) => void): Driver {
  let shown = false
  const showFirst = async (windowId: number, url: string): Promise<void> => {
    try {
      if (demo) await handOver(windowId, demo)
    } catch (error) {
      say(`Demo: ${String(error)}`)
    }
    onAddress(url)
  }
  return {
    showsPages: false,
    windowOpened(windowId, url) {
      if (shown) say(`Another window: ${url}`)
      else void showFirst(windowId, url)
      shown = true
    },
    windowClosed: (windowId) => say(`Window ${windowId} closed.`),
    noted: (what, details) => say(`${what}: ${JSON.stringify(details)}`),
    colorScheme: () => undefined,
    askPage: (_windowId, { what }) => Promise.reject(new Error(`"${what}" needs Electron or a driven browser`))
  }
}

/**
 * Turns this process into the app's main process, in the host. Everything but our own lines goes to stderr: libraries
 * may print what they like.
 *
 * @param onAddress gets the address of the app's page, once, when the app is ready for it
 */
export async function runHost(options: RunHostOptions, onAddress: (url: string) => void): Promise<void> {
  const { userData, port, language } = options
  process.stdout.write = process.stderr.write.bind(process.stderr)
  whenNpmEnds(() => app.quit())
  await requireFreePort(port)
  await buildIfStale()

  const holder = lockHolder(userData)
  if (holder !== undefined) {
    say(`The app already runs on ${userData} (process ${holder}); it has been told to come to the front.`)
    process.on('exit', () => (process.exitCode = alreadyRunning))
  } else {
    say(`User data: ${userData}`)
    process.on('exit', (code) => {
      if (code !== 0) say(`The app ended with exit code ${code}; its log is ${join(userData, 'logs/main.log')}.`)
    })
    await provideKeyring(userData)
  }
  const demo = options.demo && holder === undefined ? await startDemo(userData) : undefined
  const driver = printedDriver(demo, onAddress)
  await startHost({ appRoot: projectRoot, userData, locale: language, port }, driver)
}
