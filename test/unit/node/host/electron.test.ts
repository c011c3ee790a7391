import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, protocol } from 'electron'
import Store from 'electron-store'
import { afterEach, describe, expect, it } from 'vitest'

describe("the stand-in for 'electron' in unit tests", () => {
  const folder = mkdtempSync(join(tmpdir(), 'host-electron-'))
  afterEach(() => {
    app.removeAllListeners()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is ready, so that code under test need not wait', async () => {
    expect(app.isReady()).toBe(true)
    await app.whenReady()
  })

  it('is the same module for libraries', () => {
    const store = new Store({ cwd: folder })
    store.set('theme', 'dark')
    expect(new Store({ cwd: folder }).get('theme')).toBe('dark')
  })

  it('knows who we are from package.json', () => {
    expect(app.getName()).toBe('Thingsee Field Installer')
    expect(app.getVersion()).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('never points a test at real user data', () => {
    expect(app.getPath('userData').startsWith(tmpdir())).toBe(true)
  })

  it('refuses a path it does not know', () => {
    // A name outside the type, on purpose.
    expect(() => app.getPath('nowhere' as 'home')).toThrow("Failed to get 'nowhere' path")
  })

  it('refuses a second handler for one channel', () => {
    ipcMain.handle('host-test', () => 1)
    expect(() => ipcMain.handle('host-test', () => 2)).toThrow("second handler for 'host-test'")
    ipcMain.removeHandler('host-test')
  })

  it('refuses to register a scheme when it is too late', () => {
    expect(() => protocol.registerSchemesAsPrivileged([{ scheme: 'late' }])).toThrow('before app is ready')
  })

  it('records what a window was constructed with', () => {
    const window = new BrowserWindow({ width: 1280, show: false, webPreferences: { sandbox: true } })
    expect(window).toHaveProperty('constructedWith', { width: 1280, show: false, webPreferences: { sandbox: true } })
    app.on('window-all-closed', () => undefined)
    window.destroy()
    expect(BrowserWindow.getAllWindows()).toEqual([])
  })

  it('refuses a page that could reach Node', () => {
    expect(() => new BrowserWindow({ webPreferences: { nodeIntegration: true } })).toThrow('sandboxed, isolated')
  })

  it('goes no further when before-quit is prevented', () => {
    const heard: string[] = []
    app.on('before-quit', (event) => {
      heard.push('before-quit')
      event.preventDefault()
    })
    app.on('will-quit', () => heard.push('will-quit'))
    app.quit()
    expect(heard).toEqual(['before-quit'])
  })

  it('may be quit again after will-quit was prevented', () => {
    const heard: string[] = []
    app.on('before-quit', () => heard.push('before-quit'))
    app.on('will-quit', (event) => {
      heard.push('will-quit')
      event.preventDefault()
    })
    app.quit()
    app.quit()
    expect(heard).toEqual(['before-quit', 'will-quit', 'before-quit', 'will-quit'])
  })
})
