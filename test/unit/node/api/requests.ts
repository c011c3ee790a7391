import type { HttpRequest, HttpResult } from '../../../../src/main/api/transport/transport'

export const get = (origin: string, rest: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  origin,
  path: '/',
  headers: {},
  timeoutMs: 5_000,
  ...rest
})

export const post = (origin: string, body: string): HttpRequest => get(origin, { method: 'POST', body })

/** The parts of a result that decide what may be done next. */
export const gist = (result: HttpResult) =>
  result.type === 'response' ? result.status : { sent: result.sent, status: result.status, kind: result.problem.kind }
