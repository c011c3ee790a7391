import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostSettings } from '../host-settings.ts'

function appData(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData/Roaming')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

/** `app.getPath` and `app.setPath`. */
export class AppPaths {
  readonly #chosen = new Map<string, string>()

  /** @throws for a name that Electron does not know either */
  get(name: string): string {
    const chosen = this.#chosen.get(name)
    if (chosen !== undefined) return chosen
    switch (name) {
      case 'userData':
        return hostSettings.userData
      case 'sessionData':
        return this.get('userData')
      case 'logs':
        return join(this.get('userData'), 'logs')
      case 'crashDumps':
        return join(this.get('userData'), 'Crashpad')
      case 'appData':
        return appData()
      case 'home':
        return homedir()
      case 'temp':
        return tmpdir()
      case 'exe':
        return process.execPath
      case 'desktop':
      case 'documents':
      case 'downloads':
        return join(homedir(), name.charAt(0).toUpperCase() + name.slice(1))
      default:
        throw new Error(`Failed to get '${name}' path`)
    }
  }

  set(name: string, path: string): void {
    mkdirSync(path, { recursive: true })
    this.#chosen.set(name, path)
  }
}
