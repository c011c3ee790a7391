/** Entry of the host under a test: `fork('driven.ts', [JSON.stringify(settings)])`. The test shows the windows. */
import { runInThisContext } from 'node:vm'
import { answerTo, Questions } from './answers.ts'
import type { FromApp, ToApp } from './driven-messages.ts'
import type { Driver } from './driver.ts'
import { app } from './electron/app.ts'
import { BrowserWindow } from './electron/browser-window.ts'
import electron from './electron/index.ts'
import type { HostSettings } from './host-settings.ts'
import { decode, encode } from './page/wire.ts'
import { startHost } from './start-host.ts'

const questions = new Questions()

function tell(message: FromApp): void {
  if (process.connected) process.send?.(message)
}

const test: Driver = {
  showsPages: true,
  windowOpened: (windowId, url) => tell({ type: 'window-opened', windowId, url }),
  windowClosed: (windowId) => tell({ type: 'window-closed', windowId }),
  noted: (what, details) => tell({ type: 'noted', what, details: encode(JSON.parse(JSON.stringify(details))) }),
  colorScheme: (scheme) => tell({ type: 'color-scheme', scheme }),
  askPage: (windowId, request) =>
    questions.ask((id) => tell({ type: 'ask-page', id, windowId, request: encode(request) }))
}

function evaluate(source: string, argument: unknown): unknown {
  // The test sends the source of a function with these parameters: its types are checked there.
  const run = runInThisContext(`(${source})`) as (electronModule: typeof electron, argument: unknown) => unknown
  return run(electron, argument)
}

process.on('message', (message: ToApp) => {
  switch (message.type) {
    case 'evaluate':
      void answerTo(message.id, () => evaluate(message.source, decode(message.argument))).then((answer) =>
        tell({ type: 'evaluated', ...answer })
      )
      break
    case 'page-answered':
      questions.settle(message)
      break
    case 'page-closed':
      BrowserWindow.fromId(message.windowId)?.close()
      break
    case 'quit':
      app.quit()
  }
})
// No app outlives its test.
process.on('disconnect', () => app.exit(0))

await startHost(JSON.parse(process.argv[2] ?? '') as HostSettings, test) // written by the test's launcher
