import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { policyPlace, readPolicy } from '../../../../../src/main/adapters/policy/policyFile'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'))
  file = join(folder, 'policy.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('where a policy lies', () => {
  it.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['linux', {}, '/etc/thingsee-field-installer/policy.json'],
    ['darwin', {}, '/Library/Application Support/Thingsee Field Installer/policy.json'],
    ['win32', { ProgramData: 'D:\\Data' }, 'D:\\Data\\Thingsee Field Installer\\policy.json'],
    ['win32', {}, 'C:\\ProgramData\\Thingsee Field Installer\\policy.json']
  ])('on %s with %j: %s', (platform, environment, place) => {
    expect(policyPlace(platform, environment, ['app', '--lang=fi'])).toEqual({ file: place, named: false })
  })

  it('is what the command line names, the last one if there are several', () => {
    const place = policyPlace('linux', {}, ['app', '--policy=/a.json', '--policy=/srv/b=c.json'])
    expect(place).toEqual({ file: '/srv/b=c.json', named: true })
  })
})

const stack = { name: 'Nordlys', baseUrl: 'https://nordlys.example/prod/v1/', clientId: 'installer' }

describe('a policy', () => {
  it('is read whole, its addresses as the app keeps them', () => {
    writeFileSync(file, `\uFEFF${JSON.stringify({ language: 'fi', updateChannel: 'stable', stacks: [stack] })}`)
    const policy = {
      file,
      language: 'fi',
      updateChannel: 'stable',
      stacks: [{ ...stack, baseUrl: 'https://nordlys.example/prod/v1' }]
    }
    expect(readPolicy({ file, named: true })).toEqual({ policy, trouble: null })
  })

  it('may say nothing at all', () => {
    writeFileSync(file, '{}')
    expect(readPolicy({ file, named: false })).toEqual({ policy: { file, stacks: [] }, trouble: null })
  })

  it('need not be there, unless it was asked for by name', () => {
    expect(readPolicy({ file, named: false })).toEqual({ policy: null, trouble: null })
    expect(readPolicy({ file, named: true })).toEqual({ policy: null, trouble: `${file}: ENOENT` })
  })

  it.each<[string, string, string]>([
    ['torn', '{"language": "f', 'no JSON'],
    ['a list', '[]', 'expected object'],
    ['another language', '{"language": "sv"}', 'language'],
    ['a key nobody knows', '{"langauge": "fi"}', 'langauge'],
    ['a secret', JSON.stringify({ stacks: [{ ...stack, clientSecret: 'hush' }] }), 'clientSecret'],
    [
      'an open address',
      JSON.stringify({ stacks: [{ ...stack, baseUrl: 'http://nordlys.example' }] }),
      'stacks.0.baseUrl: must begin with https://'
    ],
    [
      'no address',
      JSON.stringify({ stacks: [{ ...stack, baseUrl: 'nordlys' }] }),
      'stacks.0.baseUrl: is no web address'
    ],
    ['the same stack twice', JSON.stringify({ stacks: [stack, { ...stack, name: 'Again' }] }), 'the same stack twice'],
    ['far too much', ' '.repeat(1_000_001), 'larger than 1 MB']
  ])('that is %s holds in nothing, and says where it is wrong', (_, text, why) => {
    writeFileSync(file, text)
    const { policy, trouble } = readPolicy({ file, named: false })
    expect(policy).toBeNull()
    expect(trouble).toContain(file)
    expect(trouble).toContain(why)
    expect(trouble).not.toContain('hush')
  })
})
