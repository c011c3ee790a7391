import { readFileSync, writeFileSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fuseDifferences, fuses, setFuses } from '../../../../scripts/packaging/fuses.ts'
import { projectRoot } from '../../../../scripts/project-root.ts'
import { tempFolder } from '../laptop/tempFolder'
import { binaryWithFuses, deliveredFuses } from '../../../packaging/fuse-wire.ts'

function binary(states: string, version?: number): string {
  const path = join(tempFolder(), 'electron')
  writeFileSync(path, binaryWithFuses(states, version))
  return path
}

const decided = '010011001'

describe('the decision', () => {
  it('is this one', () => {
    expect(Object.values(fuses).map(Number).join('')).toBe(decided)
  })
})

describe('setting', () => {
  it('turns what Electron is delivered with into what is decided, and touches nothing else', async () => {
    const path = binary(deliveredFuses)
    await setFuses(path, false)
    expect(readFileSync(path)).toEqual(binaryWithFuses(decided))
  })

  it.each([
    ['one more fuse than was decided', `${deliveredFuses}0`, 'strictlyRequireAllFuses'],
    ['one fuse less', deliveredFuses.slice(1), 'not long enough']
  ])('refuses an Electron with %s, and leaves it alone', async (_, states, words) => {
    const path = binary(states)
    await expect(setFuses(path, false)).rejects.toThrow(words)
    expect(readFileSync(path)).toEqual(binaryWithFuses(states))
  })

  it('refuses a file that is no Electron', async () => {
    const path = join(tempFolder(), 'electron')
    writeFileSync(path, 'a shell script')
    await expect(setFuses(path, false)).rejects.toThrow('Could not find sentinel')
  })
})

describe('reading back', () => {
  it('finds nothing to say about a binary as decided', async () => {
    expect(await fuseDifferences(binary(decided))).toEqual([])
  })

  it.each(Array.from(decided, (state, index) => [index, state] as const))(
    'sees fuse %i when it is not %s',
    async (index, state) => {
      const flipped = decided.slice(0, index) + (state === '1' ? '0' : '1') + decided.slice(index + 1)
      expect(await fuseDifferences(binary(flipped))).toHaveLength(1)
    }
  )

  it('says in words what differs', async () => {
    expect(await fuseDifferences(binary(`1${decided.slice(1, -1)}r0`))).toEqual([
      'RunAsNode (version 1): on, decided: off',
      'WasmTrapHandlers (version 1): removed from this Electron, decided: on',
      'number 9, which this project does not know (version 1): off, decided: not decided'
    ])
  })

  it('sees that a fuse is missing', async () => {
    expect(await fuseDifferences(binary(decided.slice(0, -1)))).toEqual([
      'WasmTrapHandlers (version 1): missing, decided: on'
    ])
  })

  it('trusts no wire of another version', async () => {
    expect(await fuseDifferences(binary(decided, 2))).not.toEqual([])
  })
})

describe('npm run check:fuses', () => {
  function check(...paths: string[]): Promise<{ code: number; output: string }> {
    const script = join(projectRoot, 'scripts/check-fuses.ts')
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [script, ...paths], (_, stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, output: stdout + stderr })
      )
    })
  }

  it('passes when every binary is as decided', async () => {
    const { code, output } = await check(binary(decided), binary(decided))
    expect(code, output).toBe(0)
    expect(output.match(/all fuses as decided/g)).toHaveLength(2)
  })

  it('fails when one is not', async () => {
    const { code, output } = await check(binary(decided), binary(deliveredFuses))
    expect(code, output).toBe(1)
    expect(output).toContain('RunAsNode (version 1): on, decided: off')
  })

  it('fails when a file is not there, or none is named', async () => {
    expect(await check(join(tempFolder(), 'nothing'))).toMatchObject({ code: 1 })
    expect(await check()).toMatchObject({ code: 1 })
  })
})
