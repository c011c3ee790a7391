import fc, { type Arbitrary } from 'fast-check'
import type { FaultRule } from '../../../../simulator/faults'
import type { Simulator } from '../../../../simulator/simulator'
import { step, type Step } from './step'

/** What a server does to a request. */
export type Misbehaviour = Omit<FaultRule, 'match' | 'times'>

const second = 1_000

export const writes: readonly NonNullable<FaultRule['match']>[] = [
  { method: 'POST', path: /^\/(things|groups)/ },
  { method: 'DELETE', path: /^\/groups/ }
]
const reads: typeof writes = [{ method: 'GET', path: /^\/(things|groups)/ }]

/**
 * A server acts on a request no later than this after it was sent, whatever has become of the connection or of the app
 * meanwhile: the gateway in front of it gives up on it after 29 s (docs/reliability.md, "Not promised").
 */
export const anyDelay = fc.integer({ min: second, max: 29 * second })

/** An answer may take any time, and need not be waited for. */
const anySlowness = fc.integer({ min: second, max: 60 * second })

const anyMisbehaviour = fc.oneof(
  {
    weight: 18,
    arbitrary: fc.constantFrom<Misbehaviour>(
      { fault: 'drop-before' },
      { fault: 'act-then-drop' },
      { fault: 'act-partly' },
      { fault: 'act-partly', status: 500 },
      { fault: 'act-partly', status: 504 },
      { fault: 'act-then-status', status: 500 },
      { fault: 'act-then-status', status: 503, retryAfter: 20 },
      { fault: 'act-then-status', status: 504 },
      { fault: 'status', status: 500 },
      { fault: 'status', status: 429, retryAfter: 30 },
      { fault: 'status', status: 429 },
      { fault: 'status', status: 401 },
      { fault: 'html-502' },
      { fault: 'html-502', act: true },
      { fault: 'truncated-json' },
      { fault: 'cut-body' },
      { fault: 'garbage-json' },
      { fault: 'garbage-json', act: false },
      { fault: 'empty-200' },
      { fault: 'ok-status', status: 204 },
      { fault: 'hang' }
    )
  },
  { weight: 3, arbitrary: anyDelay.map<Misbehaviour>((ms) => ({ fault: 'slow-act', ms })) },
  { weight: 3, arbitrary: anyDelay.map<Misbehaviour>((ms) => ({ fault: 'late-act', ms })) },
  { weight: 2, arbitrary: anyDelay.map<Misbehaviour>((ms) => ({ fault: 'late-act', ms, status: 504 })) },
  { weight: 2, arbitrary: anyDelay.map<Misbehaviour>((ms) => ({ fault: 'late-act', ms, status: 502 })) },
  { weight: 2, arbitrary: anySlowness.map<Misbehaviour>((ms) => ({ fault: 'latency', ms })) },
  { weight: 2, arbitrary: anySlowness.map<Misbehaviour>((ms) => ({ fault: 'slow', ms })) }
)

/** A read that answers with nonsense and "yes" would be a lie that nobody can see through: reads only fail, or are slow. */
const anyMisreading = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom<Misbehaviour>(
      { fault: 'drop-before' },
      { fault: 'status', status: 500 },
      { fault: 'status', status: 503, retryAfter: 20 },
      { fault: 'status', status: 429, retryAfter: 30 },
      { fault: 'status', status: 401 },
      { fault: 'html-502' },
      { fault: 'truncated-json' },
      { fault: 'garbage-json' },
      { fault: 'cut-body' },
      { fault: 'hang' }
    )
  },
  { weight: 2, arbitrary: anySlowness.map<Misbehaviour>((ms) => ({ fault: 'slow', ms })) },
  { weight: 2, arbitrary: anySlowness.map<Misbehaviour>((ms) => ({ fault: 'latency', ms })) }
)

const trouble = (what: string, matches: typeof writes, rule: Omit<FaultRule, 'match'>): Step =>
  step(`${what}: ${JSON.stringify(rule)}`, ({ laptop }) => {
    for (const match of matches) laptop.cloud.faults.add({ match, ...rule })
  })

const cloudStep = (name: string, run: (cloud: Simulator) => void): Step => step(name, ({ laptop }) => run(laptop.cloud))

const mend: Step = cloudStep('the server is well again', (cloud) => {
  cloud.faults.clear()
  cloud.restoreCredentials()
})

const times = fc.integer({ min: 1, max: 3 })

export const anyTrouble: Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(anyMisbehaviour, times).map(([rule, n]) => trouble('writes', writes, { ...rule, times: n }))
  },
  {
    weight: 2,
    arbitrary: fc.tuple(anyMisreading, times).map(([rule, n]) => trouble('reads', reads, { ...rule, times: n }))
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      trouble('signing in', [{ path: '/auth' }], { fault: 'status', status: 500, times: 2 }),
      trouble('a write is refused', writes.slice(0, 1), { fault: 'status', status: 400, times: 1 }),
      trouble('every token is refused', [...writes, ...reads], { fault: 'status', status: 401 }),
      cloudStep('the credentials are revoked', (cloud) => cloud.revokeCredentials()),
      cloudStep('the tokens expire', (cloud) => cloud.expireTokens())
    )
  },
  { weight: 1, arbitrary: fc.constant(mend) }
)

const lost = cloudStep('the connection is lost', (cloud) => cloud.setOnline(false))
const back = cloudStep('the connection is back', (cloud) => cloud.setOnline(true))
const broken = cloudStep('every open connection breaks', (cloud) => cloud.dropConnections())

export const anyConnectionChange: Arbitrary<Step> = fc.constantFrom(lost, back, back, broken)
