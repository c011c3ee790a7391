import { describe, expect, it } from 'vitest'
import { handOverStack } from '../../../../scripts/stack-handover.ts'

const offered = { url: 'http://127.0.0.1:9/prod/v1', clientId: 'client', clientSecret: 'secret' }

interface Known {
  id: string
  name: string
  baseUrl: string
  secret: string
}

interface App {
  /** What its answer is when the files cannot be opened or can. */
  opening?: unknown
  /** Why a place keeps no secret. */
  problem?: string
}

/** An app that has just started, knows some stacks and can keep secrets in some places. */
function appWith(known: Known[], keeps: string[], { opening = { ok: true, value: null }, problem }: App = {}) {
  const saved: Record<string, unknown>[] = []
  let isOpen = false
  const ask = (channel: string, input?: unknown): Promise<unknown> => {
    if (channel === 'storage:open') {
      isOpen = true
      return Promise.resolve(opening)
    }
    if (!isOpen) return Promise.reject(new Error(`No handler registered for '${channel}'`))
    if (channel === 'stacks:list') return Promise.resolve({ ok: true, value: known })
    const wanted = input as Record<string, unknown> // what handOverStack sends to stacks:save
    saved.push(wanted)
    const kept = keeps.includes(String(wanted['keep']))
    const refusal = { kind: problem ?? 'keychain_unavailable' }
    return Promise.resolve(kept ? { ok: true, value: {} } : { ok: false, problem: refusal })
  }
  return { ask, saved }
}

describe('handing a stack to a running app', () => {
  it('saves a new one as the set-up screen does', async () => {
    const { ask, saved } = appWith([], ['keychain'])
    expect(await handOverStack(ask, offered)).toBe('keychain')
    expect(saved).toEqual([
      { id: null, name: 'Demo', baseUrl: offered.url, clientId: 'client', clientSecret: 'secret', keep: 'keychain' }
    ])
  })

  it('falls back to memory where there is no keychain', async () => {
    const { ask, saved } = appWith([], ['memory'])
    expect(await handOverStack(ask, offered)).toBe('memory')
    expect(saved.map(({ keep }) => keep)).toEqual(['keychain', 'memory'])
  })

  it('leaves a stack alone that is ready from the last time', async () => {
    const { ask, saved } = appWith([{ id: '1', name: 'Demo', baseUrl: offered.url, secret: 'keychain' }], [])
    await handOverStack(ask, offered)
    expect(saved).toEqual([])
  })

  it('gives a known stack its lost secret again', async () => {
    const { ask, saved } = appWith([{ id: '1', name: 'Mine', baseUrl: offered.url, secret: 'missing' }], ['keychain'])
    await handOverStack(ask, offered)
    expect(saved).toMatchObject([{ id: '1', name: 'Mine' }])
  })

  it('chooses a name that is free', async () => {
    const { ask, saved } = appWith(
      [{ id: '1', name: 'Demo', baseUrl: 'https://else', secret: 'keychain' }],
      ['keychain']
    )
    await handOverStack(ask, offered)
    expect(saved).toMatchObject([{ id: null, name: 'Demo 2' }])
  })

  it('says why when the app does not take it', async () => {
    const { ask, saved } = appWith([], [], { problem: 'offline' })
    await expect(handOverStack(ask, offered)).rejects.toThrow('offline')
    expect(saved).toHaveLength(1)
  })

  it.each<[unknown, string]>([
    [{ ok: true, value: { kind: 'read_only', detail: 'attempt to write' } }, 'attempt to write'],
    [{ ok: false, problem: { kind: 'internal' } }, 'internal']
  ])('says why when the app cannot open its files: %j', async (opening, why) => {
    const { ask, saved } = appWith([], ['keychain'], { opening })
    await expect(handOverStack(ask, offered)).rejects.toThrow(`cannot open its files: ${why}`)
    expect(saved).toEqual([])
  })
})
