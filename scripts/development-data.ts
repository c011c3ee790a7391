import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where development keeps its user data: beside real installations' data, never in it. */
export function developmentData(): string {
  const folder = 'thingsee-field-installer-development'
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support', folder)
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? homedir(), folder)
  return join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local/state'), folder)
}
