import { describe, expect, test } from 'vitest'
import { hostileTexts, steering } from '../../../hostile/hostile-texts.ts'
import { nonsense, tooMuch, tooSlow } from '../../../hostile/hostile-answers.ts'
import type { StackApi } from '../../../../src/main/api/stackApi'
import { httpServer, keptAlive, rawServer, scriptedStack } from './servers'
import { apiAt, transport, valueOf } from './stack'

const tuid = 'TSPR04EZU31901021'
const token = '{"data":{"token":"t"}}'

/** On a machine at work with other things, what is done about megabytes takes a while; a hang takes for ever. */
const patience = 120_000

type Call = (api: StackApi) => Promise<{ type: string; problem?: { kind: string } }>
const calls: Readonly<Record<string, Call>> = {
  'signing in': (api) => api.signIn(),
  'a read': (api) => api.getMessages(tuid, { limit: 10 }),
  'a read of a list': (api) => api.listGroups({}),
  'a write': (api) => api.setStatus(tuid, 'installed')
}

/** How each call ends at a server that answers so; it signs anybody in, unless that is what is asked for. */
async function endings(
  answer: (typeof tooMuch)[string],
  timeouts?: { readMs: number; writeMs: number }
): Promise<Record<string, string>> {
  const ended: Record<string, string> = {}
  for (const [what, call] of Object.entries(calls)) {
    const server = await rawServer((request, socket) => {
      socket.on('error', () => undefined)
      if (request.path.endsWith('/auth/client-token') && what !== 'signing in') socket.write(keptAlive(token))
      else answer(socket)
    })
    const way = transport({ maxBodyBytes: 20_000_000 })
    const outcome = await call(apiAt(server.origin, { transport: way, ...(timeouts && { timeouts }) }))
    ended[what] = `${outcome.type} ${outcome.problem?.kind ?? ''}`
    await way.close()
  }
  return ended
}

describe('a server that sends too much', () => {
  test.each(Object.entries(tooMuch))(
    '%s: what it did is not known',
    async (_what, answer) => {
      expect(await endings(answer)).toEqual({
        'signing in': 'unknown not_this_api',
        'a read': 'unknown unreadable',
        'a read of a list': 'unknown unreadable',
        'a write': 'unknown unreadable'
      })
    },
    patience
  )

  test(
    'in its words: they are not looked at',
    async () => {
      const bodies = ['eyJ-'.repeat(2_000_000), JSON.stringify({ message: 'bearer  '.repeat(1_000_000) })]
      for (const body of bodies) {
        const stack = await scriptedStack(() => ({ status: 400, body }))
        const outcome = await apiAt(stack.baseUrl).setStatus(tuid, 'installed')
        expect(outcome).toEqual({ type: 'refused', httpStatus: 400, problem: { kind: 'refused', status: 400 } })
      }
    },
    patience
  )

  test('in its words, just short enough to be looked at: in a moment', async () => {
    const stack = await scriptedStack(() => ({ status: 400, body: 'eyJ-'.repeat(16_000) }))
    expect(await apiAt(stack.baseUrl).setStatus(tuid, 'installed')).toMatchObject({ type: 'refused' })
  })
})

describe('a server that never comes to an end', () => {
  test.each(Object.entries(tooSlow))('%s: given up when its time is over', async (_what, answer) => {
    const ended = await endings(answer, { readMs: 100, writeMs: 100 })
    // A machine at work may not even sign in within that time.
    for (const ending of Object.values(ended)) expect(ending).toMatch(/^(unknown|not_sent) timeout$/)
  })
})

describe('a server that talks nonsense', () => {
  test.each(Object.entries(nonsense))('%s: nothing is believed', async (_what, answer) => {
    for (const ending of Object.values(await endings(answer))) {
      expect(ending).toMatch(/^(unknown|not_sent) (unreadable|not_this_api|offline)$/)
    }
    expect(({} as Record<string, unknown>)['data']).toBeUndefined()
  })
})

describe('a server that sends one elsewhere', () => {
  test.each([
    ['to itself, for ever', (own: string) => `${own}/prod/v1/again`],
    ['to another port', (_own: string, other: string) => other],
    ['to another host', (_own: string, other: string) => other.replace('127.0.0.1', 'localhost')],
    ['to plain http on the web', () => 'http://example.invalid/'],
    ['without a host', () => '//example.invalid/'],
    ['to a script', () => 'javascript:alert(1)'],
    ['to a file', () => 'file:///etc/passwd']
  ])('%s: nobody goes there, and nothing follows', async (_where, target) => {
    const other = await rawServer((_request, socket) => void socket.write(keptAlive(token)))
    const own = await rawServer((request, socket) => {
      if (request.path.endsWith('/client-token') && signsIn) socket.write(keptAlive(token))
      else
        socket.write(
          `HTTP/1.1 307 Temporary Redirect\r\nlocation: ${target(own.origin, other.origin)}\r\ncontent-length: 0\r\n\r\n`
        )
    })
    let signsIn = false
    expect(await apiAt(own.origin).signIn()).toMatchObject({ type: 'unknown', problem: { kind: 'not_this_api' } })
    expect(own.requests).toHaveLength(1)
    signsIn = true
    const api = apiAt(own.origin)
    for (const outcome of [await api.getGroup(tuid), await api.setStatus(tuid, 'installed')]) {
      expect(outcome).toMatchObject({ type: 'unknown', problem: { kind: 'not_this_api' } })
    }
    expect(own.requests.map(({ path }) => path.split('/').at(-1))).toEqual([
      'client-token',
      'client-token',
      'group',
      'installations'
    ])
    expect(other.connectionCount()).toBe(0)
  })
})

describe('a token that would break out of its header', () => {
  test.each(['t\r\nx-evil: 1', 't\n', 't t', 't\u0000', 'tä', ''])('%j: is none', async (bad) => {
    const server = await rawServer((_request, socket) => {
      socket.write(keptAlive(JSON.stringify({ data: { token: bad } })))
    })
    const outcome = await apiAt(server.origin).getGroup(tuid)
    expect(outcome).toMatchObject({ type: 'not_sent', problem: { kind: 'not_this_api' } })
    expect(server.requests).toHaveLength(1)
  })
})

describe('a name that would break out of its place in an address', () => {
  const names = [
    'a\r\nx-evil: 1',
    '../../other',
    '..',
    'a/b',
    'a?x=1',
    'a#b',
    'a%2Fb',
    'a\u0000b',
    'ä',
    'a b',
    '\uD83D'
  ]

  test.each(names)('group %j: stays one piece of the path, or is refused here', async (name) => {
    const stack = await scriptedStack(() => ({ body: '{"data":{"tuids":[]}}' }))
    const api = apiAt(stack.baseUrl)
    const read = await Promise.allSettled([
      api.listThingsOfGroup(name),
      api.renameGroup(name, 'b'),
      api.deleteGroup(name)
    ])
    for (const result of read) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ problem: { kind: 'invalid_input' } })
    }
    for (const { request } of stack.requests) {
      expect(request).toMatch(/^(POST \/auth\/client-token|(GET|POST|DELETE) \/groups\/[\w.~%-]+(\/things|\/rename)?)$/)
      expect(request).not.toMatch(/\/\.{1,2}(\/|$)/)
      expect(request).not.toContain('x-evil:')
    }
  })

  test.each(names)('TUID %j: is refused here', async (name) => {
    const stack = await scriptedStack(() => ({ body: '{"data":{}}' }))
    const api = apiAt(stack.baseUrl)
    const asked = [api.getGeneralInfo(name), api.setStatus(name, 'installed'), api.setGroup(name, 'a')]
    for (const call of asked) await expect(call).rejects.toMatchObject({ problem: { kind: 'invalid_input' } })
    expect(stack.requests).toEqual([])
  })

  test.each(['a\r\nx-evil: 1', 'client\u0000', '"}', 'ä'])('client id %j: stays within its body', async (clientId) => {
    const server = await rawServer((_request, socket) => void socket.write(keptAlive(token)))
    const credentials = () => Promise.resolve({ clientId, clientSecret: `${clientId}-secret` })
    expect(await apiAt(server.origin, { credentials }).signIn()).toMatchObject({ type: 'answered' })
    const [request] = server.requests
    expect(request?.head).not.toContain('x-evil')
    const sent = Buffer.from(request?.body ?? '', 'latin1').toString('utf8')
    expect(JSON.parse(sent)).toEqual({ client_id: clientId, client_secret: `${clientId}-secret` })
  })
})

/** Every text anywhere in a value, names included. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => [name, ...textsIn(part)])
}

describe('a text of the server', () => {
  test.each(Object.entries(hostileTexts))('with %s: nothing that steers is left in it', async (_what, text) => {
    const answers: Record<string, unknown> = {
      '/groups': [{ group_id: 'plain', group_description: text }, { group_id: text }],
      '/groups/plain/things': { tuids: [text, 'TSPR04EZU31901021'] },
      [`/things/${tuid}`]: { version: text, gateway_tuid: text, battery_level: text },
      [`/things/${tuid}/installations`]: [{ installation_status: text, timestamp: 1, responsible: text }],
      [`/things/${tuid}/alerts`]: [{ alert_type: text, alerts: [{ from: text, to: text }] }],
      [`/things/${tuid}/messages`]: [
        { tsmId: 1110, tsmTs: 5, tsmTuid: text, tsmGw: text, deploymentGroupId: text, [text]: [text, { [text]: text }] }
      ],
      [`/things/${tuid}/commands`]: [{ responsible: text, command: { tsmId: 1500, said: text } }],
      '/things/alerts': { alerting_tuids: [text] }
    }
    const stack = await scriptedStack((request) => ({
      body: JSON.stringify({ data: answers[request.split(' ')[1]?.split('?')[0] ?? ''] })
    }))
    const api = apiAt(stack.baseUrl)
    const read = [
      valueOf(await api.listGroups({})),
      valueOf(await api.listThingsOfGroup('plain')),
      valueOf(await api.getGeneralInfo(tuid)),
      valueOf(await api.getInstallations(tuid, {})),
      valueOf(await api.getThingAlerts(tuid, {})),
      valueOf(await api.getMessages(tuid, { limit: 10 })),
      valueOf(await api.getCommands(tuid, {})),
      valueOf(await api.getAlertingTuids())
    ]
    expect(textsIn(read).filter((each) => steering.test(each))).toEqual([])
    expect(textsIn(read)).toContain('plain')
  })

  test('that is a name of a group with something unseen in it: the answer cannot be read', async () => {
    const stack = await scriptedStack(() => ({ body: '{"data":{"group_id":"safe\\u202Egpj"}}' }))
    const outcome = await apiAt(stack.baseUrl).getGroup(tuid)
    expect(outcome).toMatchObject({ type: 'unknown', problem: { kind: 'unreadable' } })
  })

  test('of any length is cut where no screen could show it', async () => {
    const stack = await scriptedStack(() => ({ body: JSON.stringify({ data: { version: 'x'.repeat(1_000_000) } }) }))
    const { version } = valueOf(await apiAt(stack.baseUrl).getGeneralInfo(tuid))
    expect(version).toHaveLength(10_001)
  })
})

test('a kept connection on which a server goes on talking gives the next request no answer of the last', async () => {
  const origin = await httpServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '2' })
    response.write('{}')
    response.socket?.write(keptAlive('{"data":{"token":"smuggled"}}'))
    response.end()
  })
  const way = transport()
  const get = () => way.send({ method: 'GET', origin, path: '/', headers: {}, timeoutMs: 5_000 })
  await get()
  const second = await get()
  expect(JSON.stringify(second)).not.toContain('smuggled')
})
