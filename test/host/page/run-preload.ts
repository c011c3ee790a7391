import type { Boot } from './messages.ts'
import type { Connection } from './connection.ts'

type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void

/** Runs the app's built preload as Electron's sandboxed loader does. Sent to the page by `.toString()`: self-contained. */
export function runPreload(connection: Connection, boot: Boot, electron: object, preload: Preload): void {
  const process = {
    type: 'renderer',
    platform: boot.platform,
    arch: boot.arch,
    versions: boot.versions,
    argv: boot.argv,
    env: {},
    sandboxed: true,
    contextIsolated: true
  }
  const require = (name: string): unknown => {
    if (/^electron(\/renderer|\/common)?$/.test(name)) return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  try {
    preload(require, module, module.exports, process)
  } catch (error) {
    connection.post({ kind: 'preload-error', message: String(error instanceof Error ? error.stack : error) })
    console.error('Unable to load preload script', error)
  }

  const tellTitle = (): void => connection.post({ kind: 'title', title: document.title })
  addEventListener('DOMContentLoaded', () => {
    tellTitle()
    new MutationObserver(tellTitle).observe(document.head, { subtree: true, childList: true, characterData: true })
    connection.post({ kind: 'dom-ready' })
  })
  addEventListener('load', () => connection.post({ kind: 'loaded' }))
  new PerformanceObserver((paints, observer) => {
    if (paints.getEntriesByName('first-contentful-paint').length === 0) return
    observer.disconnect()
    connection.post({ kind: 'painted' })
  }).observe({ type: 'paint', buffered: true })
}
