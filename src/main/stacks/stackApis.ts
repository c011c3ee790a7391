import { ProblemError } from '@shared/domain/problem'
import type { Stack } from '@shared/domain/stack'
import type { Outcome } from '../api/outcome'
import type { StackApi } from '../api/stackApi'
import type { SecretVault } from './secretVault'

/** Makes the API of one base URL and one set of credentials. */
export type ConnectStack = (options: {
  readonly baseUrl: string
  readonly credentials: () => Promise<{ clientId: string; clientSecret: string } | null>
  readonly onOutcome?: (outcome: Outcome<unknown>) => void
}) => StackApi

/**
 * One API client for each stack, made when it is first needed. Each holds its own token, so that a token of one stack
 * has no way to another's URL.
 */
export class StackApis {
  readonly #connect: ConnectStack
  readonly #vault: SecretVault
  readonly #find: (stackId: string) => Stack | null
  readonly #onOutcome: (stackId: string, outcome: Outcome<unknown>) => void
  readonly #apis = new Map<string, StackApi>()
  readonly #changes = new Map<string, Promise<void>>()

  constructor(
    connect: ConnectStack,
    vault: SecretVault,
    find: (stackId: string) => Stack | null,
    onOutcome: (stackId: string, outcome: Outcome<unknown>) => void
  ) {
    this.#connect = connect
    this.#vault = vault
    this.#find = find
    this.#onOutcome = onOutcome
  }

  /** @throws ProblemError unknown_stack */
  of(stackId: string): StackApi {
    const known = this.#apis.get(stackId)
    if (known !== undefined) return known
    const stack = this.#find(stackId)
    if (stack === null) throw new ProblemError({ kind: 'unknown_stack' })
    const api = this.#connect({
      baseUrl: stack.baseUrl,
      credentials: async () => {
        await this.#changes.get(stackId)
        const clientSecret = await this.#vault.read(stackId)
        // What was read may be for another address than this client's.
        if (this.#apis.get(stackId) !== api) throw new ProblemError({ kind: 'cancelled' })
        return clientSecret === null ? null : { clientId: stack.clientId, clientSecret }
      },
      onOutcome: (outcome) => {
        // A late answer to a client that was replaced meanwhile says nothing about the stack as it is now.
        if (this.#apis.get(stackId) === api) this.#onOutcome(stackId, outcome)
      }
    })
    this.#apis.set(stackId, api)
    return api
  }

  /**
   * Changes a stack's address, id or secret, or removes it. Meanwhile no client gets credentials, so that no secret can
   * meet an address it was not given for; afterwards the next call starts with a new client and a new token.
   */
  async change<T>(stackId: string, work: () => Promise<T>): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#apis.delete(stackId)
    this.#changes.set(stackId, promise)
    try {
      return await work()
    } finally {
      this.#apis.delete(stackId)
      this.#changes.delete(stackId)
      resolve()
    }
  }
}
