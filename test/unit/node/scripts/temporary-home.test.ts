import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openTemporaryHome, withTemporaryHome } from '../../../../scripts/temporary-home.ts'
import { tempFolder } from '../laptop/tempFolder'

const module = join(import.meta.dirname, '../../../../scripts/temporary-home.ts')

/** What stands for the system's temporary folder in these tests. */
let system: string
beforeEach(() => {
  system = tempFolder()
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) vi.stubEnv(name, system)
  onTestFinished(() => void vi.unstubAllEnvs())
})

/** A process that has a temporary home, has put something there, and goes on until it is ended. */
function someRun(last = 'setInterval(() => undefined, 1000)') {
  const program = `
    import { mkdtempSync } from 'node:fs'
    import { tmpdir } from 'node:os'
    import { join } from 'node:path'
    import { openTemporaryHome } from ${JSON.stringify(module)}
    openTemporaryHome()
    process.stdout.write(mkdtempSync(join(tmpdir(), 'of-a-test-')))
    ${last}`
  return spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
}

describe('a temporary home', () => {
  it('is the temporary folder of this process and of those it starts, until it is removed', () => {
    const home = openTemporaryHome()
    expect(dirname(home.folder)).toBe(system)
    expect(tmpdir()).toBe(home.folder)
    const child = spawnSync(process.execPath, ['-p', 'os.tmpdir()'], { encoding: 'utf8' })
    expect(child.stdout.trim()).toBe(home.folder)
    writeFileSync(join(mkdtempSync(join(tmpdir(), 'left-behind-')), 'file'), '')
    home.remove()
    expect(tmpdir()).toBe(system)
    expect(readdirSync(system)).toEqual([])
  })

  it('goes with the work, also when that fails', async () => {
    const work = withTemporaryHome((folder) => {
      expect(existsSync(folder)).toBe(true)
      return Promise.reject(new Error('the work failed'))
    })
    await expect(work).rejects.toThrow('the work failed')
    expect(readdirSync(system)).toEqual([])
  })

  it('goes when the process ends itself in the middle', async () => {
    const run = someRun('process.exit(3)')
    expect(await once(run, 'exit')).toEqual([3, null])
    expect(readdirSync(system)).toEqual([])
  })

  it('of a run that was killed goes with the next run; those of others stay', async () => {
    const [killed, alive] = [someRun(), someRun()]
    const folders = await Promise.all(
      [killed, alive].map(async ({ stdout }) => dirname(String(((await once(stdout, 'data')) as [Buffer])[0])))
    )
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    expect(folders.map((folder) => existsSync(folder))).toEqual([true, true])
    mkdirSync(join(system, 'installer-run-somebody-elses'))
    openTemporaryHome().remove()
    expect(folders.map((folder) => existsSync(folder))).toEqual([false, true])
    expect(existsSync(join(system, 'installer-run-somebody-elses'))).toBe(true)
    alive.kill('SIGKILL')
    await once(alive, 'exit')
  })
})
