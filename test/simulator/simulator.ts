import type { ServerResponse } from 'node:http'
import { answerError } from './api/answer.ts'
import type { Context, HistoryOrder } from './api/context.ts'
import { createRouter, type GroupList, type Lacking, type Router } from './api/router.ts'
import { answerControl, type Controlled } from './control/control.ts'
import type { Effect } from './effects.ts'
import { Faults } from './faults.ts'
import { type HttpRequest, HttpServer, type Sleep } from './http-server.ts'
import { misbehave, send } from './misbehave.ts'
import type { Echo } from './model.ts'
import { randomStream } from './random.ts'
import type { RequestEntry } from './requests.ts'
import { seedSite, type SiteName } from './site/site.ts'
import { Tokens } from './tokens.ts'
import { World } from './world.ts'

const BASE = '/prod/v1'
const CONTROL = '/__simulator'

export interface SimulatorOptions {
  /** 0, the default, lets the system choose. */
  port?: number
  site?: SiteName
  seed?: number
  /** Milliseconds, as Date.now; tests bring their own clock to make devices and tokens older at will. */
  now?: () => number
  /** How a fault waits; by default in real time. */
  sleep?: Sleep
  /** Life of a token; the specification says 15 minutes. */
  tokenSeconds?: number
  /** Whether GET /groups and GET /groups/{id}/things exist, or the status they are refused with (false: 404). */
  groupList?: GroupList
  /** Other GETs that this server lacks: `{'/things/{tuid}/messages': 404}`. */
  lacking?: Lacking
  /** Recorded with every write through the API. */
  responsible?: string | null
  /** Milliseconds between acting and answering, on every request. */
  latencyMs?: number
  /** Milliseconds before a status, group or command shows up in reads. */
  consistencyDelayMs?: number
  /** Times of installations in whole seconds, so that two of the same second have the same. */
  wholeSeconds?: boolean
  /** The order of histories; the specification promises chronological, clients had better not rely on it. */
  order?: HistoryOrder
  /** What becomes of a group that still has things when it is deleted: they go to unassigned, or 409. */
  deleteGroupWithMembers?: 'move' | 'refuse'
  /** How devices answer commands: five seconds late unless told otherwise. */
  echo?: Echo
  /** Milliseconds between being set installed and the first message. */
  firstMessageAfterMs?: number
  clientId?: string
  clientSecret?: string
}

export interface Simulator extends AsyncDisposable {
  /** Base URL of the API, without a trailing slash. */
  readonly url: string
  /** Base URL of the control paths. */
  readonly controlUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** The site's things; those ready to be installed come first. */
  readonly tuids: readonly string[]
  /** The site's special cases by name, such as `lowBattery`: README.md lists them. */
  readonly roles: Readonly<Record<string, string>>
  /** Every write that really happened, in order. Grows while the simulator runs. */
  readonly effects: readonly Effect[]
  /** Every request to the API, in order. Grows while the simulator runs. */
  readonly requests: readonly RequestEntry[]
  /** Every token ever given out. Grows while the simulator runs. */
  readonly issuedTokens: readonly string[]
  readonly faults: Faults
  /** How many requests a fault keeps waiting whose client is still there. */
  readonly stuck: number
  readonly world: World
  /** Offline, every connection of the API is destroyed, open or new; the control paths still answer. */
  setOnline(online: boolean): void
  /** Destroys the open connections once. */
  dropConnections(): void
  /** Stops listening altogether, control paths included: connections are refused. */
  refuseConnections(): Promise<void>
  /** Listens again, on the same port. */
  acceptConnections(): Promise<void>
  expireTokens(): void
  /** Ends all tokens and refuses the credentials until restored. */
  revokeCredentials(): void
  restoreCredentials(): void
  stop(): Promise<void>
}

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { seed = 1, site = 'demo', now = Date.now, latencyMs = 0 } = options
  const world = new World({
    now,
    wholeSeconds: options.wholeSeconds ?? false,
    echo: options.echo ?? { mode: 'late' },
    firstMessageAfterMs: options.firstMessageAfterMs ?? 20_000
  })
  const { tuids, roles } = seedSite(world, site, seed, now())
  const tokens = new Tokens({
    clientId: options.clientId ?? `simulated-client-${seed}`,
    clientSecret: options.clientSecret ?? `simulated-secret-${seed}`,
    lifeSeconds: options.tokenSeconds ?? 900,
    now
  })
  const context: Context = {
    world,
    tokens,
    now,
    random: randomStream(seed),
    responsible: options.responsible === undefined ? tokens.clientId : options.responsible,
    order: options.order ?? 'chronological',
    consistencyDelayMs: options.consistencyDelayMs ?? 0,
    deleteGroupWithMembers: options.deleteGroupWithMembers ?? 'move'
  }
  const router = createRouter(context, options.groupList ?? true, options.lacking)
  const faults = new Faults()
  const requests: RequestEntry[] = []

  const answer = async (request: HttpRequest, response: ServerResponse): Promise<void> => {
    if (isControl(request.url)) {
      const path = request.url.pathname.slice(CONTROL.length).replaceAll('/', '')
      send(response, answerControl(controlled, { ...request, path, query: request.url.searchParams }))
    } else if (!controlled.online) {
      requests.push({ ...entryOf(request, router, requests.length + 1, now()), fault: 'offline', status: null })
      response.socket?.destroy()
    } else {
      await serveApi(request, response)
    }
  }
  const server = new HttpServer(isControl, answer, options.sleep)

  const controlled: Controlled = {
    get url() {
      return `http://127.0.0.1:${server.port}${BASE}`
    },
    tuids,
    roles,
    world,
    tokens,
    faults,
    effects: world.effects.entries,
    requests,
    online: true,
    setOnline(online) {
      controlled.online = online
      if (!online) server.dropConnections()
    }
  }
  await server.listen(options.port ?? 0)

  async function serveApi(request: HttpRequest, response: ServerResponse): Promise<void> {
    response.setHeader('date', new Date(now()).toUTCString())
    const below = belowBase(request.url)
    const entry = entryOf(request, router, requests.length + 1, now())
    requests.push(entry)
    const rule = faults.take(request.method, entry.path)
    const asked = rule?.fault === 'act-partly' ? { ...request, body: firstOfList(request.body) } : request
    const act = () =>
      below ? router.dispatch(apiRequest(asked, below)) : answerError(404, 'There is no such resource here')
    if (rule) {
      entry.fault = rule.fault
      entry.status = await misbehave(rule, act, response, (ms) => server.pause(response, ms))
      return
    }
    const honest = act()
    if (latencyMs > 0 && !(await server.pause(response, latencyMs))) return
    entry.status = send(response, honest)
  }

  return {
    url: controlled.url,
    controlUrl: `http://127.0.0.1:${server.port}${CONTROL}`,
    clientId: tokens.clientId,
    clientSecret: tokens.clientSecret,
    tuids,
    roles,
    effects: controlled.effects,
    requests,
    issuedTokens: tokens.issued,
    faults,
    get stuck() {
      return server.stuck
    },
    world,
    setOnline: (online) => controlled.setOnline(online),
    dropConnections: () => server.dropConnections(),
    refuseConnections: () => server.close(),
    acceptConnections: () => server.listen(server.port),
    expireTokens: () => tokens.expireAll(),
    revokeCredentials: () => tokens.revoke(),
    restoreCredentials: () => tokens.restore(),
    stop: () => server.stop(),
    [Symbol.asyncDispose]: () => server.stop()
  }
}

function isControl(url: URL): boolean {
  return url.pathname === CONTROL || url.pathname.startsWith(`${CONTROL}/`)
}

/** The part of the URL below the API's base, or undefined outside it. */
function belowBase(url: URL): URL | undefined {
  if (url.pathname !== BASE && !url.pathname.startsWith(`${BASE}/`)) return undefined
  return new URL(`${url.origin}/${url.pathname.slice(BASE.length).replace(/^\/+/, '')}${url.search}`)
}

function apiRequest(request: HttpRequest, url: URL) {
  return { method: request.method, url, authorization: request.headers.authorization, body: request.body }
}

function entryOf(request: HttpRequest, router: Router, seq: number, at: number): RequestEntry {
  const url = belowBase(request.url) ?? request.url
  const contentType = request.headers['content-type']
  return {
    seq,
    at,
    method: request.method,
    path: `${url.pathname}${url.search}`,
    auth: router.authOf(apiRequest(request, url)),
    ...(contentType === undefined ? {} : { contentType })
  }
}

/** Of a list, such as several commands, the first only; anything else as it is. */
function firstOfList(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body)
    return Array.isArray(parsed) ? JSON.stringify(parsed.slice(0, 1)) : body
  } catch {
    // Not silent: what is no JSON is refused by whoever reads it.
    return body
  }
}
