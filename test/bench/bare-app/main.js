import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 })
  void window.loadFile(join(import.meta.dirname, '../renderer/index.html'))
})
app.on('window-all-closed', () => app.quit())
