import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { UpdateState } from '@shared/domain/update'
import type { Log } from '../../ports/log'
import type { Updater } from '../../ports/updater'
import { ElectronUpdater } from './electronUpdater'

/** Names the update server of an app that was not installed: for trying updates out. An installed app never heeds it. */
const configVariable = 'FIELD_INSTALLER_UPDATE_CONFIG'

type Off = Extract<UpdateState, { kind: 'off' }>['why']

/** What brings updates to this installation, or why nothing does. */
export function openUpdater(log: Log): Updater | { readonly off: Off } {
  if (!app.isPackaged) {
    const configFile = process.env[configVariable]
    if (configFile === undefined) return { off: 'not_installed' }
    return new ElectronUpdater({ installsQuietly: installsQuietly(), configFile, log })
  }
  // Written by the packaging where an update server is given.
  if (!existsSync(join(process.resourcesPath, 'app-update.yml')) || !hasInstaller()) return { off: 'not_set_up' }
  return new ElectronUpdater({ installsQuietly: installsQuietly(), configFile: null, log })
}

/**
 * On Linux an app may lie anywhere, such as in a folder that was unpacked: nothing says how to replace it there. Our deb
 * and rpm carry no `package-type` on purpose: to update themselves they would run an unsigned package as root.
 */
function hasInstaller(): boolean {
  if (process.platform !== 'linux') return true
  return isAppImage() || existsSync(join(process.resourcesPath, 'package-type'))
}

/** Packages of a Linux distribution ask for an administrator's password. */
function installsQuietly(): boolean {
  return process.platform !== 'linux' || isAppImage()
}

/** Set by the AppImage's own start. */
function isAppImage(): boolean {
  return process.env['APPIMAGE'] !== undefined
}
