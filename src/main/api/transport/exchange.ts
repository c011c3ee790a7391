import type { Problem } from '@shared/domain/problem'
import type { Dispatcher } from 'undici'
import type { HttpResult } from './transport'
import { transportProblem } from './transportProblem'

/** Keeps nothing from one whole text to the next. */
const utf8 = new TextDecoder()

type Headers = Parameters<NonNullable<Dispatcher.DispatchHandler['onResponseStart']>>[2]

/**
 * One request on its way through undici, watched from the inside: `onRequestStart` is called on a live connection,
 * after TLS and after a proxy's tunnel, right before the first byte is written. Until then nothing was sent, whatever
 * the error; from then on the server may have acted.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly result: Promise<HttpResult>
  readonly #settle: (result: HttpResult) => void
  readonly #maxBodyBytes: number
  #controller: Dispatcher.DispatchController | null = null
  #over = false
  #status: number | null = null
  #headers: Record<string, string> = {}
  #chunks: Buffer[] = []
  #bytes = 0

  constructor(maxBodyBytes: number) {
    const { promise, resolve } = Promise.withResolvers<HttpResult>()
    this.result = promise
    this.#settle = resolve
    this.#maxBodyBytes = maxBodyBytes
  }

  /** Whether the result stands. */
  get over(): boolean {
    return this.#over
  }

  /** Gives up. A request that still waits for its connection is never written afterwards. */
  abort(problem: Problem): void {
    this.#fail(problem)
    this.#controller?.abort(new Error(problem.kind))
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#over) controller.abort(new Error('given up before it was sent'))
    else this.#controller = controller
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    if (status < 200) return
    this.#status = status
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) this.#headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length
    if (this.#bytes > this.#maxBodyBytes) {
      this.abort({ kind: 'unreadable', detail: `the answer is larger than ${this.#maxBodyBytes} bytes` })
    } else {
      this.#chunks.push(chunk)
    }
  }

  onResponseEnd(): void {
    if (this.#status === null) {
      this.#fail({ kind: 'unreadable', detail: 'the answer ended without a status' })
      return
    }
    const [only] = this.#chunks
    const bytes = only !== undefined && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks)
    const body = utf8.decode(bytes)
    this.#end({ type: 'response', status: this.#status, headers: this.#headers, body })
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.#fail(transportProblem(error))
  }

  #fail(problem: Problem): void {
    this.#end({ type: 'failure', sent: this.#controller !== null, status: this.#status, problem })
  }

  #end(result: HttpResult): void {
    this.#over = true
    this.#chunks = []
    this.#settle(result)
  }
}
