import { randomUUID } from 'node:crypto'
import type { HttpResult, Transport } from '../../src/main/api/transport/transport.ts'
import { openApp, until, type OpenedApp } from './opened-app.ts'
import { seedStack } from './seeded-queue.ts'

/** Where nobody is ever asked: the transports below answer in its place. */
const nowhere = 'http://127.0.0.1:9/prod/v1'

export const stackId = randomUUID()

const never = new Promise<never>(() => undefined)

/** A server that signs in and then takes for ever: whatever is sent to it stays under way. */
const endlessServer: Transport = {
  send: ({ path }) =>
    path.endsWith('/auth/client-token')
      ? Promise.resolve<HttpResult>({ type: 'response', status: 200, headers: {}, body: '{"data":{"token":"bench"}}' })
      : never,
  close: () => Promise.resolve()
}

export function makeStackKnown(folder: string): void {
  seedStack(folder, stackId, nowhere)
}

/** The app on a seeded folder without a secret: nothing can be sent, so whatever is captured waits. */
export async function openClosedApp(folder: string): Promise<OpenedApp> {
  const app = openApp(folder, endlessServer, new Map())
  await until(() => app.session.view().connection === 'no_secret', 'the gate to close')
  return app
}

/** The app on a seeded folder, signed in, with every lane occupied by a request that does not end. */
export async function openBusyApp(folder: string): Promise<OpenedApp> {
  const app = openApp(folder, endlessServer, new Map([[stackId, 'secret']]))
  await until(() => app.session.view().connection === 'online', 'the app to be signed in')
  return app
}
