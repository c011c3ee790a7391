import { expect, it } from 'vitest'
import { windowOptions } from '../../../../src/main/window/windowOptions'

const look = {
  title: 'Thingsee Field Installer',
  preload: '/app/out/preload/index.cjs',
  dark: false,
  icon: null,
  devTools: false
}

it('is the whole of what a window is made with', () => {
  expect(windowOptions({ x: 1, y: 2, width: 1280, height: 820 }, look)).toEqual({
    x: 1,
    y: 2,
    width: 1280,
    height: 820,
    minWidth: 900,
    minHeight: 500,
    title: 'Thingsee Field Installer',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#EFF2F1',
    webPreferences: {
      preload: '/app/out/preload/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: false
    }
  })
})

it('is dark before the page is, in a dark room', () => {
  const place = { width: 1280, height: 820 }
  expect(windowOptions(place, { ...look, dark: true })).toEqual({
    ...windowOptions(place, look),
    backgroundColor: '#101718'
  })
})

it('carries an icon where the system has none for it', () => {
  const place = { width: 1280, height: 820 }
  expect(windowOptions(place, { ...look, icon: '/app/icon.png' })).toEqual({
    ...windowOptions(place, look),
    icon: '/app/icon.png'
  })
})

it('takes nothing else from whoever opens it', () => {
  const careless = { ...look, webPreferences: { sandbox: false }, show: true }
  expect(windowOptions({ width: 1, height: 1 }, careless)).toEqual(windowOptions({ width: 1, height: 1 }, look))
})
