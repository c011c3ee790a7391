import { spawn } from 'node:child_process'
import { isOnPath } from './private-keyring.ts'

function opener(url: string): [string, string[]] | undefined {
  if (process.platform === 'darwin') return ['open', [url]]
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  const hasDisplay = Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  return hasDisplay && isOnPath('xdg-open') ? ['xdg-open', [url]] : undefined
}

/** Shows the address in the person's browser. @returns false where there is no screen or no way to ask for a browser */
export async function openBrowser(url: string): Promise<boolean> {
  const command = opener(url)
  if (!command) return false
  const child = spawn(command[0], command[1], { stdio: 'ignore', detached: true })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
