import type { Problem, ProblemKind } from '@shared/domain/problem'

const codeKinds: readonly (readonly [RegExp, ProblemKind])[] = [
  [/^(ERR_TLS_|ERR_SSL_|ERR_OSSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/, 'tls'],
  [/^(EPROTO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|UND_ERR_PRX_TLS)$/, 'tls'],
  [/^(ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/, 'timeout'],
  [/^(HPE_|UND_ERR_(HEADERS_OVERFLOW|RES_EXCEEDED_MAX_SIZE|RES_CONTENT_LENGTH_MISMATCH)$)/, 'unreadable'],
  [/^UND_ERR_(DESTROYED|CLOSED)$/, 'cancelled'],
  [/^(UND_ERR_INVALID_ARG|ERR_INVALID_)/, 'internal']
]

/**
 * Puts an error of sockets, TLS or the HTTP parser into a technician's words. It tells what went wrong, not whether
 * anything was sent: that is observed where the request is written (exchange.ts), not guessed from a code.
 */
export function transportProblem(error: unknown): Problem {
  const code = codeOf(error)
  const kind = codeKinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'offline'
  const message = error instanceof Error ? error.message : String(error)
  return { kind, detail: [code, message].filter((part) => part !== '').join(': ') }
}

/** The code of an error, or else the first of what caused it or of the attempts it stands for. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  const inner: unknown[] = error instanceof AggregateError ? error.errors : []
  const code = [...inner, error.cause].map(codeOf).find((found) => found !== '')
  // An answer that is not HTTP at all has a name, but no code.
  return code ?? (error.name === 'HTTPParserError' ? 'HPE_INVALID' : '')
}
