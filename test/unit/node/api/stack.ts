import { onTestFinished } from 'vitest'
import { createStackApi, type StackApiOptions } from '../../../../src/main/api/createStackApi'
import type { StackApi } from '../../../../src/main/api/stackApi'
import { createTransport, type TransportOptions } from '../../../../src/main/api/transport/createTransport'
import type { Transport } from '../../../../src/main/api/transport/transport'
import { startSimulator, type Simulator, type SimulatorOptions } from '../../../simulator/simulator'

export const startOfTest = Date.UTC(2026, 4, 12, 10, 0, 0)

/** A transport that ends with the test. */
export function transport(options: TransportOptions = {}): Transport {
  const made = createTransport(options)
  onTestFinished(() => made.close())
  return made
}

/** The client of one stack at an address, with credentials that any scripted stack takes. */
export function apiAt(baseUrl: string, options: Partial<StackApiOptions> = {}): StackApi {
  return createStackApi({
    baseUrl,
    credentials: () => Promise.resolve({ clientId: 'client', clientSecret: 'hush-hush-secret' }),
    transport: options.transport ?? transport(),
    ...options
  })
}

export interface SimulatedStack {
  readonly simulator: Simulator
  readonly api: StackApi
  /** The TUID of one of the site's special cases. */
  readonly role: (name: string) => string
  readonly advance: (ms: number) => void
  /** Requests of one kind, e.g. `POST /auth/client-token`. */
  readonly count: (request: string) => number
}

/** A simulator and a client of it, both on a clock of the test's own, which stands still. */
export async function simulatedStack(
  options: SimulatorOptions = {},
  client: Partial<StackApiOptions> = {}
): Promise<SimulatedStack> {
  const clock = { ms: startOfTest }
  const now = () => clock.ms
  const simulator = await startSimulator({ site: 'small', echo: { mode: 'at once' }, now, ...options })
  onTestFinished(() => simulator.stop())
  const { clientId, clientSecret } = simulator
  const credentials = () => Promise.resolve({ clientId, clientSecret })
  return {
    simulator,
    api: apiAt(simulator.url, { credentials, now, monotonicNow: now, ...client }),
    role(name) {
      const tuid = simulator.roles[name]
      if (tuid === undefined) throw new Error(`the site has no ${name}`)
      return tuid
    },
    advance(ms) {
      clock.ms += ms
    },
    count: (request) => simulator.requests.filter(({ method, path }) => `${method} ${path}` === request).length
  }
}

/** The value of an answered call; anything else fails the test and says how the call ended. */
export function valueOf<T>(outcome: { type: string; value?: T }): T {
  // `answered` is the only outcome that has a value.
  if (outcome.type === 'answered') return outcome.value as T
  throw new Error(`not answered: ${JSON.stringify(outcome)}`)
}
