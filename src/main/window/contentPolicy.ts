import { randomBytes } from 'node:crypto'

/** Stands in index.html wherever the nonce of this one load belongs. */
export const noncePlaceholder = '__CSP_NONCE__'

export function freshNonce(): string {
  return randomBytes(16).toString('base64')
}

/**
 * What a page of ours may load and run: its own files and nothing else. Styles that the component library writes at
 * run time carry the nonce, so no inline style has to be allowed in general. The decoder of labels is WebAssembly, which
 * may be compiled; JavaScript from text may not. No text becomes markup or the address of a script either, but through
 * the page's one policy (renderer/trustedTypes.ts) and Vue's own, which makes its compiled templates alone.
 *
 * @param nonce null for everything that is not the page itself
 */
export function contentPolicy(nonce: string | null): string {
  const styles = nonce === null ? "'self'" : `'self' 'nonce-${nonce}'`
  const trust = nonce === null ? [] : ["require-trusted-types-for 'script'", 'trusted-types default vue']
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
    "frame-ancestors 'none'",
    ...trust
  ].join('; ')
}
