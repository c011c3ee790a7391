import { driver } from '../driver.ts'

/** `shell`: nothing leaves this process; the driver is told what would have. */
export const shell = {
  openExternal: (url: string): Promise<void> => {
    driver().noted('shell.openExternal', [url])
    return Promise.resolve()
  },
  openPath: (path: string): Promise<string> => {
    driver().noted('shell.openPath', [path])
    return Promise.resolve('')
  },
  showItemInFolder: (path: string): void => driver().noted('shell.showItemInFolder', [path]),
  trashItem: (path: string): Promise<void> => {
    driver().noted('shell.trashItem', [path])
    return Promise.resolve()
  },
  beep: (): void => undefined
}
