import type { Dispatcher } from 'undici'
import { createDispatchers } from '../../src/main/api/transport/dispatchers.ts'
import type { HttpRequest } from '../../src/main/api/transport/transport.ts'

/**
 * Sends requests in their order, as many at once as told, over connections like the app's own, and does nothing else:
 * answers are counted, and not even read. @returns milliseconds
 */
export async function bareLoop(requests: readonly HttpRequest[], atOnce: number): Promise<number> {
  const dispatchers = createDispatchers({ connectTimeoutMs: 10_000 })
  let next = 0
  const worker = async (): Promise<void> => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      await exchange(dispatchers.get({ fresh: request.method !== 'GET', secure: false, proxy: null }), request)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: atOnce }, worker))
  const elapsed = performance.now() - startedAt
  await dispatchers.close()
  return elapsed
}

function exchange(dispatcher: Dispatcher, { origin, path, method, headers, body }: HttpRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    const asTransport = { accept: 'application/json', 'accept-encoding': 'identity', ...headers }
    dispatcher.dispatch(
      { origin, path, method, body: body ?? null, headers: asTransport },
      {
        onRequestStart: () => undefined,
        onResponseData: () => undefined,
        onResponseStart: (_controller, status) => {
          if (status !== 200) reject(new Error(`${method} ${path} was answered with ${status}`))
        },
        onResponseEnd: () => resolve(),
        onResponseError: (_controller, error) => reject(error)
      }
    )
  })
}
