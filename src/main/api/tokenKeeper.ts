import { ProblemError } from '@shared/domain/problem'
import { z } from 'zod'
import type { Failure, Outcome } from './outcome'
import { concealing } from './serverWords'
import type { HttpResult } from './transport/transport'
import { verdict, type Body } from './verdict'

export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
}

export interface TokenKeeperOptions {
  /** Asked each time a token is needed, so that a new secret counts at once; null: there is no secret at hand. */
  readonly credentials: () => Promise<Credentials | null>
  /** Posts to /auth/client-token of the one stack this keeper belongs to. */
  readonly ask: (body: string) => Promise<HttpResult>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds of a clock that nobody can set. */
  readonly monotonicNow: () => number
}

export interface TokenKeeper {
  /** Whether there is a token that need not be asked for. */
  isAtHand(): boolean
  /** The token at hand, or a new one. Any number of callers share one request. */
  token(): Promise<Outcome<string>>
  /** A new token, whatever is at hand. */
  renew(): Promise<Outcome<string>>
  /** Forgets a token the API refused, unless it has been replaced already. */
  drop(token: string): void
}

/** spec: Create client access token, "expires in 15 mins". One minute less, for the way and for slow clocks. */
const tokenLifeMs = 14 * 60_000

/** spec: Create client access token. */
const requestSchema = z.strictObject({ client_id: z.string(), client_secret: z.string() })

/** Visible ASCII only: it has to fit into a header. */
const answerSchema = z.object({ data: z.object({ token: z.string().regex(/^[\x21-\x7e]+$/) }) })

interface HeldToken {
  readonly token: string
  readonly askedAt: number
  readonly askedAtMonotonic: number
}

/** Holds the access token of one stack, in memory only. */
export function createTokenKeeper({ credentials, ask, now, monotonicNow }: TokenKeeperOptions): TokenKeeper {
  let held: HeldToken | null = null
  let asking: Promise<Outcome<string>> | null = null

  /** The monotonic clock may stand still while the laptop sleeps, the other may be set back: either one is enough. */
  function isYoung({ askedAt, askedAtMonotonic }: HeldToken): boolean {
    return now() - askedAt < tokenLifeMs && monotonicNow() - askedAtMonotonic < tokenLifeMs
  }

  async function fetchToken(isLatest: () => boolean): Promise<Outcome<string>> {
    const started = { askedAt: now(), askedAtMonotonic: monotonicNow() }
    const found = await readCredentials(credentials)
    if ('type' in found) return found
    const body = requestSchema.parse({ client_id: found.clientId, client_secret: found.clientSecret })
    const result = await ask(JSON.stringify(body))
    const outcome = tokenOutcome(
      verdict(result, concealing([found.clientSecret]), { askedAt: started.askedAt, at: now() })
    )
    if (!isLatest()) return outcome
    if (outcome.type === 'answered') held = { token: outcome.value, ...started }
    else if (outcome.type === 'auth') held = null
    return outcome
  }

  function renew(): Promise<Outcome<string>> {
    const mine: Promise<Outcome<string>> = fetchToken(() => asking === mine).finally(() => {
      if (asking === mine) asking = null
    })
    asking = mine
    return mine
  }

  return {
    isAtHand: () => asking === null && held !== null && isYoung(held),
    async token() {
      if (asking !== null) return asking
      if (held !== null && isYoung(held)) {
        return { type: 'answered', value: held.token, askedAt: held.askedAt, at: held.askedAt, httpStatus: 200 }
      }
      return renew()
    },
    renew,
    drop(token) {
      if (held?.token === token) held = null
    }
  }
}

async function readCredentials(credentials: TokenKeeperOptions['credentials']): Promise<Credentials | Failure> {
  try {
    return (await credentials()) ?? { type: 'not_sent', problem: { kind: 'secret_missing' } }
  } catch (error) {
    if (error instanceof ProblemError) return { type: 'not_sent', problem: error.problem }
    throw error
  }
}

/** What the answer to a token request means. 400, 401 and 403 speak of the credentials, other shapes of the address. */
function tokenOutcome(outcome: Outcome<Body>): Outcome<string> {
  switch (outcome.type) {
    case 'answered': {
      const answer = answerSchema.safeParse(outcome.value.type === 'json' ? outcome.value.json : undefined)
      if (answer.success) return { ...outcome, value: answer.data.data.token }
      const { httpStatus } = outcome
      const problem = { kind: 'not_this_api', status: httpStatus, detail: 'no token in the answer' } as const
      return { type: 'unknown', httpStatus, retryAfterMs: null, problem }
    }
    case 'refused': {
      // What Amazon's gateway says of a path that does not exist.
      const noSuchPath = outcome.problem.words === 'Missing Authentication Token'
      if ((outcome.httpStatus === 400 || outcome.httpStatus === 403) && !noSuchPath) {
        return { type: 'auth', problem: { ...outcome.problem, kind: 'bad_credentials' } }
      }
      return { ...outcome, problem: { ...outcome.problem, kind: 'not_this_api' } }
    }
    case 'unknown':
      if (outcome.problem.kind !== 'unreadable') return outcome
      return { ...outcome, problem: { ...outcome.problem, kind: 'not_this_api' } }
    default:
      return outcome
  }
}
