import { ProblemError } from '@shared/domain/problem'
import type { SecretPlace } from '@shared/domain/stack'
import type { Keychain } from '../ports/keychain'
import type { Log } from '../ports/log'

/** Client secrets by stack: in the OS keychain, or for this run in memory where a person has chosen so. */
export class SecretVault {
  readonly #keychain: Keychain
  readonly #log: Log
  readonly #inMemory = new Map<string, string>()
  readonly #known = new Map<string, SecretPlace>()

  constructor(keychain: Keychain, log: Log) {
    this.#keychain = keychain
    this.#log = log
  }

  /** @throws ProblemError keychain_unavailable, keychain_locked */
  async read(stackId: string): Promise<string | null> {
    const remembered = this.#inMemory.get(stackId)
    if (remembered !== undefined) return remembered
    try {
      const secret = await this.#keychain.read(stackId)
      if (secret !== null) this.#log.hide(secret)
      this.#known.set(stackId, secret === null ? 'missing' : 'keychain')
      return secret
    } catch (error) {
      this.#known.set(stackId, 'unknown')
      throw error
    }
  }

  /** @throws ProblemError keychain_unavailable, keychain_locked; nothing is kept then */
  async keep(stackId: string, secret: string, place: 'keychain' | 'memory'): Promise<void> {
    this.#log.hide(secret)
    if (place === 'keychain') {
      await this.#keychain.write(stackId, secret)
      this.#inMemory.delete(stackId)
    } else {
      this.#inMemory.set(stackId, secret)
    }
    this.#known.set(stackId, place)
  }

  /** Never leaves a secret behind silently: a keychain that does not answer is reported. */
  async remove(stackId: string): Promise<void> {
    const wasInMemoryOnly = this.#inMemory.delete(stackId)
    this.#known.delete(stackId)
    if (!wasInMemoryOnly) await this.#keychain.remove(stackId)
  }

  /** Where the secret of a stack is, as far as the keychain can tell. */
  async placeOf(stackId: string): Promise<SecretPlace> {
    if (this.#inMemory.has(stackId)) return 'memory'
    const known = this.#known.get(stackId)
    if (known === 'keychain' || known === 'missing') return known
    try {
      return (await this.read(stackId)) === null ? 'missing' : 'keychain'
    } catch (error) {
      if (error instanceof ProblemError) return 'unknown'
      throw error
    }
  }
}
