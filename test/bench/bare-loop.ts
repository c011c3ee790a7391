import type { Dispatcher } from 'undici'
import { createDispatchers } from '../../src/main/api/transport/dispatchers.ts'
import type { HttpRequest } from '../../src/main/api/transport/transport.ts'

/**
 * Sends requests in their order, as many at once as told, over connections like the app's own, and does nothing else
 * but read the answers. @returns milliseconds
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

async function exchange(dispatcher: Dispatcher, { origin, path, method, headers, body }: HttpRequest): Promise<void> {
  const asTransport = { accept: 'application/json', 'accept-encoding': 'identity', ...headers }
  const answer = await dispatcher.request({ origin, path, method, headers: asTransport, body: body ?? null })
  await answer.body.text()
  if (answer.statusCode !== 200) throw new Error(`${method} ${path} was answered with ${answer.statusCode}`)
}
