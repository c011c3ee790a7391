import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AfterPackContext } from 'electron-builder'
import { setFuses } from './fuses.ts'
import { isSigned } from './signing.ts'

type AfterExtractContext = Pick<AfterPackContext, 'packager' | 'appOutDir' | 'electronPlatformName'>

/** The file with the fuses, or the .app folder that holds it, as electron-builder has just laid it out. */
function packedBinary(context: AfterPackContext): string {
  const { packager, appOutDir, electronPlatformName } = context
  const { productFilename } = packager.appInfo
  switch (electronPlatformName) {
    case 'darwin':
      return join(appOutDir, `${productFilename}.app`)
    case 'win32':
      return join(appOutDir, `${productFilename}.exe`)
    default:
      return join(appOutDir, packager.config.linux?.executableName ?? packager.appInfo.name)
  }
}

/**
 * Runs when Electron lies in the folder and nothing else does: takes its example app out. electron-builder does that for
 * an Electron it downloaded, and not for one that it was given.
 */
export async function afterExtract(context: AfterExtractContext): Promise<void> {
  const { packager, appOutDir, electronPlatformName } = context
  const isMac = electronPlatformName === 'darwin'
  // At this moment macOS' folder still has Electron's own name.
  const resources = isMac ? join(appOutDir, 'Electron.app/Contents/Resources') : packager.getResourcesDir(appOutDir)
  await rm(join(resources, 'default_app.asar'), { force: true })
}

/** Runs when an app folder is complete and not yet signed. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const renewSignature = context.electronPlatformName === 'darwin' && !isSigned('darwin', process.env)
  await setFuses(packedBinary(context), renewSignature)
}
