import { randomBytes } from 'node:crypto'

/** Stands in index.html wherever the nonce of this one load belongs. */
export const noncePlaceholder = '__CSP_NONCE__'

export function freshNonce(): string {
  return randomBytes(16).toString('base64')
}

/**
 * What a page of ours may load and run: its own files and nothing else. Styles that the component library writes at
 * run time carry the nonce, so no inline style has to be allowed in general. The decoder of labels is WebAssembly, which
 * may be compiled; JavaScript from text may not.
 *
 * @param nonce null for everything that is not the page itself
 */
export function contentPolicy(nonce: string | null): string {
  const styles = nonce === null ? "'self'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    nonce === null ? "script-src 'self'" : "script-src 'self' 'wasm-unsafe-eval'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; ')
}
