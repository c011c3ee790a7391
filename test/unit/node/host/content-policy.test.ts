import { describe, expect, it } from 'vitest'
import { scriptNonce, widenPolicy } from '../../../host/server/content-policy.ts'

const origin = 'http://127.0.0.1:4000'
const script = `${origin}/__host/boot.js`
const lines = `ws://127.0.0.1:4000/__host/socket ${origin}/__host/sync`

describe("the app's content security policy in the host", () => {
  it.each<[string, string, string]>([
    ['own scripts stay', "script-src 'self'", `script-src 'self' ${script}`],
    ["'none' gives way", "connect-src 'none'", `connect-src ${lines}`],
    [
      "a default of 'none' stays for everything else",
      "default-src 'none'; img-src 'self'",
      `default-src 'none'; img-src 'self'; script-src-elem ${script}; connect-src ${lines}`
    ],
    [
      'what a default allows is kept for the two directives that are spelled out',
      "default-src 'self'",
      `default-src 'self'; script-src-elem 'self' ${script}; connect-src 'self' ${lines}`
    ],
    [
      'the more exact directive for scripts governs',
      "script-src 'self'; script-src-elem 'self'",
      `script-src 'self'; script-src-elem 'self' ${script}`
    ],
    ['what it does not mention is not limited', "style-src 'self'", "style-src 'self'"],
    ['only the first of two equal directives counts', "img-src 'none'; img-src *", "img-src 'none'"]
  ])('%s', (_name, policy, widened) => {
    expect(widenPolicy(policy, origin)).toBe(widened)
  })

  it.each<[string, string | undefined]>([
    ["script-src 'nonce-abc' 'strict-dynamic'", 'abc'],
    ["default-src 'nonce-def'", 'def'],
    ["style-src 'nonce-ghi'; script-src 'self'", undefined]
  ])('finds the nonce for scripts in %s', (policy, nonce) => {
    expect(scriptNonce(policy)).toBe(nonce)
  })
})
