import type { Problem } from '@shared/domain/problem'
import type { Instant } from '@shared/domain/thing'
import type { Outcome } from './outcome'
import { isMarkup, parseJson, serverWords, type Conceal } from './serverWords'
import type { HttpResponse, HttpResult } from './transport/transport'

/** The body of an accepted request: JSON of any shape, or none at all (204). */
export type Body = { readonly type: 'json'; readonly json: unknown } | { readonly type: 'none' }

/** When a request was sent, and answered, by this laptop's clock. */
interface Times {
  readonly askedAt: Instant
  readonly at: Instant
}

/**
 * What an HTTP exchange says about its effect. The status decides; the body only lends its words. spec: answers are
 * 200; vendor fact: the vendor's apps take 200, 201 and 204, and error pages in HTML occur.
 */
export function verdict(result: HttpResult, conceal: Conceal, times: Times): Outcome<Body> {
  if (result.type === 'response') return ofResponse(result, conceal, times)
  const { sent, status, problem } = result
  const told = { ...problem, ...(problem.detail !== undefined && { detail: conceal(problem.detail) }) }
  if (!sent) return { type: 'not_sent', problem: told }
  // The status arrived before the answer broke off: a no is a no without its words.
  if (status !== null && status >= 400) {
    return ofResponse({ type: 'response', status, headers: {}, body: '' }, conceal, times)
  }
  return { type: 'unknown', httpStatus: status, retryAfterMs: null, problem: told }
}

function ofResponse(response: HttpResponse, conceal: Conceal, { askedAt, at }: Times): Outcome<Body> {
  const { status, headers, body } = response
  const markup = isMarkup(headers['content-type'] ?? '', body)
  // What says yes has its value in the body, and no words.
  const words = markup || status < 300 ? undefined : serverWords(body, conceal)
  const problem = (kind: Problem['kind'], detail?: string): Problem => ({
    kind,
    status,
    ...(words !== undefined && { words }),
    ...(detail !== undefined && { detail })
  })
  const unknown = (what: Problem, retryAfterMs: number | null = null): Outcome<Body> => ({
    type: 'unknown',
    httpStatus: status,
    retryAfterMs,
    problem: what
  })

  const answered = (value: Body): Outcome<Body> => {
    const serverNow = httpDate(headers.date ?? '')
    return { type: 'answered', value, askedAt, at, ...(!Number.isNaN(serverNow) && { serverNow }), httpStatus: status }
  }

  if (status === 204) return answered({ type: 'none' })
  if (status < 300) {
    if (markup) return unknown(problem('not_this_api', 'the answer is a web page'))
    const json = status === 200 || status === 201 ? parseJson(body) : undefined
    if (json === undefined) return unknown(problem('unreadable', 'the answer is not JSON'))
    return answered({ type: 'json', json })
  }
  // A network's sign-in page, or an address that moved: it is not followed, so the API was not asked.
  if (status < 400) return unknown(problem('not_this_api', 'redirect, not followed'))
  if (status >= 500) return unknown(problem('server_error'), retryAfter(headers, at))
  if (status === 429) {
    return { type: 'busy', httpStatus: status, retryAfterMs: retryAfter(headers, at), problem: problem('busy') }
  }
  // A page is the word of something on the way, or of a wrong address: not the API's no.
  if (markup) return unknown(problem('not_this_api', 'the answer is a web page'))
  switch (status) {
    case 401:
      return { type: 'auth', problem: problem('bad_credentials') }
    case 408:
      return unknown(problem('timeout'))
    default:
      return { type: 'refused', httpStatus: status, problem: problem(status === 404 ? 'not_found' : 'refused') }
  }
}

/**
 * Retry-After is a number of seconds or a date. A date is compared with the server's own clock where it shows it: a
 * laptop's may be off by hours.
 *
 * @returns milliseconds from now, or null
 */
function retryAfter(headers: Readonly<Record<string, string>>, at: Instant): number | null {
  const value = headers['retry-after']?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(Number(value) * 1000, Number.MAX_SAFE_INTEGER)
  const until = httpDate(value)
  if (Number.isNaN(until)) return null
  const serverNow = httpDate(headers.date ?? '')
  return Math.max(0, until - (Number.isNaN(serverNow) ? at : serverNow))
}

/**
 * Every form of date that HTTP knows begins with a weekday; Date.parse would make one of `-5` as well. All of them are
 * in GMT, the oldest (`Tue May 12 10:00:30 2026`) without saying so.
 */
function httpDate(value: string): number {
  if (!/^[a-z]{3,9},? /i.test(value)) return NaN
  return Date.parse(/\d{4}$/.test(value) ? `${value} GMT` : value)
}
