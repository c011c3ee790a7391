import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockFileFaults, readLockFile } from '../../../../scripts/packaging/lock-file.ts'
import { projectRoot } from '../../../../scripts/project-root.ts'

const text = readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')
const integrity = `sha512-${'A'.repeat(86)}==`

function faults(entry: object): string[] {
  return lockFileFaults(
    readLockFile(JSON.stringify({ lockfileVersion: 3, packages: { '': {}, 'node_modules/x': entry } }))
  )
}

describe('the lock file', () => {
  it('pins every package by the hash of its content, and names no registry', () => {
    expect(lockFileFaults(readLockFile(text))).toEqual([])
    expect(text).not.toMatch(/"(resolved|registry)"/)
  })

  it('lets package.json ask for exact versions alone', () => {
    const { packages } = JSON.parse(text) as { packages: Record<string, Record<string, Record<string, string>>> } // as npm writes it
    const asked = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(packages['']?.[kind] ?? {})
    )
    expect(asked.length).toBeGreaterThan(40)
    expect(asked.filter(([, version]) => !/^(npm:[@\w/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})

describe('a package in it', () => {
  it('is fine with a version and a hash', () => {
    expect(faults({ version: '1.2.3', integrity })).toEqual([])
  })

  it.each([
    ['has no hash', { version: '1.2.3' }, 'no SHA-512'],
    ['has a weak hash', { version: '1.2.3', integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'no SHA-512'],
    [
      'comes from somewhere',
      { version: '1.2.3', integrity, resolved: 'https://mirror.invalid/x.tgz' },
      'names a place'
    ],
    ['comes from a repository', { version: 'git+ssh://git@host.invalid/x.git#1', integrity }, 'no version'],
    ['is a folder', { version: '1.2.3', integrity, link: true }, 'a link']
  ])('is refused when it %s', (_, entry, words) => {
    expect(faults(entry)).toEqual([expect.stringContaining(words)])
  })
})
