import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../../scripts/project-root.ts'

/**
 * `npm run dist -- …` with the Electron of this folder; nothing is downloaded.
 *
 * @param electron what ELECTRON_OVERRIDE_DIST_PATH names
 * @returns what it wrote to stdout
 * @throws with all it wrote when it fails
 */
export async function runDist(electron: string, ...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [join(projectRoot, 'scripts/dist.ts'), ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electron }
  })
  let written = ''
  let all = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text
    all += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (all += text))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`npm run dist failed with exit code ${String(code)}:\n${all}`)
  return written
}
