import { describe, expect, it } from 'vitest'
import type { ParsedInput } from '@shared/ipc/channels'
import { closingServer, freePort, httpServer } from '../api/servers'
import { Laptop } from '../laptop/laptop'
import { problemOf, problemOfPromise } from '../laptop/problemKind'
import { configure } from '../outbox/intents'

type SaveInput = ParsedInput<'stacks:save'>

/** What a person types in for the laptop's cloud, but for some fields. */
function form(laptop: Laptop, change: Partial<SaveInput> = {}): SaveInput {
  const { url, clientId, clientSecret } = laptop.cloud
  return { id: null, name: 'Site', baseUrl: url, clientId, clientSecret, keep: 'keychain', ...change }
}

/** A server that answers everything with one page. */
async function webPage(status = 200): Promise<string> {
  return httpServer((_, response) => {
    response.writeHead(status, { 'content-type': 'text/html' })
    response.end('<html>Welcome</html>')
  })
}

describe('a new stack', () => {
  it('is tested, kept and made the active one', async () => {
    const laptop = await Laptop.bare()
    const view = await laptop.app.stacks.save(form(laptop, { baseUrl: `${laptop.cloud.url}/` }))
    const { url: baseUrl, clientId, clientSecret } = laptop.cloud
    expect(view).toEqual({
      id: view.id,
      name: 'Site',
      baseUrl,
      clientId,
      secret: 'keychain',
      active: true,
      openActions: 0
    })
    expect(JSON.stringify(view)).not.toContain(clientSecret)
    expect([...laptop.keychain.secrets]).toEqual([[view.id, clientSecret]])
    expect(await laptop.app.stacks.list()).toEqual([view])
    expect(laptop.app.stacks.active()?.id).toBe(view.id)
    await laptop.quiet()
    expect(laptop.app.session.view()).toMatchObject({ stack: { id: view.id, name: 'Site' }, connection: 'online' })
  })

  it('survives the end of the app, its secret with it', async () => {
    const laptop = await Laptop.bare()
    const { id } = await laptop.app.stacks.save(form(laptop))
    await laptop.restart({ patient: true })
    await laptop.quiet()
    expect(laptop.app.session.view()).toMatchObject({ stack: { id }, connection: 'online' })
  })

  it('whose secret is for this run only has none at the next start', async () => {
    const laptop = await Laptop.bare()
    laptop.keychain.trouble = 'keychain_unavailable'
    const { id, secret } = await laptop.app.stacks.save(form(laptop, { keep: 'memory' }))
    expect(secret).toBe('memory')
    laptop.keychain.trouble = null
    await laptop.restart({ patient: true })
    await laptop.quiet()
    expect(await laptop.app.stacks.list()).toMatchObject([{ id, secret: 'missing' }])
    expect(laptop.app.session.view()).toMatchObject({ connection: 'no_secret', problem: { kind: 'secret_missing' } })
  })
})

describe('nothing is kept of a stack', () => {
  type Problem = [kind: string, change: (laptop: Laptop) => Partial<SaveInput> | Promise<Partial<SaveInput>>]

  it.each<Problem>([
    ['bad_url', () => ({ baseUrl: 'not a url' })],
    ['bad_url', () => ({ baseUrl: 'https://user:password@stack.invalid' })],
    ['not_https', () => ({ baseUrl: 'http://stack.invalid/v1' })],
    ['offline', async () => ({ baseUrl: `http://127.0.0.1:${await freePort()}` })],
    ['offline', async () => ({ baseUrl: `http://127.0.0.1:${await closingServer()}` })],
    ['not_this_api', async () => ({ baseUrl: await webPage() })],
    ['not_this_api', async () => ({ baseUrl: await webPage(404) })],
    ['not_this_api', (laptop) => ({ baseUrl: laptop.cloud.url.replace('/prod/v1', '/elsewhere') })],
    ['server_error', async () => ({ baseUrl: await webPage(502) })],
    ['bad_credentials', () => ({ clientSecret: 'a wrong one' })],
    ['bad_credentials', () => ({ clientId: 'somebody else' })],
    ['secret_missing', () => ({ clientSecret: null })],
    ['unknown_stack', () => ({ id: crypto.randomUUID() })],
    [
      'keychain_locked',
      (laptop) => {
        laptop.keychain.trouble = 'keychain_locked'
        return {}
      }
    ],
    [
      'keychain_unavailable',
      (laptop) => {
        laptop.keychain.trouble = 'keychain_unavailable'
        return {}
      }
    ]
  ])('because of %s', async (kind, change) => {
    const laptop = await Laptop.bare()
    const input = form(laptop, await change(laptop))
    expect(await problemOfPromise(laptop.app.stacks.save(input))).toBe(kind)
    laptop.keychain.trouble = null
    expect(await laptop.app.stacks.list()).toEqual([])
    expect(laptop.keychain.secrets.size).toBe(0)
    expect(laptop.app.session.view().connection).toBe('no_stack')
  })

  it('whose secret is refused, and that one is hidden from the log all the same', async () => {
    const laptop = await Laptop.bare()
    expect(await problemOfPromise(laptop.app.stacks.save(form(laptop, { clientSecret: 'a wrong one' })))).toBe(
      'bad_credentials'
    )
    expect(laptop.log.hidden).toContain('a wrong one')
  })

  it('that cannot be written into the settings, its secret included', async () => {
    const laptop = await Laptop.bare()
    laptop.makeSettingsUnwritable()
    expect(await problemOfPromise(laptop.app.stacks.save(form(laptop)))).not.toBe('none')
    expect(await laptop.app.stacks.list()).toEqual([])
    expect(laptop.keychain.secrets.size).toBe(0)
  })

  it('whose name is taken, however it is written', async () => {
    const laptop = await Laptop.signedIn()
    const again = form(laptop, { name: 'SITE' })
    expect(await problemOfPromise(laptop.app.stacks.save(again))).toBe('stack_name_taken')
    expect(await laptop.app.stacks.list()).toHaveLength(1)
  })
})

describe('a stack that is changed', () => {
  it('keeps its id and its secret, and need not be given the secret again', async () => {
    const laptop = await Laptop.signedIn()
    const view = await laptop.app.stacks.save(
      form(laptop, { id: laptop.stackId, name: 'New name', clientSecret: null })
    )
    expect(view).toMatchObject({ id: laptop.stackId, name: 'New name', secret: 'keychain' })
    expect(laptop.keychain.secrets.get(laptop.stackId)).toBe(laptop.cloud.clientSecret)
  })

  it('gets another name without the server and without its secret, and is shown by it', async () => {
    const laptop = await Laptop.signedIn()
    const { requests } = laptop.cloud
    await laptop.cloud.refuseConnections()
    laptop.keychain.secrets.clear()
    await laptop.restart({ patient: true })
    await laptop.quiet()
    const [asked, { connection, since }] = [requests.length, laptop.app.session.view()]
    const renaming = form(laptop, { id: laptop.stackId, name: 'New name', clientSecret: null })
    expect(await laptop.app.stacks.save(renaming)).toMatchObject({ name: 'New name', secret: 'missing', active: true })
    expect(laptop.app.session.view()).toMatchObject({ stack: { name: 'New name' }, connection, since })
    expect(requests).toHaveLength(asked)
    await laptop.restart({ patient: true })
    expect(await laptop.app.stacks.list()).toMatchObject([{ id: laptop.stackId, name: 'New name' }])
  })

  it('goes on with the token it has under its new name', async () => {
    const laptop = await Laptop.signedIn()
    const tokens = () => laptop.cloud.requests.filter(({ path }) => path.includes('/auth/')).length
    const asked = tokens()
    await laptop.app.stacks.save(form(laptop, { id: laptop.stackId, name: 'New name', clientSecret: null }))
    expect(await laptop.app.things.group(laptop.stackId, laptop.role('presence'))).toMatchObject({ live: true })
    expect(tokens()).toBe(asked)
  })

  it('cannot get a name that is taken, and stays as it was when the name cannot be written', async () => {
    const laptop = await Laptop.signedIn()
    const other = await Laptop.bare({ clientId: 'other' })
    await laptop.addStack('Other', other.cloud)
    const rename = (name: string) =>
      problemOfPromise(laptop.app.stacks.save(form(laptop, { id: laptop.stackId, name, clientSecret: null })))
    expect(await rename('OTHER')).toBe('stack_name_taken')
    laptop.makeSettingsUnwritable()
    expect(await rename('New name')).not.toBe('none')
    expect((await laptop.app.stacks.list()).map(({ name }) => name)).toEqual(['Site', 'Other'])
  })

  it.each<[string, Partial<SaveInput>]>([
    ['nothing', {}],
    ['the client id with the name', { name: 'New name', clientId: 'somebody else' }],
    ['the secret with the name', { name: 'New name', clientSecret: 'the next secret' }]
  ])('is tested when it changes %s', async (_what, change) => {
    const laptop = await Laptop.signedIn()
    await laptop.cloud.refuseConnections()
    const input = form(laptop, { id: laptop.stackId, clientSecret: null, ...change })
    expect(await problemOfPromise(laptop.app.stacks.save(input))).toBe('offline')
    expect(await laptop.app.stacks.list()).toMatchObject([{ name: 'Site' }])
  })

  it('may keep its own name', async () => {
    const laptop = await Laptop.signedIn()
    expect(await laptop.app.stacks.save(form(laptop, { id: laptop.stackId }))).toMatchObject({ name: 'Site' })
  })

  it('stays as it was when the new credentials are refused', async () => {
    const laptop = await Laptop.signedIn()
    const before = await laptop.app.stacks.list()
    const wrong = form(laptop, { id: laptop.stackId, clientSecret: 'a wrong one', name: 'New name' })
    expect(await problemOfPromise(laptop.app.stacks.save(wrong))).toBe('bad_credentials')
    expect(await laptop.app.stacks.list()).toEqual(before)
    expect(laptop.keychain.secrets.get(laptop.stackId)).toBe(laptop.cloud.clientSecret)
    expect(laptop.app.session.view().connection).toBe('online')
  })

  it('stays as it was, its secret included, when the settings cannot be written', async () => {
    const laptop = await Laptop.signedIn()
    const renewed = await Laptop.bare({ clientSecret: 'the next secret', clientId: laptop.cloud.clientId })
    const before = await laptop.app.stacks.list()
    laptop.makeSettingsUnwritable()
    const moved = form(renewed, { id: laptop.stackId })
    expect(await problemOfPromise(laptop.app.stacks.save(moved))).not.toBe('none')
    expect(await laptop.app.stacks.list()).toEqual(before)
    expect(laptop.keychain.secrets.get(laptop.stackId)).toBe(laptop.cloud.clientSecret)
    const inMemory = { ...moved, keep: 'memory' as const }
    expect(await problemOfPromise(laptop.app.stacks.save(inMemory))).not.toBe('none')
    expect(await laptop.app.stacks.list()).toEqual(before)
    expect(laptop.keychain.secrets.get(laptop.stackId)).toBe(laptop.cloud.clientSecret)
  })

  it('cannot go to another address or customer while actions wait for it, but may get another secret', async () => {
    const laptop = await Laptop.signedIn()
    const other = await Laptop.bare({ clientId: 'other' })
    laptop.cloud.setOnline(false)
    laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.pass(5_000)
    const save = (change: Partial<SaveInput>) => laptop.app.stacks.save(form(laptop, change))
    const moved = save({ id: laptop.stackId, baseUrl: other.cloud.url })
    expect(await problemOfPromise(moved)).toBe('stack_has_waiting_actions')
    expect(await problemOfPromise(save({ id: laptop.stackId, clientId: 'other' }))).toBe('stack_has_waiting_actions')
    laptop.cloud.setOnline(true)
    expect(await save({ id: laptop.stackId })).toMatchObject({ openActions: 1 })
  })

  it('stays where it is when an action is captured for it while the keychain is busy', async () => {
    const laptop = await Laptop.signedIn()
    const elsewhere = await Laptop.bare({ clientSecret: 'the next secret' })
    const busy = Promise.withResolvers<void>()
    laptop.keychain.written = busy.promise
    const moved = problemOfPromise(laptop.app.stacks.save(form(elsewhere, { id: laptop.stackId })))
    await laptop.until(() => laptop.keychain.secrets.get(laptop.stackId) === 'the next secret')
    laptop.capture(configure(laptop.role('presence'), 60))
    busy.resolve()
    expect(await moved).toBe('stack_has_waiting_actions')
    expect(await laptop.app.stacks.list()).toMatchObject([{ baseUrl: laptop.cloud.url }])
    expect(laptop.keychain.secrets.get(laptop.stackId)).toBe(laptop.cloud.clientSecret)
    await laptop.settle()
    expect(laptop.effects()).toHaveLength(1)
    expect(elsewhere.effects()).toEqual([])
  })

  it('forgets what it saw at its old address', async () => {
    const laptop = await Laptop.signedIn()
    const other = await Laptop.bare({ seed: 2 })
    const tuid = laptop.role('presence')
    await laptop.app.things.general(laptop.stackId, tuid)
    await laptop.app.stacks.save(form(other, { id: laptop.stackId }))
    await laptop.quiet()
    expect(laptop.app.readModel.thingsSeen(laptop.stackId, 10)).toEqual([])
    expect(laptop.app.readModel.reading(laptop.stackId, tuid, 'general')).toBeNull()
  })

  it('is asked about anew, and not taken for what an older question says of it', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.revokeCredentials()
    await laptop.app.session.checkAll()
    expect(laptop.app.session.view().connection).toBe('signed_out')
    laptop.cloud.faults.add({ match: { path: '/auth' }, fault: 'latency', ms: 300, times: 1 })
    const late = laptop.app.session.checkAll()
    await laptop.until(() => laptop.cloud.faults.struck.length === 1)
    laptop.cloud.restoreCredentials()
    await laptop.app.stacks.save(form(laptop, { id: laptop.stackId }))
    await laptop.until(() => laptop.app.session.view().connection === 'online')
    await late
    await laptop.quiet()
    expect(laptop.app.session.view().connection).toBe('online')
  })
})

describe('removing a stack', () => {
  it('keeps nothing of it', async () => {
    const laptop = await Laptop.signedIn()
    const { stackId } = laptop
    await laptop.app.things.group(stackId, laptop.role('presence'))
    await laptop.app.groups.list(stackId, '')
    await laptop.app.stacks.remove(stackId)
    const { readModel, stacks, session } = laptop.app
    expect(await stacks.list()).toEqual([])
    expect(laptop.keychain.secrets.size).toBe(0)
    expect([readModel.thingsSeen(stackId, 10), readModel.groupsSeen(stackId)]).toEqual([[], []])
    expect(session.view()).toMatchObject({ stack: null, connection: 'no_stack' })
    const before = laptop.cloud.requests.length
    await laptop.pass(600_000)
    expect(laptop.cloud.requests).toHaveLength(before)
    expect(problemOf(() => stacks.mustKnow(stackId))).toBe('unknown_stack')
  })

  it('is refused while actions wait for it or for a person', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'status', status: 400, times: 1 })
    const [action] = laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.settle()
    expect(await problemOfPromise(laptop.app.stacks.remove(laptop.stackId))).toBe('stack_has_waiting_actions')
    expect(laptop.keychain.secrets.size).toBe(1)
    laptop.app.outbox.discard(action?.id ?? '', '')
    expect(await problemOfPromise(laptop.app.stacks.remove(laptop.stackId))).toBe('none')
  })

  it('loses nothing that is captured at that very moment', async () => {
    const laptop = await Laptop.signedIn()
    const removal = laptop.app.stacks.remove(laptop.stackId)
    laptop.capture(configure(laptop.role('presence'), 60))
    expect(await problemOfPromise(removal)).toBe('stack_has_waiting_actions')
    expect(await laptop.app.stacks.list()).toHaveLength(1)
    expect(laptop.actions()).toHaveLength(1)
  })

  it('is refused, and nothing removed, while the keychain does not answer', async () => {
    const laptop = await Laptop.signedIn()
    laptop.keychain.trouble = 'keychain_locked'
    expect(await problemOfPromise(laptop.app.stacks.remove(laptop.stackId))).toBe('keychain_locked')
    laptop.keychain.trouble = null
    expect(await laptop.app.stacks.list()).toMatchObject([{ id: laptop.stackId, secret: 'keychain' }])
  })

  it('makes another one active', async () => {
    const laptop = await Laptop.signedIn()
    const other = await Laptop.bare({ clientId: 'other' })
    const { id } = await laptop.addStack('Other', other.cloud)
    expect(laptop.app.stacks.active()?.id).toBe(id)
    await laptop.app.stacks.remove(id)
    expect(laptop.app.stacks.active()?.id).toBe(laptop.stackId)
  })

  it('of nobody is refused', async () => {
    const laptop = await Laptop.bare()
    expect(await problemOfPromise(laptop.app.stacks.remove('nobody'))).toBe('unknown_stack')
    expect(problemOf(() => laptop.app.stacks.activate('nobody'))).toBe('unknown_stack')
  })
})

it('choosing a stack makes it the one that is shown', async () => {
  const laptop = await Laptop.signedIn()
  const other = await Laptop.bare({ clientId: 'other' })
  await laptop.addStack('Other', other.cloud)
  laptop.app.stacks.activate(laptop.stackId)
  await laptop.quiet()
  expect(laptop.app.session.view()).toMatchObject({ stack: { id: laptop.stackId }, connection: 'online' })
  expect((await laptop.app.stacks.list()).map(({ active }) => active)).toEqual([true, false])
})
