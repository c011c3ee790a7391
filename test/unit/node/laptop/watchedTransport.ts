import type { HttpRequest, HttpResult, Transport } from '../../../../src/main/api/transport/transport'

/** The real way to the servers, of which a test can tell whether anything is under way on it. */
export class WatchedTransport implements Transport {
  readonly #inner: Transport
  readonly #underWay = new Set<Promise<HttpResult>>()

  constructor(inner: Transport) {
    this.#inner = inner
  }

  get isBusy(): boolean {
    return this.#underWay.size > 0
  }

  send(request: HttpRequest): Promise<HttpResult> {
    const result = this.#inner.send(request)
    this.#underWay.add(result)
    void result.finally(() => this.#underWay.delete(result))
    return result
  }

  close(): Promise<void> {
    return this.#inner.close()
  }
}
