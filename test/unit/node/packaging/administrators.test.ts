import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import config from '../../../../electron-builder.config.ts'
import { projectRoot } from '../../../../scripts/project-root.ts'
import { policyPlace, readPolicy } from '../../../../src/main/adapters/policy/policyFile'
import type { Policy } from '../../../../src/main/ports/policy'
import { tempFolder } from '../laptop/tempFolder'

const textOf = (path: string): string => readFileSync(join(projectRoot, path), 'utf8')
const guide = textOf('docs/administrators.md')
const page = textOf('resources/linux/thingsee-field-installer.1')
/** As a reader sees it: without the marks of the page's language. */
const read = page
  .replaceAll(/^\.(?:BI|BR|IR|B|I|RI) /gm, '')
  .replaceAll('\\-', '-')
  .replaceAll(/= (?=[A-Z])/g, '=')

/** Each once, in the order of the text. */
const switches = (text: string): string[] => [
  ...new Set([...text.matchAll(/--([a-z][a-z-]+)/g)].map(([, name = '']) => name))
]
const section = (heading: string): string =>
  guide
    .split(/^## /m)
    .find((part) => part.startsWith(`${heading}\n`))
    ?.slice(heading.length) ?? ''
/** What stands in the first column of a table's lines. */
const firstColumn = (text: string): string[] =>
  [...text.matchAll(/^\| (`.+?) +\|/gm)].map(([, cell = '']) => cell.replaceAll('`', ''))

/** The system of each line of a table, with the path in it. */
function placesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^\| (\w+) +\| `(.+?)` +\|$/gm)].map(([, system = '', path = '']) => [system, path])
  )
}

const hasGroff = spawnSync('groff', ['--version'], { stdio: 'ignore' }).status === 0
if (!hasGroff) console.warn('The man page is read but not typeset: groff is not here.')

describe('the switches', () => {
  it('that the app looks for are told in the guide', () => {
    const code = globSync('src/main/**/*.ts', { cwd: projectRoot }).map(textOf).join('\n')
    const looked = [...code.matchAll(/startsWith\('--([\w-]+)=?'\)|(?:has|get)Switch(?:Value)?\('([\w-]+)'\)/g)]
    const names = looked.map(([, argument, electrons]) => argument ?? electrons ?? '')
    expect(names).toContain('policy')
    const told = switches(section('Command line'))
    expect(names.filter((name) => !told.includes(name))).toEqual([])
  })

  it('are the same in the guide and on the man page', () => {
    expect(switches(read)).toEqual(switches(section('Command line')))
  })
})

describe('the man page', () => {
  it('names the command, the policy and the folder as they are', () => {
    expect(read).toContain(`.SH NAME\n${config.linux?.executableName ?? '-'} - `)
    expect(read).toContain(`\n${policyPlace('linux', {}, []).file}\n`)
    expect(read).toContain(`\n~/.config/${config.productName ?? '-'}\n`)
  })

  it.skipIf(!hasGroff)('is typeset without a warning', () => {
    const { status, stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww'], { input: page, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toContain('Every change')
  })
})

describe('the policy in the guide', () => {
  const told = section('Policy')

  it('lies where the app looks for it', () => {
    const places = placesIn(told)
    expect(places['Linux']).toBe(policyPlace('linux', {}, []).file)
    expect(places['macOS']).toBe(policyPlace('darwin', {}, []).file)
    const windows = policyPlace('win32', { ProgramData: '%ProgramData%' }, []).file
    expect(places['Windows']).toBe(windows)
  })

  it('is one that the app takes', () => {
    const [, sample = ''] = /```json\n([^]+?)```/.exec(told) ?? []
    const file = join(tempFolder(), 'policy.json')
    writeFileSync(file, sample)
    const { policy, trouble } = readPolicy({ file, named: true })
    expect(trouble).toBeNull()
    expect(policy).toEqual({ file, ...(JSON.parse(sample) as object) })
  })

  it('has every key explained, and no other', () => {
    // A key that a policy gains is missed here by the compiler.
    const keys = { language: true, updateChannel: true, stacks: true } satisfies Record<
      Exclude<keyof Policy, 'file'>,
      true
    >
    expect(firstColumn(told)).toEqual(Object.keys(keys))
  })
})
