import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ProblemError } from '@shared/domain/problem'
import { MainWindow, type MainWindowOptions } from '../../../../src/main/window/mainWindow'
import type { WindowBounds } from '../../../../src/main/ports/settingsStore'
import { RecordingLog } from '../recordingLog'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'main-window-'))
  writeFileSync(join(folder, 'index.cjs'), '')
  app.on('window-all-closed', () => undefined)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let log: RecordingLog
let kept: WindowBounds | null
let main: MainWindow

beforeEach(() => {
  log = new RecordingLog()
  kept = null
  main = mainWindow()
})
afterEach(() => {
  for (const window of BrowserWindow.getAllWindows()) window.destroy()
  vi.restoreAllMocks()
})

function mainWindow(change: Partial<MainWindowOptions> = {}): MainWindow {
  const settings = { windowBounds: () => kept, keepWindowBounds: (bounds: WindowBounds) => void (kept = bounds) }
  const preload = join(folder, 'index.cjs')
  return new MainWindow({
    title: 'Installer',
    preload,
    devUrl: null,
    icon: null,
    devTools: true,
    settings,
    log,
    onPageGone: () => undefined,
    askWhetherAgain: () => Promise.resolve(false),
    onSessionEnd: () => undefined,
    ...change
  })
}

function onlyWindow(): Electron.BrowserWindow {
  const windows = BrowserWindow.getAllWindows()
  const window = windows[0]
  if (window === undefined || windows.length > 1) throw new Error('there is not exactly one window')
  return window
}

async function close(window: Electron.BrowserWindow): Promise<void> {
  const closed = once(window, 'closed')
  window.close()
  await closed
}

describe('the main window', () => {
  it('shows the page of the build', () => {
    main.show()
    expect(onlyWindow().webContents.getURL()).toBe('installer://app/')
    expect(main.contents()).toBe(onlyWindow().webContents)
  })

  it('shows the page of the dev server where there is one', () => {
    mainWindow({ devUrl: 'http://localhost:5173/' }).show()
    expect(onlyWindow().webContents.getURL()).toBe('http://localhost:5173/')
  })

  it('stays out of sight until there is something to see', () => {
    main.show()
    expect(onlyWindow().isVisible()).toBe(false)
    onlyWindow().emit('ready-to-show')
    expect(onlyWindow().isVisible()).toBe(true)
  })

  it('says when its page is there to be seen, also to whoever asks later', async () => {
    let drawn = false
    const told = main.drawn.then(() => (drawn = true))
    main.show()
    await Promise.resolve()
    expect(drawn).toBe(false)
    onlyWindow().emit('ready-to-show')
    await told
    await main.drawn
  })

  it('comes to the front when the app is started a second time', () => {
    main.show()
    const window = onlyWindow()
    window.minimize()
    const focused = vi.fn()
    window.on('focus', focused)
    main.show()
    expect(window).toBe(onlyWindow())
    expect([window.isMinimized(), window.isVisible()]).toEqual([false, true])
    expect(focused).toHaveBeenCalledOnce()
  })

  it('can be opened again after it was closed', async () => {
    main.show()
    await close(onlyWindow())
    expect(main.contents()).toBeNull()
    main.show()
    expect(main.contents()).toBe(onlyWindow().webContents)
  })

  it('is made for the theme in use', () => {
    vi.spyOn(nativeTheme, 'shouldUseDarkColors', 'get').mockReturnValue(true)
    main.show()
    expect(onlyWindow()).toHaveProperty('constructedWith.backgroundColor', '#101718')
  })

  it('has no web contents before it is opened', () => {
    expect(main.contents()).toBeNull()
  })
})

describe('where the main window is', () => {
  it('is remembered from one time to the next', async () => {
    main.show()
    onlyWindow().setBounds({ x: 50, y: 60, width: 1100, height: 700 })
    await close(onlyWindow())
    expect(kept).toEqual({ x: 50, y: 60, width: 1100, height: 700, maximized: false })
    main.show()
    expect(onlyWindow().getBounds()).toEqual({ x: 50, y: 60, width: 1100, height: 700 })
  })

  it('is remembered when the app quits without closing its window first', () => {
    main.show()
    onlyWindow().setBounds({ x: 70, y: 80, width: 1000, height: 600 })
    app.emit('before-quit')
    expect(kept).toEqual({ x: 70, y: 80, width: 1000, height: 600, maximized: false })
  })

  it('is forgotten by a window that is gone', async () => {
    main.show()
    await close(onlyWindow())
    kept = null
    app.emit('before-quit')
    expect(kept).toBeNull()
  })

  it('includes that it filled the screen', async () => {
    main.show()
    onlyWindow().maximize()
    await close(onlyWindow())
    main.show()
    expect(onlyWindow().isMaximized()).toBe(false)
    onlyWindow().emit('ready-to-show')
    expect(onlyWindow().isMaximized()).toBe(true)
  })

  it('is corrected when that screen is gone', () => {
    const [display] = screen.getAllDisplays()
    kept = { x: 5000, y: 100, width: 1100, height: 700, maximized: false }
    main.show()
    expect(display?.workArea.width).toBe(1920)
    expect(onlyWindow()).toHaveProperty('constructedWith.width', 1100)
    expect(onlyWindow()).not.toHaveProperty('constructedWith.x')
  })

  it('never keeps the window from closing', async () => {
    const settings = {
      windowBounds: () => null,
      keepWindowBounds: () => {
        throw new ProblemError({ kind: 'disk_full' })
      }
    }
    mainWindow({ settings }).show()
    await close(onlyWindow())
    expect(BrowserWindow.getAllWindows()).toEqual([])
    expect(log.entries).toMatchObject([{ level: 'warn', area: 'window' }])
  })
})

describe('a page in trouble', () => {
  it('is loaded again when it crashed, and somebody hears of it; a third time in a minute a person is asked', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(0)
    const onPageGone = vi.fn()
    const askWhetherAgain = vi.fn().mockResolvedValueOnce(true).mockResolvedValueOnce(false)
    mainWindow({ onPageGone, askWhetherAgain }).show()
    const { webContents } = onlyWindow()
    const reload = vi.spyOn(webContents, 'reload').mockReturnValue()
    const crash = async (at: number, reason = 'crashed'): Promise<void> => {
      now.mockReturnValue(at)
      webContents.emit('render-process-gone', {}, { reason, exitCode: 5 })
      await Promise.resolve()
    }
    await crash(1_000)
    await crash(30_000)
    expect(reload).toHaveBeenCalledTimes(2)
    expect(askWhetherAgain).not.toHaveBeenCalled()
    await crash(60_900)
    expect(askWhetherAgain).toHaveBeenCalledTimes(1)
    expect(reload).toHaveBeenCalledTimes(3)
    // Counted anew after the answer, and only as far back as a minute.
    await crash(61_000)
    await crash(150_000)
    await crash(200_000)
    expect(reload).toHaveBeenCalledTimes(6)
    await crash(209_000)
    expect(askWhetherAgain).toHaveBeenCalledTimes(2)
    expect(reload).toHaveBeenCalledTimes(6)
    await crash(400_000, 'clean-exit')
    expect(reload).toHaveBeenCalledTimes(6)
    expect(onPageGone).toHaveBeenCalledTimes(7)
    expect(log.entries).toHaveLength(8)
  })

  it('is not waited for when the system ends the session', () => {
    const onSessionEnd = vi.fn()
    mainWindow({ onSessionEnd }).show()
    onlyWindow().emit('session-end')
    expect(onSessionEnd).toHaveBeenCalledTimes(1)
  })

  it('is shown and logged when it could not be loaded', async () => {
    const failed = new Error('ERR_FAILED')
    vi.spyOn(BrowserWindow.prototype, 'loadURL').mockRejectedValue(failed)
    main.show()
    const shown = once(onlyWindow(), 'show')
    await shown
    expect(log.entries).toMatchObject([{ level: 'error', fields: { error: failed } }])
  })
})
