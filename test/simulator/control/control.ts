import type { Answer } from '../api/answer.ts'
import type { Effect } from '../effects.ts'
import type { Faults } from '../faults.ts'
import { groupOf, statusOf } from '../model.ts'
import type { RequestEntry } from '../requests.ts'
import type { Tokens } from '../tokens.ts'
import type { World } from '../world.ts'
import { readFaultRule } from './faults.ts'
import { asInput, asList, choice, ControlError, flag } from './read.ts'
import { mutateWorld } from './world.ts'

/** What the control paths may steer. */
export interface Controlled {
  readonly url: string
  readonly tuids: readonly string[]
  readonly roles: Readonly<Record<string, string>>
  readonly world: World
  readonly tokens: Tokens
  readonly faults: Faults
  readonly effects: readonly Effect[]
  readonly requests: readonly RequestEntry[]
  online: boolean
  setOnline(online: boolean): void
}

export interface ControlRequest {
  method: string
  /** Below /__simulator, without the leading slash. */
  path: string
  query: URLSearchParams
  body: string
}

/** For a browser or any process: the tool binds to the loopback address and holds invented data only. */
const HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE',
  'access-control-allow-headers': 'content-type',
  'cache-control': 'no-store'
}

export function answerControl(controlled: Controlled, request: ControlRequest): Answer {
  if (request.method === 'OPTIONS') return { status: 204, body: '', headers: HEADERS }
  try {
    const result = handle(controlled, request)
    if (result === undefined) return answer(404, { message: `There is no ${request.method} ${request.path}` })
    return answer(200, result)
  } catch (error) {
    if (error instanceof ControlError) return answer(400, { message: error.message })
    throw error
  }
}

function handle(controlled: Controlled, { method, path, query, body }: ControlRequest): unknown {
  const { world, faults, tokens } = controlled
  switch (`${method} ${path}`) {
    case 'GET ':
      return { url: controlled.url, online: controlled.online, tuids: controlled.tuids, roles: controlled.roles }
    case 'GET effects':
      return since(controlled.effects, query)
    case 'GET requests':
      return since(controlled.requests, query)
    case 'GET faults':
      return faults.rules.map((rule) => ({ ...rule, match: { ...rule.match, path: rule.match?.path?.toString() } }))
    case 'POST faults':
      faults.add(...asList(parse(body)).map(readFaultRule))
      return { armed: faults.rules.length }
    case 'DELETE faults':
      faults.clear()
      return { armed: 0 }
    case 'GET world':
      world.catchUp()
      return [...world.things.values()].map((thing) => ({
        tuid: thing.tuid,
        status: statusOf(thing) ?? null,
        groupId: groupOf(thing),
        messages: thing.messages.length
      }))
    case 'POST world':
      world.catchUp()
      return asList(parse(body)).map((input) => mutateWorld(world, input))
    case 'POST network':
      controlled.setOnline(flag(asInput(parse(body)), 'online'))
      return { online: controlled.online }
    case 'POST credentials': {
      const action = choice(asInput(parse(body)), 'action', ['expire', 'revoke', 'restore'])
      if (action === 'expire') tokens.expireAll()
      else tokens[action]()
      return { action }
    }
    default:
      return undefined
  }
}

function since<T extends { seq: number }>(entries: readonly T[], query: URLSearchParams): T[] {
  const after = Number(query.get('since') ?? 0)
  return entries.filter(({ seq }) => seq > after)
}

function parse(body: string): unknown {
  try {
    // JSON.parse is typed any; the readers check it.
    return JSON.parse(body) as unknown
  } catch {
    throw new ControlError('The body is not valid JSON')
  }
}

function answer(status: number, result: unknown): Answer {
  return { status, body: JSON.stringify(result), headers: HEADERS }
}
