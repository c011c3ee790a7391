import type { Instant } from '@shared/domain/thing'
import type { z } from 'zod'
import type { Failure, Outcome } from './outcome'
import { concealing } from './serverWords'
import { createTokenKeeper, type Credentials } from './tokenKeeper'
import type { HttpResult, Transport } from './transport/transport'
import { verdict, type Body } from './verdict'
import { pathOf, type QueryValues } from './wire/path'

export interface Timeouts {
  /** Reads and token requests; default 20 s. */
  readonly readMs: number
  /**
   * Writes; default 35 s. The gateway in front of the API gives up after 29 s: waiting longer than it does leaves the
   * answer to it, and fewer writes with an unknown end.
   */
  readonly writeMs: number
}

export interface ApiClientOptions {
  /** Normalised by readBaseUrl: no trailing slash. */
  readonly baseUrl: string
  readonly credentials: () => Promise<Credentials | null>
  readonly transport: Transport
  readonly now: () => number
  readonly monotonicNow: () => number
  readonly timeouts: Timeouts
  readonly onOutcome: (outcome: Outcome<unknown>) => void
}

interface CallBase<T> {
  /** Segments below the base URL, not encoded. */
  readonly path: readonly string[]
  /** Reads the whole body, `{data: …}`. What it cannot read is an unknown outcome. */
  readonly answer: z.ZodType<T>
}

export interface ReadCall<T> extends CallBase<T> {
  readonly query?: QueryValues
  readonly signal?: AbortSignal | undefined
}

export interface WriteCall<T> extends CallBase<T> {
  readonly method: 'POST' | 'DELETE'
  readonly body?: unknown
  /** The value of an acceptance without a body (204). */
  readonly silent: T
  /** The server's words where it says no with a 200; null: it says yes. */
  readonly refusal?: (json: unknown) => string | null
}

/**
 * Authorised calls to one stack. Address and token live in the same closure and callers only name paths below the
 * address, so that the token of one stack cannot travel to another.
 */
export interface ApiClient {
  readonly now: () => Instant
  isSignedIn(): boolean
  signIn(signal?: AbortSignal): Promise<Outcome<void>>
  read<T>(call: ReadCall<T>): Promise<Outcome<T>>
  write<T>(call: WriteCall<T>): Promise<Outcome<T>>
}

interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: string
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

export function createApiClient(options: ApiClientOptions): ApiClient {
  const { baseUrl, transport, timeouts, now, monotonicNow, credentials } = options
  const { origin, pathname } = new URL(baseUrl)
  const basePath = pathname.replace(/\/+$/, '')

  const keeper = createTokenKeeper({
    credentials,
    now,
    monotonicNow,
    ask: (body) => send({ method: 'POST', path: '/auth/client-token', body, timeoutMs: timeouts.readMs }, null)
  })

  function send({ path, body, ...rest }: Request, token: string | null): Promise<HttpResult> {
    const headers = {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' })
    }
    return transport.send({ ...rest, origin, path: basePath + path, headers, ...(body !== undefined && { body }) })
  }

  async function attempt(request: Request): Promise<{ outcome: Outcome<Body>; tokenRefused: boolean }> {
    const token = await unlessAborted(() => keeper.token(), request.signal)
    if (token.type !== 'answered') return { outcome: notEvenAsked(token), tokenRefused: false }
    const askedAt = now()
    const result = await send(request, token.value)
    const outcome = verdict(result, concealing([token.value]), { askedAt, at: now() })
    if (outcome.type === 'auth') keeper.drop(token.value)
    return { outcome, tokenRefused: outcome.type === 'auth' }
  }

  /** One request, and after a 401 one more with a newer token; never a third. */
  async function authorised(request: Request): Promise<Outcome<Body>> {
    const first = await attempt(request)
    return first.tokenRefused ? (await attempt(request)).outcome : first.outcome
  }

  function report<T>(outcome: Outcome<T>): Outcome<T> {
    options.onOutcome(outcome)
    return outcome
  }

  return {
    now,
    isSignedIn: () => keeper.isAtHand(),
    async signIn(signal) {
      const outcome = await unlessAborted(() => keeper.renew(), signal)
      return report(outcome.type === 'answered' ? { ...outcome, value: undefined } : outcome)
    },
    async read({ path, query = {}, answer, signal }) {
      const request = { method: 'GET', path: pathOf(path, query), timeoutMs: timeouts.readMs, signal } as const
      return report(valueOf(await authorised(request), answer))
    },
    async write({ method, path, body, answer, silent, refusal }) {
      const json = body === undefined ? {} : { body: JSON.stringify(body) }
      const request = { method, path: pathOf(path, {}), timeoutMs: timeouts.writeMs, ...json }
      const outcome = await authorised(request)
      const no = refusal === undefined ? null : refusalIn(outcome, refusal)
      return report(no ?? valueOf(outcome, answer, silent))
    }
  }
}

/** Without a token the request itself never left, whatever became of the request for one. */
function notEvenAsked(token: Failure): Failure {
  return token.type === 'auth' || token.type === 'busy' ? token : { type: 'not_sent', problem: token.problem }
}

function refusalIn(outcome: Outcome<Body>, refusal: (json: unknown) => string | null): Failure | null {
  if (outcome.type !== 'answered' || outcome.value.type === 'none') return null
  const words = refusal(outcome.value.json)
  const { httpStatus } = outcome
  if (words === null) return null
  return { type: 'refused', httpStatus, problem: { kind: 'refused', status: httpStatus, words } }
}

function valueOf<T>(outcome: Outcome<Body>, answer: z.ZodType<T>, silent?: T): Outcome<T> {
  if (outcome.type !== 'answered') return outcome
  if (outcome.value.type === 'none' && silent !== undefined) return { ...outcome, value: silent }
  const read = answer.safeParse(outcome.value.type === 'json' ? outcome.value.json : undefined)
  if (read.success) return { ...outcome, value: read.data }
  const { httpStatus } = outcome
  const detail = read.error.issues.map(({ path, code }) => `${path.join('.') || 'answer'}: ${code}`).join(', ')
  const problem = { kind: 'unreadable', status: httpStatus, detail } as const
  return { type: 'unknown', httpStatus, retryAfterMs: null, problem }
}

/** A caller that gives up does not take the shared request for a token away from the others. */
async function unlessAborted<T>(ask: () => Promise<Outcome<T>>, signal?: AbortSignal): Promise<Outcome<T>> {
  const cancelled: Failure = { type: 'not_sent', problem: { kind: 'cancelled' } }
  if (signal === undefined) return ask()
  if (signal.aborted) return cancelled
  const { promise: aborted, resolve } = Promise.withResolvers<Failure>()
  const onAbort = () => resolve(cancelled)
  signal.addEventListener('abort', onAbort)
  try {
    return await Promise.race([ask(), aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
