import type { Problem } from '@shared/domain/problem'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Scheme, host and port. */
  readonly origin: string
  /** Path and query exactly as they go over the wire: an encoded dot segment would not survive a URL parser. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** For the whole exchange, from looking up the name to the last byte of the answer. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

export interface HttpResponse {
  readonly type: 'response'
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface HttpFailure {
  readonly type: 'failure'
  /** Whether a byte of the request may have left on a connection to the server itself. */
  readonly sent: boolean
  /** Known when the answer had begun before it broke off. */
  readonly status: number | null
  readonly problem: Problem
}

export type HttpResult = HttpResponse | HttpFailure

/** Carries one request and its answer, once. Knows nothing of the API, of tokens or of JSON. Never rejects. */
export interface Transport {
  send(request: HttpRequest): Promise<HttpResult>
  /** Breaks off what is under way and frees the connections; whatever is sent afterwards fails as not sent. */
  close(): Promise<void>
}
