import * as tls from 'node:tls'

/** Older runtimes lack the function although the types promise it. */
const canList = 'getCACertificates' in tls

/**
 * Certificates of the operating system, for companies that inspect traffic with an authority of their own. Reading
 * them takes a moment (150 ms seen), so it is done once and only when https is first used.
 *
 * @returns an empty list where the runtime cannot tell: its built-in list then stays in force, and a stack behind a
 *   company's authority fails with a tls problem that says so
 */
export function systemCertificates(): readonly string[] {
  try {
    return canList ? tls.getCACertificates('system') : []
  } catch {
    return []
  }
}

/** The list compiled into the runtime, and what NODE_EXTRA_CA_CERTS adds to it. */
function ownCertificates(): readonly string[] {
  return canList ? tls.getCACertificates('default') : tls.rootCertificates
}

/** What every https connection trusts: the runtime's own list and these. Made once, it costs some 20 ms. */
export function trusting(certificates: readonly string[]): tls.SecureContext {
  if (certificates.length === 0) return tls.createSecureContext()
  return tls.createSecureContext({ ca: [...new Set([...ownCertificates(), ...certificates])] })
}
