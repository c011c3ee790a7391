import type { Timing } from '../../../../src/main/outbox/timing'
import type { HttpRequest, HttpResult, Transport } from '../../../../src/main/api/transport/transport'

/** A server whose slowness is a matter of the test's clock. */
export interface SlowServer {
  readonly after: Timing['after']
  /** How many requests wait at the server for time to pass. */
  readonly stuck: () => number
}

const never = new Promise<HttpResult>(() => undefined)

const tooLate: HttpResult = { type: 'failure', sent: true, status: null, problem: { kind: 'timeout' } }

/** The real way to the servers, of which a test can tell whether anything is under way on it. */
export class WatchedTransport implements Transport {
  readonly #inner: Transport
  readonly #slow: SlowServer | null
  readonly #underWay = new Set<Promise<HttpResult>>()
  /** Whether the app is dead: nothing leaves any more, and nothing that arrives is heard. */
  isCut = false
  #hold: { readonly path: string; readonly over: Promise<void> } | null = null

  constructor(inner: Transport, slow: SlowServer | null = null) {
    this.#inner = inner
    this.#slow = slow
  }

  /** What waits for time to pass at the server is at rest. */
  get isBusy(): boolean {
    return this.#underWay.size > (this.#slow?.stuck() ?? 0)
  }

  /** Keeps requests for a path from leaving. @returns how to let them go */
  hold(path: string): () => void {
    const { promise: over, resolve } = Promise.withResolvers<void>()
    this.#hold = { path, over }
    return resolve
  }

  async send(request: HttpRequest): Promise<HttpResult> {
    return this.#whileAlive(await (this.isCut ? never : this.#watched(request)))
  }

  #watched(request: HttpRequest): Promise<HttpResult> {
    const sent = this.#send(request)
    this.#underWay.add(sent)
    void sent.finally(() => this.#underWay.delete(sent))
    return this.#slow === null ? sent : unlessTooLate(request, sent, this.#slow)
  }

  #whileAlive(result: HttpResult): HttpResult | Promise<HttpResult> {
    return this.isCut ? never : result
  }

  async #send(request: HttpRequest): Promise<HttpResult> {
    if (this.#hold !== null && request.path.endsWith(this.#hold.path)) await this.#hold.over
    return this.#inner.send(request)
  }

  close(): Promise<void> {
    return this.#inner.close()
  }
}

/** The real time limit never strikes while time stands still. */
async function unlessTooLate(
  { timeoutMs }: HttpRequest,
  result: Promise<HttpResult>,
  { after }: SlowServer
): Promise<HttpResult> {
  const { promise: late, resolve } = Promise.withResolvers<HttpResult>()
  const cancel = after(timeoutMs, () => resolve(tooLate))
  try {
    return await Promise.race([result, late])
  } finally {
    cancel()
  }
}
