import type { HttpRequest, HttpResult, Transport } from '../../../../src/main/api/transport/transport'

/** The real way to the servers, of which a test can tell whether anything is under way on it. */
export class WatchedTransport implements Transport {
  readonly #inner: Transport
  readonly #underWay = new Set<Promise<HttpResult>>()
  #hold: { readonly path: string; readonly over: Promise<void> } | null = null

  constructor(inner: Transport) {
    this.#inner = inner
  }

  get isBusy(): boolean {
    return this.#underWay.size > 0
  }

  /** Keeps requests for a path from leaving. @returns how to let them go */
  hold(path: string): () => void {
    const { promise: over, resolve } = Promise.withResolvers<void>()
    this.#hold = { path, over }
    return resolve
  }

  send(request: HttpRequest): Promise<HttpResult> {
    const result = this.#send(request)
    this.#underWay.add(result)
    void result.finally(() => this.#underWay.delete(result))
    return result
  }

  async #send(request: HttpRequest): Promise<HttpResult> {
    if (this.#hold !== null && request.path.endsWith(this.#hold.path)) await this.#hold.over
    return this.#inner.send(request)
  }

  close(): Promise<void> {
    return this.#inner.close()
  }
}
