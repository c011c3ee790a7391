import type { AuthOutcome } from '../tokens.ts'
import { alertRoutes } from './alerts.ts'
import { type Answer, answerData, answerError, Refusal } from './answer.ts'
import { authRoutes } from './auth.ts'
import { commandRoutes } from './commands.ts'
import type { Context, Route } from './context.ts'
import { groupListRoutes, groupRoutes } from './groups.ts'
import { installationRoutes } from './installations.ts'
import { thingGroupRoutes } from './thing-group.ts'
import { thingRoutes } from './things.ts'

/** What a server answers for a resource that it lacks, or that is not for whoever asks. */
export type LackStatus = 403 | 404 | 405

/** Whether the optional group list is there, or the status it is refused with. */
export type GroupList = boolean | LackStatus

/** Paths, as the routes write them, whose GET this server lacks, with the status it answers instead. */
export type Lacking = Readonly<Record<string, LackStatus>>

export interface ApiRequest {
  method: string
  /** Below the base URL, with the query. */
  url: URL
  authorization: string | undefined
  body: string
}

export interface Router {
  authOf(request: ApiRequest): AuthOutcome | 'not needed'
  dispatch(request: ApiRequest): Answer
}

export function createRouter(context: Context, groupList: GroupList, lacking: Lacking = {}): Router {
  const optional = groupListRoutes(context)
  const routes = withoutLacking(lacking, [
    ...authRoutes(context),
    // Fixed paths first: /things/alerts is not a thing.
    ...alertRoutes(context),
    ...thingRoutes(context),
    ...commandRoutes(context),
    ...installationRoutes(context),
    ...thingGroupRoutes(context),
    ...groupRoutes(context),
    ...(groupList === true ? optional : optional.map((route) => absent(route, groupList === false ? 404 : groupList)))
  ])

  const authOf = (request: ApiRequest) =>
    findRoute(routes, request)?.route.open ? 'not needed' : context.tokens.check(request.authorization)

  return {
    authOf,
    dispatch(request) {
      context.world.catchUp()
      const auth = authOf(request)
      if (auth === 'missing') return answerError(401, 'No authorization token was found')
      if (auth === 'refused') return answerError(401, 'The token is invalid or has expired')
      const found = findRoute(routes, request)
      if (!found) return noRoute(routes, request)
      try {
        return answerData(
          found.route.handle({ params: found.params, query: request.url.searchParams, body: request.body })
        )
      } catch (error) {
        if (error instanceof Refusal) return answerError(error.status, error.message)
        throw error
      }
    }
  }
}

function withoutLacking(lacking: Lacking, routes: readonly Route[]): Route[] {
  const stray = Object.keys(lacking).find(
    (path) => !routes.some((route) => route.method === 'GET' && route.path === path)
  )
  if (stray !== undefined) throw new Error(`There is no GET ${stray} to be lacking`)
  return routes.map((route) => {
    const status = route.method === 'GET' ? lacking[route.path] : undefined
    return status === undefined ? route : absent(route, status)
  })
}

function absent(route: Route, status: LackStatus): Route {
  return {
    ...route,
    handle: () => {
      throw new Refusal(status, 'There is no such resource here')
    }
  }
}

function findRoute(
  routes: readonly Route[],
  { method, url }: ApiRequest
): { route: Route; params: Record<string, string> } | undefined {
  for (const route of routes) {
    if (route.method !== method) continue
    const params = matchPath(route.path, url.pathname)
    if (params) return { route, params }
  }
  return undefined
}

function noRoute(routes: readonly Route[], { method, url }: ApiRequest): Answer {
  const others = routes.some((route) => matchPath(route.path, url.pathname))
  return others
    ? answerError(405, `${method} is not possible here`)
    : answerError(404, 'There is no such resource here')
}

/** Empty segments are skipped: a base URL with a trailing slash makes double ones. */
function matchPath(pattern: string, pathname: string): Record<string, string> | undefined {
  const wanted = pattern.split('/').filter((segment) => segment !== '')
  const given = pathname.split('/').filter((segment) => segment !== '')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [place, segment] of wanted.entries()) {
    const value = decode(given[place] ?? '')
    if (segment.startsWith('{')) params[segment.slice(1, -1)] = value
    else if (segment !== value) return undefined
  }
  return params
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    // Not percent-encoding: what was sent is then the name itself.
    return segment
  }
}
