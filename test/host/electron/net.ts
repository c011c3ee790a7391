import { fileURLToPath } from 'node:url'
import { ClientRequest } from './client-request.ts'
import { fileResponse } from './file-response.ts'
import { protocol } from './protocol.ts'

function answer(request: Request): Promise<Response> {
  const scheme = new URL(request.url).protocol.slice(0, -1)
  const handler = protocol.handlerOf(scheme)
  if (handler) return Promise.resolve(handler(request))
  return scheme === 'file' ? Promise.resolve(fileResponse(fileURLToPath(request.url))) : fetch(request)
}

/** `net`: Node's own fetch, plus file: addresses and the app's own schemes; and requests that are told piece by piece. */
export const net = {
  online: true,
  isOnline: (): boolean => net.online,
  // The promise is made inside an async function so that a missing file rejects, as Electron's does.
  fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> =>
    answer(new Request(input, init)),
  request: (options: ConstructorParameters<typeof ClientRequest>[0]): ClientRequest => new ClientRequest(options)
}
