import { expect, it } from 'vitest'
import { contentPolicy, freshNonce } from '../../../../src/main/window/contentPolicy'

it('allows the page its own files, and styles with the nonce of this load', () => {
  expect(contentPolicy('abc=')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-abc='; img-src 'self' data: blob:; font-src 'self'; " +
      "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
      "require-trusted-types-for 'script'; trusted-types default vue"
  )
})

it('never uses a nonce twice', () => {
  const nonces = Array.from({ length: 1000 }, freshNonce)
  expect(new Set(nonces).size).toBe(1000)
  for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
})
