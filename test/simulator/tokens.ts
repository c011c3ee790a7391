import { randomBytes } from 'node:crypto'

export type AuthOutcome = 'ok' | 'missing' | 'refused'

/** Client credentials and the tokens made with them. Several tokens live side by side (spec: Authentication). */
export class Tokens {
  readonly clientId: string
  readonly clientSecret: string
  /** Every token ever given out, so that a test can look for them where none may be. */
  readonly issued: string[] = []
  readonly #lifeMs: number
  readonly #now: () => number
  readonly #expiry = new Map<string, number>()
  #revoked = false

  constructor(options: { clientId: string; clientSecret: string; lifeSeconds: number; now: () => number }) {
    this.clientId = options.clientId
    this.clientSecret = options.clientSecret
    this.#lifeMs = options.lifeSeconds * 1000
    this.#now = options.now
  }

  /** A new token, or undefined when the credentials are wrong or revoked. */
  issue(clientId: string, clientSecret: string): string | undefined {
    if (this.#revoked || clientId !== this.clientId || clientSecret !== this.clientSecret) return undefined
    const token = randomBytes(24).toString('base64url')
    this.#expiry.set(token, this.#now() + this.#lifeMs)
    this.issued.push(token)
    return token
  }

  check(header: string | undefined): AuthOutcome {
    if (header === undefined) return 'missing'
    const token = /^Bearer (\S+)$/.exec(header)?.[1]
    const expiry = token === undefined ? undefined : this.#expiry.get(token)
    return expiry !== undefined && this.#now() < expiry ? 'ok' : 'refused'
  }

  /** Ends every token; the credentials stay good. */
  expireAll(): void {
    this.#expiry.clear()
  }

  /** Ends every token, and gives no new ones until restored. */
  revoke(): void {
    this.#revoked = true
    this.expireAll()
  }

  restore(): void {
    this.#revoked = false
  }
}
