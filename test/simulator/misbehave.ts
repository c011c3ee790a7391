import type { ServerResponse } from 'node:http'
import { type Answer, answerError } from './api/answer.ts'
import type { FaultKind, FaultRule } from './faults.ts'

/** Resolves to false when the simulator stops meanwhile. */
export type Pause = (ms: number) => Promise<boolean>

const USUAL_MS = 1000
const SLOW_PIECES = 8
const HTML =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n'

/** Faults in which the request takes effect unless the rule says otherwise. */
const ACTING: ReadonlySet<FaultKind> = new Set([
  'latency',
  'slow-act',
  'slow',
  'act-then-drop',
  'act-partly',
  'act-then-status',
  'ok-status',
  'truncated-json',
  'cut-body',
  'garbage-json',
  'wrong-shape',
  'empty-200'
])

/**
 * Answers a request the way the rule wants it, and returns the status that was answered, or null when nothing was.
 * `act` performs the request and says what an honest server would have answered.
 */
export async function misbehave(
  rule: FaultRule,
  act: () => Answer,
  response: ServerResponse,
  pause: Pause
): Promise<number | null> {
  const acts = rule.act ?? ACTING.has(rule.fault)
  const ms = rule.ms ?? USUAL_MS
  const headers = faultHeaders(rule)
  if (rule.fault === 'late-act') return actLate(rule, act, response, pause)
  if (rule.fault === 'slow-act' && !(await pause(ms))) return null
  const honest = acts ? act() : answerError(rule.status ?? 503, rule.message ?? 'The service is unavailable')

  switch (rule.fault) {
    case 'latency':
      return (await pause(ms)) ? send(response, honest, headers) : null
    case 'slow-act':
      return send(response, honest, headers)
    case 'slow':
      return sendSlowly(response, honest, ms, pause)
    case 'hang':
      await pause(rule.ms ?? 2 ** 31 - 1)
      return drop(response)
    case 'act-partly':
      if (rule.status === undefined) return drop(response)
      return send(response, answerError(rule.status, rule.message ?? 'Something went wrong'), headers)
    case 'drop-before':
    case 'act-then-drop':
      return drop(response)
    case 'status':
      return send(response, answerError(rule.status ?? 500, rule.message ?? 'Something went wrong'), headers)
    case 'act-then-status':
      return send(response, answerError(rule.status ?? 500, rule.message ?? 'Something went wrong'), headers)
    case 'ok-status': {
      if (honest.status >= 400) return send(response, honest, headers)
      const status = rule.status ?? 204
      return send(response, { status, body: status === 204 ? '' : honest.body }, headers)
    }
    case 'html-502':
      return send(response, { status: 502, body: HTML }, { 'content-type': 'text/html', ...headers })
    case 'truncated-json':
      return send(response, { status: honest.status, body: half(honest.body) }, headers)
    case 'cut-body':
      return cutBody(response, honest)
    case 'garbage-json':
      return send(response, { status: 200, body: rule.body ?? '}{ \u0000 not json' }, headers)
    case 'wrong-shape':
      return send(response, { status: 200, body: rule.body ?? '{"data":null}' }, headers)
    case 'empty-200':
      return send(response, { status: 200, body: '' }, headers)
  }
}

/** Gives up on the client first, by an error or by dropping the connection, and acts all the same afterwards. */
async function actLate(
  rule: FaultRule,
  act: () => Answer,
  response: ServerResponse,
  pause: Pause
): Promise<number | null> {
  const { status, message = 'Endpoint request timed out' } = rule
  const told = status === undefined ? drop(response) : send(response, answerError(status, message), faultHeaders(rule))
  if (await pause(rule.ms ?? USUAL_MS)) act()
  return told
}

export function send(response: ServerResponse, answer: Answer, headers: Record<string, string> = {}): number | null {
  if (response.destroyed) return null
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    ...(answer.status === 204 ? {} : { 'content-length': Buffer.byteLength(answer.body) }),
    ...answer.headers,
    ...headers
  })
  response.end(answer.body)
  return answer.status
}

function drop(response: ServerResponse): null {
  response.socket?.destroy()
  return null
}

async function sendSlowly(response: ServerResponse, answer: Answer, ms: number, pause: Pause): Promise<number | null> {
  const body = Buffer.from(answer.body)
  const piece = Math.ceil(body.length / SLOW_PIECES)
  response.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': body.length })
  for (let from = 0; from < body.length; from += piece) {
    if (response.destroyed || !(await pause(ms / SLOW_PIECES))) return null
    response.write(body.subarray(from, from + piece))
  }
  response.end()
  return answer.status
}

/** Promises the whole body, sends half of it, and breaks the connection. */
function cutBody(response: ServerResponse, answer: Answer): number {
  const body = Buffer.from(answer.body)
  response.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': body.length })
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy())
  return answer.status
}

function half(text: string): string {
  return text.slice(0, Math.floor(text.length / 2))
}

function faultHeaders(rule: FaultRule): Record<string, string> {
  return { ...(rule.retryAfter === undefined ? {} : { 'retry-after': String(rule.retryAfter) }), ...rule.headers }
}
