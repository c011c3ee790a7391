import { describe, expect, it } from 'vitest'
import { SecretVault } from '../../../../src/main/stacks/secretVault'
import { MemoryKeychain } from '../laptop/memoryKeychain'
import { problemOfPromise } from '../laptop/problemKind'
import { RecordingLog } from '../recordingLog'

function open() {
  const keychain = new MemoryKeychain()
  const log = new RecordingLog()
  return { keychain, log, vault: new SecretVault(keychain, log) }
}

describe('a secret', () => {
  it('in the keychain is read from there, and hidden from the log before it is used', async () => {
    const { keychain, log, vault } = open()
    keychain.secrets.set('a', 'hush')
    expect(await vault.read('a')).toBe('hush')
    expect(log.hidden).toEqual(['hush'])
    expect(await vault.read('b')).toBeNull()
  })

  it('that is to be kept is hidden from the log as well', async () => {
    for (const place of ['keychain', 'memory'] as const) {
      const { log, vault } = open()
      await vault.keep('a', 'hush', place, false)
      expect(log.hidden).toContain('hush')
    }
  })

  it('in memory is never written to the keychain, and replaces an older one there', async () => {
    const { keychain, vault } = open()
    keychain.secrets.set('a', 'old')
    await vault.keep('a', 'new', 'memory', false)
    expect([await vault.read('a'), keychain.secrets.size]).toEqual(['new', 0])
  })

  it('in memory gives way to one in the keychain', async () => {
    const { keychain, vault } = open()
    await vault.keep('a', 'old', 'memory', false)
    await vault.keep('a', 'new', 'keychain', false)
    expect([await vault.read('a'), keychain.secrets.get('a')]).toEqual(['new', 'new'])
    expect(await vault.placeOf('a')).toBe('keychain')
  })

  it('that the keychain does not take is not kept anywhere', async () => {
    const { keychain, vault } = open()
    await vault.keep('a', 'old', 'memory', false)
    keychain.trouble = 'keychain_locked'
    expect(await problemOfPromise(vault.keep('a', 'new', 'keychain', false))).toBe('keychain_locked')
    expect(await vault.read('a')).toBe('old')
  })

  it.each(['keychain', 'memory'] as const)(
    'kept in %s by mistake is undone, whatever was there before',
    async (place) => {
      for (const before of ['keychain', 'memory', 'nowhere'] as const) {
        const { keychain, vault } = open()
        if (before !== 'nowhere') await vault.keep('a', 'old', before, false)
        const putBack = await vault.keep('a', 'new', place, false)
        await putBack()
        expect(await vault.read('a')).toBe(before === 'nowhere' ? null : 'old')
        expect(keychain.secrets.get('a')).toBe(before === 'keychain' ? 'old' : undefined)
      }
    }
  )

  it('that cannot be put back is reported, without its value', async () => {
    const { keychain, log, vault } = open()
    await vault.keep('a', 'old', 'keychain', false)
    const putBack = await vault.keep('a', 'new', 'keychain', false)
    keychain.trouble = 'keychain_locked'
    await putBack()
    expect(log.entries).toMatchObject([{ level: 'error', area: 'stacks' }])
  })
})

describe('removing a secret', () => {
  it('takes it out of memory and keychain', async () => {
    const { keychain, vault } = open()
    await vault.keep('a', 'hush', 'memory', false)
    keychain.secrets.set('a', 'from an earlier run')
    await vault.remove('a')
    expect([await vault.read('a'), keychain.secrets.size]).toEqual([null, 0])
  })

  it('from memory works where there is no keychain, but not while one is locked', async () => {
    const { keychain, vault } = open()
    await vault.keep('a', 'hush', 'memory', false)
    keychain.trouble = 'keychain_locked'
    expect(await problemOfPromise(vault.remove('a'))).toBe('keychain_locked')
    keychain.trouble = 'keychain_unavailable'
    expect(await problemOfPromise(vault.remove('a'))).toBe('none')
    expect(await vault.placeOf('a')).toBe('unknown')
  })

  it('that may be in a keychain which is not there is refused', async () => {
    const { keychain, vault } = open()
    keychain.trouble = 'keychain_unavailable'
    expect(await problemOfPromise(vault.remove('a'))).toBe('keychain_unavailable')
  })
})

describe('where a secret is', () => {
  it('is asked of the keychain once, and again as long as it cannot say', async () => {
    const { keychain, vault } = open()
    keychain.trouble = 'keychain_locked'
    expect(await vault.placeOf('a')).toBe('unknown')
    keychain.trouble = null
    expect(await vault.placeOf('a')).toBe('missing')
    keychain.secrets.set('b', 'hush')
    expect(await vault.placeOf('b')).toBe('keychain')
    keychain.trouble = 'keychain_locked'
    expect([await vault.placeOf('a'), await vault.placeOf('b')]).toEqual(['missing', 'keychain'])
  })

  it('follows what is kept and removed', async () => {
    const { vault } = open()
    await vault.keep('a', 'hush', 'memory', false)
    expect(await vault.placeOf('a')).toBe('memory')
    await vault.keep('a', 'hush', 'keychain', false)
    expect(await vault.placeOf('a')).toBe('keychain')
    await vault.remove('a')
    expect(await vault.placeOf('a')).toBe('missing')
  })
})
