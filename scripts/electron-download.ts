import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { electronBinary } from './electron-binary.ts'
import { projectRoot } from './project-root.ts'

const limitSeconds = 20

/**
 * Path of Electron's executable, downloaded when it is not here yet and can be had quickly.
 *
 * @returns the path, or in words why there is none
 */
export async function obtainElectron(): Promise<{ path: string } | { reason: string }> {
  const present = electronBinary()
  if (present !== undefined) return { path: present }
  process.stderr.write(`Electron's binary is not here: trying to download it, for ${limitSeconds} s at most.\n`)
  const child = spawn(process.execPath, [join(projectRoot, 'node_modules/electron/install.js')], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: limitSeconds * 1000,
    killSignal: 'SIGKILL'
  })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text))
  const how = await new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => {
      resolve(signal === 'SIGKILL' ? `not done after ${limitSeconds} s` : (words.split('\n')[0] ?? `code ${code ?? 0}`))
    })
  })
  const downloaded = electronBinary()
  return downloaded === undefined ? { reason: `Electron could not be downloaded: ${how}` } : { path: downloaded }
}
