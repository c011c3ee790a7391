import { _electron } from '@playwright/test'
import { askThroughBridge } from './ask-through-bridge.ts'
import { startDemo } from './demo.ts'
import { whenNpmEnds } from './npm-parent.ts'
import { projectRoot } from './project-root.ts'
import { handOverStack } from './stack-handover.ts'

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/**
 * Opens the built app in Electron with a ready stack on the demo site, and resolves when its person has quit it.
 * The stack goes in through the page's own bridge: no file, no command line and no code of the app knows of it.
 *
 * @throws when Electron does not start
 */
export async function runElectron(userData: string, language: string): Promise<void> {
  say(`User data: ${userData}`)
  const simulator = await startDemo(userData)
  try {
    const application = await _electron.launch({
      args: [projectRoot, `--user-data-dir=${userData}`, `--lang=${language}`],
      cwd: projectRoot
    })
    const closed = new Promise<void>((resolve) => application.once('close', () => resolve()))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void application.close())
    whenNpmEnds(() => void application.close())
    const page = await application.firstWindow()
    try {
      const place = await handOverStack(askThroughBridge(page), simulator)
      await page.reload()
      say(`The app runs in Electron, with a stack on ${simulator.url}; its secret is kept in ${place}.`)
    } catch (error) {
      say(`The app runs in Electron, but the demo stack could not be handed over: ${String(error)}`)
    }
    await closed
  } finally {
    await simulator.stop()
  }
}
