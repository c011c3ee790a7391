import { readFileSync } from 'node:fs'
import { connect } from '../page/connection.ts'
import { createContextBridge } from '../page/context-bridge.ts'
import { guardPage } from '../page/guard-page.ts'
import { createIpcRenderer } from '../page/ipc-renderer.ts'
import type { Boot } from '../page/messages.ts'
import { runPreload } from '../page/run-preload.ts'
import { decode, encode } from '../page/wire.ts'

/**
 * The script that runs in a page before any of the app's: `electron` for renderers, then the built preload unchanged.
 * @throws for a preload that Electron's sandbox would not load either
 */
export function bootScript(boot: Boot, preloadFile: string | undefined): string {
  const preload = preloadFile === undefined ? '' : readFileSync(preloadFile, 'utf8')
  if (/^\s*(import|export)\b/m.test(preload))
    throw new Error(`a sandboxed preload must be CommonJS: ${preloadFile ?? ''}`)
  return `(() => {
'use strict'
if (window !== window.top) return
const boot = ${JSON.stringify(boot)}
const connection = (${connect.toString()})(boot, { encode: ${encode.toString()}, decode: ${decode.toString()} })
const electron = {
  ipcRenderer: (${createIpcRenderer.toString()})(connection),
  contextBridge: (${createContextBridge.toString()})(),
  webUtils: { getPathForFile: () => '' },
  webFrame: { setZoomFactor: () => undefined, getZoomFactor: () => 1 }
};
(${guardPage.toString()})(connection, boot);
(${runPreload.toString()})(connection, boot, electron, function (require, module, exports, process) {
${preload}
})
})()`
}
