import { describe, expect, it } from 'vitest'
import type { Intent } from '@shared/domain/action'
import { ProblemError } from '@shared/domain/problem'
import type { FaultRule } from '../../../simulator/faults'
import {
  assign,
  configure,
  configureAll,
  createGroup,
  deleteGroup,
  office,
  renameGroup,
  setStatus,
  store
} from '../outbox/intents'
import { carrier, parcel, type Carrier } from './carrier'

const everyKind: [what: string, intent: (tuid: string) => Intent][] = [
  ['a status', (tuid) => setStatus(tuid, 'quarantine')],
  ['an assignment', (tuid) => assign(tuid, store)],
  ['a command', (tuid) => configure(tuid, 60)],
  ['a new group', () => createGroup('prfi00uusi', 'Upstairs')],
  ['a new name', () => renameGroup(store, 'prfi00arkisto')],
  ['the end of a group', () => deleteGroup(store)]
]

describe('sending', () => {
  it.each(everyKind)('%s is accepted', async (_, intent) => {
    const { cloud, courier, tuid } = await carrier({ responsible: 'aino' })
    const outcome = await courier.send(parcel(intent(tuid)))
    const responsible = intent(tuid).type === 'command' ? 'aino' : null
    expect(outcome).toEqual({ type: 'accepted', httpStatus: 200, responsible })
    expect(cloud.effects.filter(({ by }) => by === 'api')).toHaveLength(1)
  })

  it('a command carries its number, its event and its parameters', async () => {
    const { cloud, courier, tuid } = await carrier()
    await courier.send(parcel(configure(tuid, 90), { transactionId: 7 }))
    expect(cloud.effects.at(-1)).toMatchObject({
      command: { tsmId: 1500, tsmEv: 30, transactionId: 7, reportInterval: 90 }
    })
  })

  it('several commands go in one request, each with its own number', async () => {
    const { cloud, courier, tuid } = await carrier()
    expect(await courier.send(parcel(configureAll(tuid, 90, 3)))).toMatchObject({ type: 'accepted' })
    expect(cloud.requests.filter(({ method, path }) => method === 'POST' && path.includes('/commands'))).toHaveLength(1)
    expect(cloud.effects.filter(({ by }) => by === 'api')).toMatchObject([
      { command: { tsmId: 1500, transactionId: 42, reportInterval: 90 } },
      { command: { tsmId: 13200, transactionId: 43 } },
      { command: { tsmId: 1501, transactionId: 44 } }
    ])
  })

  it('of several commands those that have arrived are not sent again, and the others keep their numbers', async () => {
    const { cloud, courier, tuid } = await carrier()
    await courier.send(parcel(configureAll(tuid, 90, 3), { arrived: [43] }))
    expect(cloud.effects.filter(({ by }) => by === 'api')).toMatchObject([
      { command: { tsmId: 1500, transactionId: 42 } },
      { command: { tsmId: 1501, transactionId: 44 } }
    ])
  })

  it.each<[sent: object[], type: string]>([
    [[{ transactionId: 42 }, { transactionId: 43 }], 'accepted'],
    [[{ transactionId: 43 }, {}], 'accepted'],
    [[{ transactionId: 42 }], 'contradicted'],
    [[{ transactionId: 42 }, { transactionId: 7 }], 'contradicted']
  ])('a "yes" to two commands that names %j is %s', async (sent, type) => {
    const { cloud, courier, tuid } = await carrier()
    const body = JSON.stringify({ data: { commands: sent.map((each) => ({ tsmId: 1500, tsmEv: 30, ...each })) } })
    cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'wrong-shape', body })
    expect(await courier.send(parcel(configureAll(tuid, 60, 2)))).toMatchObject({ type })
  })

  it('a command without a number is never sent', async () => {
    const { cloud, courier, tuid } = await carrier()
    await expect(courier.send(parcel(configure(tuid, 60), { transactionId: null }))).rejects.toThrow('transaction id')
    expect(cloud.effects.filter(({ by }) => by === 'api')).toEqual([])
  })

  it.each<[fault: Omit<FaultRule, 'match'>, outcome: object]>([
    [
      { fault: 'status', status: 400, message: 'No' },
      { type: 'refused', httpStatus: 400, words: 'No' }
    ],
    [
      { fault: 'status', status: 500, message: 'Oh' },
      { type: 'unknown', httpStatus: 500, retryAfterMs: null, words: 'Oh' }
    ],
    [
      { fault: 'status', status: 503, retryAfter: 9 },
      { type: 'unknown', httpStatus: 503, retryAfterMs: 9_000 }
    ],
    [
      { fault: 'status', status: 429, retryAfter: 9 },
      { type: 'busy', httpStatus: 429, retryAfterMs: 9_000 }
    ],
    [{ fault: 'act-then-drop' }, { type: 'unknown', httpStatus: null }],
    [{ fault: 'garbage-json' }, { type: 'unknown', httpStatus: 200 }]
  ])('through %j', async (fault, outcome) => {
    const { cloud, courier, tuid } = await carrier()
    cloud.faults.add({ match: { path: '/installations' }, ...fault })
    expect(await courier.send(parcel(setStatus(tuid, 'quarantine')))).toMatchObject(outcome)
  })

  it.each<[intent: (tuid: string) => Intent, path: string, body: string, words: string]>([
    [(tuid) => setStatus(tuid, 'quarantine'), '/installations', '{"data":{"installation_status":"new"}}', 'new'],
    [(tuid) => assign(tuid, store), '/group', '{"data":{"group_id":"other"}}', 'other'],
    [() => createGroup('a'), '/groups', '{"data":{"group_id":"A"}}', 'A'],
    [() => renameGroup(store, 'a'), '/rename', `{"data":{"group_id":"${store}","renamed":true}}`, store]
  ])('a "yes" to something else is a contradiction', async (intent, path, body, words) => {
    const { cloud, courier, tuid } = await carrier()
    cloud.faults.add({ match: { method: 'POST', path }, fault: 'wrong-shape', body })
    expect(await courier.send(parcel(intent(tuid)))).toEqual({ type: 'contradicted', httpStatus: 200, words })
  })

  it.each<[commands: unknown, words: string]>([
    [[], 'commands: []'],
    [[{ tsmId: 1500, tsmEv: 30, transactionId: 7 }], 'transactionId: 7']
  ])('a "yes" that names other commands than ours is a contradiction: %j', async (commands, words) => {
    const { cloud, courier, tuid } = await carrier()
    const body = JSON.stringify({ data: { commands } })
    cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'wrong-shape', body })
    const outcome = await courier.send(parcel(configure(tuid, 60)))
    expect(outcome).toEqual({ type: 'contradicted', httpStatus: 200, words })
  })

  it.each([
    {},
    { commands: null },
    { commands: [{}] },
    { commands: [{ tsmId: 1500, tsmEv: 30 }] },
    {
      commands: [
        { tsmId: 1500, transactionId: 7 },
        { tsmId: 1500, transactionId: '42' }
      ]
    }
  ])('a "yes" that says too little is none: %j', async (data) => {
    const { cloud, courier, tuid } = await carrier()
    const body = JSON.stringify({ data })
    cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'wrong-shape', body })
    expect(await courier.send(parcel(configure(tuid, 60)))).toMatchObject({ type: 'accepted', httpStatus: 200 })
  })

  it.each<[intent: () => Intent, words: string]>([
    [() => renameGroup(office, 'a'), 'renamed: false'],
    [() => deleteGroup(office), 'deleted: false']
  ])('a "yes" that did nothing is a refusal', async (intent, words) => {
    const { cloud, courier } = await carrier()
    cloud.world.lockedGroups.add(office)
    expect(await courier.send(parcel(intent()))).toEqual({ type: 'refused', httpStatus: 200, words })
  })

  it('what the API forbids by its own rules is refused without asking anybody', async () => {
    const { cloud, courier, tuid } = await carrier()
    expect(await courier.send(parcel(assign(tuid, 'half-\ud800')))).toMatchObject({ type: 'refused', httpStatus: null })
    expect(cloud.requests).toEqual([])
  })
})

describe('nothing is sent', () => {
  const send = ({ courier, tuid }: Carrier) => courier.send(parcel(setStatus(tuid, 'quarantine')))

  it('where nobody listens', async () => {
    const made = await carrier()
    await made.cloud.refuseConnections()
    expect(await send(made)).toMatchObject({ type: 'not_sent' })
  })

  it('without a secret, or with a keychain that keeps it', async () => {
    expect(await send(await carrier({}, { credentials: () => Promise.resolve(null) }))).toMatchObject({
      type: 'secret_missing'
    })
    for (const kind of ['keychain_locked', 'keychain_unavailable'] as const) {
      const credentials = () => Promise.reject(new ProblemError({ kind }))
      expect(await send(await carrier({}, { credentials }))).toMatchObject({ type: 'secret_missing' })
    }
  })

  it('with credentials that are refused', async () => {
    const made = await carrier()
    made.cloud.revokeCredentials()
    expect(await send(made)).toMatchObject({ type: 'auth' })
  })

  it.each<Omit<FaultRule, 'match'>>([
    { fault: 'html-502' },
    { fault: 'status', status: 500 },
    { fault: 'garbage-json' },
    { fault: 'status', status: 404 }
  ])('while no token is to be had, which is worth waiting for: %o', async (fault) => {
    const made = await carrier()
    made.cloud.faults.add({ match: { path: '/auth' }, ...fault })
    expect(await send(made)).toMatchObject({ type: 'busy', retryAfterMs: null })
    expect(made.cloud.requests).toHaveLength(1)
  })

  it('while the sign-in itself is busy, for as long as it says', async () => {
    const made = await carrier()
    made.cloud.faults.add({ match: { path: '/auth' }, fault: 'status', status: 429, retryAfter: 30 })
    expect(await send(made)).toMatchObject({ type: 'busy', httpStatus: 429, retryAfterMs: 30_000 })
  })
})
