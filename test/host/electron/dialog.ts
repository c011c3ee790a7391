import { driver } from '../driver.ts'

type MessageBoxOptions = { message: string; cancelId?: number }

/** Dialogs may be asked for with or without a window in front. */
function note(what: string, args: unknown[]): void {
  driver().noted(what, [args.at(-1)])
}

/**
 * `dialog`: nobody sees a native dialog here, so each is answered as by a person who presses Escape.
 * A test that wants another answer replaces the function through `app.evaluate`, which works in Electron, too.
 */
export const dialog = {
  showOpenDialog: (...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> => {
    note('dialog.showOpenDialog', args)
    return Promise.resolve({ canceled: true, filePaths: [] })
  },
  showSaveDialog: (...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> => {
    note('dialog.showSaveDialog', args)
    return Promise.resolve({ canceled: true, filePath: '' })
  },
  showMessageBox: (
    ...args: [MessageBoxOptions] | [unknown, MessageBoxOptions]
  ): Promise<{ response: number; checkboxChecked: boolean }> => {
    note('dialog.showMessageBox', args)
    const options = args.length === 1 ? args[0] : args[1]
    return Promise.resolve({ response: options.cancelId ?? 0, checkboxChecked: false })
  },
  showErrorBox: (title: string, content: string): void => driver().noted('dialog.showErrorBox', [title, content])
}
