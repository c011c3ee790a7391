import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { httpServer } from '../api/servers'
import { Laptop } from '../laptop/laptop'
import { problemOfPromise } from '../laptop/problemKind'
import { configure, setStatus } from '../outbox/intents'

const thing = 'TSPR04EZU31901021'

interface Spy {
  readonly url: string
  readonly secret: string
  /** Every request as it came, headers and body. */
  readonly seen: string[]
}

/** A stack that takes any credentials, knows nothing, and remembers every byte it was sent. */
async function spy(secret: string): Promise<Spy> {
  const seen: string[] = []
  const url = await httpServer((request, response) => {
    void text(request).then((body) => {
      seen.push(`${request.method ?? ''} ${request.url ?? ''}\n${JSON.stringify(request.headers)}\n${body}`)
      const isSignIn = request.url?.endsWith('/auth/client-token') === true
      response.writeHead(isSignIn ? 200 : 404, { 'content-type': 'application/json' })
      response.end(isSignIn ? `{"data":{"token":"token-for-${secret}"}}` : '{"message":"Nothing here"}')
    })
  })
  return { url, secret, seen }
}

function form({ url, secret }: Spy, name: string, id: string | null = null) {
  return { id, name, baseUrl: url, clientId: `client-of-${secret}`, clientSecret: secret, keep: 'keychain' as const }
}

describe('what belongs to one stack never reaches another', () => {
  it('while both are at work', async () => {
    const laptop = await Laptop.bare()
    const [here, there] = [await spy('secret-one'), await spy('secret-two')]
    const one = await laptop.app.stacks.save(form(here, 'One'))
    const two = await laptop.app.stacks.save(form(there, 'Two'))
    for (const { id } of [one, two]) {
      laptop.app.outbox.capture(id, [setStatus(thing, 'installed'), configure(thing, 60)])
      await laptop.app.things.general(id, thing)
      await laptop.app.groups.list(id, '')
    }
    laptop.app.stacks.activate(one.id)
    await laptop.pass(1_200_000)
    for (const [mine, other] of [
      [here, there],
      [there, here]
    ]) {
      expect(mine?.seen.join()).toContain(`token-for-${mine?.secret ?? ''}`)
      expect(mine?.seen.join()).not.toContain(other?.secret)
    }
  })

  it('while a stack moves to another address', async () => {
    const laptop = await Laptop.bare()
    const [old, next] = [await spy('secret-old'), await spy('secret-next')]
    const { id } = await laptop.app.stacks.save(form(old, 'Site'))
    await laptop.quiet()
    // Its token has expired. The keychain holds the new secret already, but the stack is still at its old address.
    await laptop.pass(900_000)
    const wasSeen = old.seen.length
    const { promise, resolve } = Promise.withResolvers<void>()
    laptop.keychain.written = promise
    const saving = laptop.app.stacks.save(form(next, 'Site', id))
    await laptop.until(() => laptop.keychain.secrets.get(id) === 'secret-next')
    const readings = [laptop.app.things.general(id, thing), laptop.app.things.group(id, thing)]
    await laptop.quiet()
    resolve()
    await saving
    expect(await Promise.all(readings)).toMatchObject([{ live: false }, { live: false }])
    await laptop.quiet()
    expect(old.seen.slice(wasSeen).join()).not.toContain('secret-next')
    expect(next.seen.join()).not.toContain('secret-old')
    expect(await laptop.app.things.general(id, thing)).toMatchObject({ problem: { kind: 'not_found' } })
    expect(next.seen.join()).toContain('token-for-secret-next')
  })

  it('when a new address comes without a secret', async () => {
    const laptop = await Laptop.bare()
    const [old, next] = [await spy('secret-old'), await spy('secret-next')]
    const { id } = await laptop.app.stacks.save(form(old, 'Site'))
    const moved = { ...form(next, 'Site', id), clientSecret: null }
    expect(await problemOfPromise(laptop.app.stacks.save(moved))).toBe('secret_missing')
    expect(next.seen).toEqual([])
  })

  it('when the secret of the new address is for this run only, not even at the next start', async () => {
    const laptop = await Laptop.bare()
    const [old, next] = [await spy('secret-old'), await spy('secret-next')]
    const { id } = await laptop.app.stacks.save(form(old, 'Site'))
    await laptop.app.stacks.save({ ...form(next, 'Site', id), keep: 'memory' })
    expect(laptop.keychain.secrets.size).toBe(0)
    await laptop.restart({ patient: true })
    await laptop.quiet()
    expect(laptop.app.session.view()).toMatchObject({ connection: 'no_secret' })
    expect(next.seen.join()).not.toContain('secret-old')
  })

  it('when the old secret cannot be taken out of the keychain: then the stack stays where it is', async () => {
    const laptop = await Laptop.bare()
    const [old, next] = [await spy('secret-old'), await spy('secret-next')]
    const before = await laptop.app.stacks.save(form(old, 'Site'))
    laptop.keychain.trouble = 'keychain_locked'
    const moved = { ...form(next, 'Site', before.id), keep: 'memory' as const }
    expect(await problemOfPromise(laptop.app.stacks.save(moved))).toBe('keychain_locked')
    laptop.keychain.trouble = null
    expect(await laptop.app.stacks.list()).toEqual([before])
  })
})

it('no secret and no token is ever written to the log or to a file', async () => {
  const laptop = await Laptop.bare()
  const site = await spy('secret-one')
  const { id } = await laptop.app.stacks.save(form(site, 'One'))
  laptop.app.outbox.capture(id, [configure(thing, 60)])
  await laptop.pass(60_000)
  expect(laptop.log.hidden).toContain('secret-one')
  expect(JSON.stringify(laptop.log.entries)).not.toMatch(/secret-one/)
  expect(laptop.filesContain('client-of-secret-one')).toBe(true)
  expect(laptop.filesContain('"secret-one"')).toBe(false)
  expect(laptop.filesContain('token-for-secret-one')).toBe(false)
})
