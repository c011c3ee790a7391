import type { Problem } from '@shared/domain/problem'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** For the whole exchange, from looking up the name to the last byte of the answer. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal
}

export type HttpResult =
  | {
      readonly type: 'response'
      readonly status: number
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  /** `sent`: whether a byte of the request may have left on a connection to the server. */
  | { readonly type: 'failure'; readonly sent: boolean; readonly status: number | null; readonly problem: Problem }

/** Carries one request and its answer, once. Knows nothing of the API, tokens or JSON. */
export interface Transport {
  send(request: HttpRequest): Promise<HttpResult>
  /** Breaks what is under way and frees the connections. */
  close(): Promise<void>
}
