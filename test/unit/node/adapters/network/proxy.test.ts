import { session } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { proxyFor, readProxyList } from '../../../../../src/main/adapters/network/proxy'
import { RecordingLog } from '../../recordingLog'

describe('the proxy that the system names', () => {
  it.each<[string, string | null]>([
    ['DIRECT', null],
    ['', null],
    ['PROXY proxy.corp:8080', 'http://proxy.corp:8080'],
    ['HTTP proxy.corp:8080', 'http://proxy.corp:8080'],
    ['HTTPS proxy.corp:8443', 'https://proxy.corp:8443'],
    ['PROXY [fe80::1]:3128', 'http://[fe80::1]:3128'],
    ['PROXY first:1; PROXY second:2; DIRECT', 'http://first:1'],
    ['DIRECT; PROXY second:2', null],
    ['  proxy   proxy.corp:8080 ;DIRECT', 'http://proxy.corp:8080'],
    ['SOCKS5 socks.corp:1080; PROXY proxy.corp:8080', 'http://proxy.corp:8080'],
    ['SOCKS5 socks.corp:1080; DIRECT', null]
  ])('%s: %s', (list, proxy) => expect(readProxyList(list)).toEqual({ proxy }))

  it.each<[string, string[]]>([
    ['SOCKS5 socks.corp:1080', ['SOCKS5 socks.corp:1080']],
    ['SOCKS a:1; QUIC b:2', ['SOCKS a:1', 'QUIC b:2']],
    ['PROXY', ['PROXY']],
    ['PROXY :8080', ['PROXY :8080']],
    ['PROXY host:99999', ['PROXY host:99999']],
    ['nonsense', ['nonsense']]
  ])('%s is none of ours', (list, unusable) => {
    expect(readProxyList(list)).toEqual({ proxy: null, unusable })
  })
})

describe('asking the system', () => {
  afterEach(() => vi.restoreAllMocks())

  it('connects directly where the system says so', async () => {
    const log = new RecordingLog()
    expect(await proxyFor('https://api.example.com', log)).toBeNull()
    expect(log.entries).toEqual([])
  })

  it('connects directly, and logs it, where the only proxy is none of ours', async () => {
    vi.spyOn(session.defaultSession, 'resolveProxy').mockResolvedValue('SOCKS5 socks.corp:1080')
    const log = new RecordingLog()
    expect(await proxyFor('https://api.example.com', log)).toBeNull()
    expect(log.entries).toMatchObject([{ level: 'warn', fields: { ways: ['SOCKS5 socks.corp:1080'] } }])
  })

  it('connects directly, and logs it, where the settings cannot be read', async () => {
    vi.spyOn(session.defaultSession, 'resolveProxy').mockRejectedValue(new Error('no proxy service'))
    const log = new RecordingLog()
    expect(await proxyFor('https://api.example.com', log)).toBeNull()
    expect(log.entries).toMatchObject([{ level: 'warn' }])
  })

  it('does not wait for ever for a proxy script', async () => {
    vi.useFakeTimers()
    vi.spyOn(session.defaultSession, 'resolveProxy').mockReturnValue(new Promise(() => undefined))
    const log = new RecordingLog()
    const asked = proxyFor('https://api.example.com', log)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await asked).toBeNull()
    expect(log.entries).toMatchObject([{ level: 'warn' }])
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })
})
