import { onTestFinished } from 'vitest'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/simulator.ts'

/** A Tuesday morning, so that readings have something to show. */
const START = Date.UTC(2026, 4, 12, 10, 0, 0)

export interface Answered {
  status: number
  body: unknown
  headers: Headers
}

/** A simulator with a clock of the test's own and a signed-in client of it; both end with the test. */
export class Session {
  readonly sim: Simulator
  readonly #clock: { ms: number }
  #token = ''

  private constructor(sim: Simulator, clock: { ms: number }) {
    this.sim = sim
    this.#clock = clock
  }

  static async open(options: SimulatorOptions = {}): Promise<Session> {
    const clock = { ms: START }
    const sim = await startSimulator({ site: 'small', now: () => clock.ms, ...options })
    onTestFinished(() => sim.stop())
    const session = new Session(sim, clock)
    await session.signIn()
    return session
  }

  /** Unix seconds by the simulator's clock. */
  get seconds(): number {
    return this.#clock.ms / 1000
  }

  advance(seconds: number): void {
    this.#clock.ms += seconds * 1000
  }

  role(name: string): string {
    const tuid = this.sim.roles[name]
    if (tuid === undefined) throw new Error(`The site has no ${name}`)
    return tuid
  }

  async signIn(): Promise<void> {
    const credentials = { client_id: this.sim.clientId, client_secret: this.sim.clientSecret }
    const { token } = dataOf(await this.post('/auth/client-token', credentials)) as { token: string }
    this.#token = token
  }

  async get(path: string): Promise<Answered> {
    return this.request('GET', path)
  }

  async post(path: string, body: unknown): Promise<Answered> {
    return this.request('POST', path, JSON.stringify(body))
  }

  async request(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Answered> {
    const authorization: Record<string, string> = this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` }
    return exchange(`${this.sim.url}${path}`, {
      method,
      headers: { ...authorization, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body })
    })
  }

  /** A request to the control paths. */
  async control(method: string, path: string, body?: unknown): Promise<Answered> {
    return exchange(`${this.sim.controlUrl}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    })
  }
}

/** `body` is the parsed JSON, or the text itself where it is none. */
export async function exchange(url: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(url, init)
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: parsed(text) }
}

/** The `data` of an answer; the caller knows the shape from the specification. */
export function dataOf(answered: Answered): unknown {
  if (answered.status !== 200) throw new Error(`Answered ${answered.status}: ${JSON.stringify(answered.body)}`)
  return (answered.body as { data: unknown }).data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
