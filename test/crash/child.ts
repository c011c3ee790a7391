import { parseArgs } from 'node:util'
import { projectRoot } from '../../scripts/project-root.ts'
import { BrowserWindow } from '../host/electron/browser-window.ts'
import { ipcMain } from '../host/electron/ipc-main.ts'
import { startHost } from '../host/start-host.ts'
import { orderSchema } from './child-messages.ts'
import { killAtCommit } from './commit-watch.ts'
import { MemoryWatch } from './memory-watch.ts'

// The app's real main bundle in a process that can be killed. Its clock may be ahead: the time a laptop takes to start
// again after a crash passes at once.
const { values } = parseArgs({
  options: { 'user-data': { type: 'string' }, 'clock-ahead': { type: 'string', default: '0' } }
})
const ahead = Number(values['clock-ahead'])
const realNow = Date.now.bind(Date)
Date.now = () => realNow() + ahead

if (values['user-data'] === undefined || process.send === undefined) throw new Error('to be forked, with --user-data')
const tell = process.send.bind(process)
const memory = new MemoryWatch()

async function call(channel: string, input: unknown): Promise<unknown> {
  const contents = BrowserWindow.getAllWindows()[0]?.webContents
  if (contents === undefined) throw new Error('the app has no window')
  return ipcMain.answer(channel, contents.eventFrom(contents.getURL()), [input])
}

/** The app itself would only log it, and its test wait for ever. */
function fail(error: unknown): never {
  console.error(error)
  process.exit(1)
}

process.on('message', (message) => {
  const order = orderSchema.parse(message)
  if (order.type === 'kill at commit') {
    killAtCommit(order.nth, order.side)
    return
  }
  if (order.type === 'memory') {
    tell({ type: 'answer', id: order.id, answer: memory.now(order.collect) })
    return
  }
  call(order.channel, order.input).then((answer) => tell({ type: 'answer', id: order.id, answer }), fail)
})
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))

await startHost(
  { appRoot: projectRoot, userData: values['user-data'], locale: 'en-US', port: 0 },
  {
    showsPages: false,
    // As a page does once it is drawn.
    windowOpened: () => void call('storage:open', undefined).then(() => tell({ type: 'up' }), fail),
    windowClosed: () => undefined,
    noted: () => undefined,
    colorScheme: () => undefined,
    askPage: () => Promise.reject(new Error('no page here'))
  }
)
