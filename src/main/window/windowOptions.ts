import type { BrowserWindowConstructorOptions } from 'electron'

/** Position left out: the system centres the window. */
export interface WindowPlace {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
}

/** Smallest window in which nothing is cut off: a laptop of 1366x768 at 150 % shows 910x512 of it. */
export const smallestWindow = { width: 900, height: 500 } as const

/** What is seen until the page has drawn itself: the background of either theme (src/renderer/theme.ts). */
const backgrounds = { light: '#EFF2F1', dark: '#101718' } as const

export interface WindowLook {
  readonly title: string
  /** Absolute path of the bundled preload. */
  readonly preload: string
  readonly dark: boolean
  /** Absolute path of a picture; null where the system takes the app's own. */
  readonly icon: string | null
  /** In a packaged app nobody but the page itself looks into the page. */
  readonly devTools: boolean
}

/** Everything a window of ours is made with. One test pins the whole of it: a weaker setting is always a decision. */
export function windowOptions(place: WindowPlace, look: WindowLook): BrowserWindowConstructorOptions {
  return {
    ...place,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: look.title,
    ...(look.icon === null ? {} : { icon: look.icon }),
    show: false,
    autoHideMenuBar: true,
    backgroundColor: look.dark ? backgrounds.dark : backgrounds.light,
    webPreferences: {
      preload: look.preload,
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
      devTools: look.devTools
    }
  }
}
