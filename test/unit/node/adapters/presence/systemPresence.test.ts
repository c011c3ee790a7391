import { app, BrowserWindow, powerMonitor } from 'electron'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { goneAfterMs, SystemPresence } from '../../../../../src/main/adapters/presence/systemPresence'
import { RecordingLog } from '../../recordingLog'

const hour = 3_600_000

let now = 0
let log: RecordingLog
let presence: SystemPresence

beforeEach(() => {
  now = hour
  log = new RecordingLog()
  presence = new SystemPresence(() => now, log)
  presence.start()
  powerMonitor.getSystemIdleTime = () => hour / 1_000
  onTestFinished(() => {
    presence.stop()
    powerMonitor.getSystemIdleTime = () => 0
  })
})

/** The app was started long ago. */
function later(): void {
  now += goneAfterMs
}

it.each([
  [0, true],
  [goneAfterMs / 1_000 - 1, true],
  [goneAfterMs / 1_000, false]
])('with the last input in the whole system %i s ago, somebody is there: %s', (seconds, isThere) => {
  later()
  powerMonitor.getSystemIdleTime = () => seconds
  expect(presence.isSomebodyThere()).toBe(isThere)
})

it('whoever has started the app is there, though the system has seen no input', () => {
  expect(presence.isSomebodyThere()).toBe(true)
  later()
  expect(presence.isSomebodyThere()).toBe(false)
})

it.each([
  ['wakes up', () => powerMonitor.emit('resume')],
  ['is unlocked', () => powerMonitor.emit('unlock-screen')],
  ['shows a window of ours in front', () => app.emit('browser-window-focus')]
])('whoever is at a laptop that %s is there, for a while', (_, happens) => {
  later()
  happens()
  expect(presence.isSomebodyThere()).toBe(true)
  later()
  expect(presence.isSomebodyThere()).toBe(false)
})

it('whoever is seen by other means than input is there, for a while', () => {
  later()
  presence.seen()
  expect(presence.isSomebodyThere()).toBe(true)
  later()
  expect(presence.isSomebodyThere()).toBe(false)
})

it('signs are told while somebody wants to know', () => {
  let signs = 0
  const stop = presence.onSign(() => (signs += 1))
  powerMonitor.emit('resume')
  app.emit('browser-window-focus')
  powerMonitor.emit('suspend')
  expect(signs).toBe(2)
  stop()
  powerMonitor.emit('resume')
  expect(signs).toBe(2)
})

it('input into an open window is a sign, watched for only while somebody wants to know', () => {
  const stay = (): void => undefined
  app.on('window-all-closed', stay)
  const window = new BrowserWindow({ show: false })
  onTestFinished(() => {
    window.destroy()
    app.off('window-all-closed', stay)
  })
  const { webContents } = window
  later()
  let signs = 0
  expect(webContents.listenerCount('input-event')).toBe(0)
  const stop = presence.onSign(() => (signs += 1))
  webContents.emit('input-event', {}, { type: 'mouseMove' })
  expect([signs, presence.isSomebodyThere()]).toEqual([1, true])
  stop()
  const stopAgain = presence.onSign(() => (signs += 1))
  stopAgain()
  expect(webContents.listenerCount('input-event')).toBe(0)
})

it('where the system cannot say, somebody is there, and that is logged once', () => {
  later()
  powerMonitor.getSystemIdleTime = () => {
    throw new Error('no such service')
  }
  expect([presence.isSomebodyThere(), presence.isSomebodyThere()]).toEqual([true, true])
  expect(log.entries).toMatchObject([{ level: 'warn', area: 'presence' }])
})

it('watches nothing any more when the app ends', () => {
  presence.stop()
  expect(powerMonitor.listenerCount('resume')).toBe(0)
  expect(app.listenerCount('browser-window-focus')).toBe(0)
})
