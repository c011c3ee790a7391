import { ProblemError, type ProblemKind } from '@shared/domain/problem'
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

  /** From now on it stands in no line of the log, whether it is ever kept or not. */
  conceal(secret: string): void {
    this.#log.hide(secret)
  }

  /**
   * @param mustReplace whether an older secret may by no means be left in the keychain, because it was given for another
   *   address; without this, a secret is kept in memory although the keychain cannot be reached
   * @returns how to put back what was there before
   * @throws ProblemError keychain_unavailable, keychain_locked; nothing is kept then
   */
  async keep(
    stackId: string,
    secret: string,
    place: 'keychain' | 'memory',
    mustReplace: boolean
  ): Promise<() => Promise<void>> {
    this.#log.hide(secret)
    const remembered = this.#inMemory.get(stackId)
    let stored: string | null
    if (place === 'keychain') {
      stored = await this.#keychain.read(stackId)
      await this.#keychain.write(stackId, secret)
      this.#inMemory.delete(stackId)
    } else {
      stored = await this.#withdraw(stackId, mustReplace)
      this.#inMemory.set(stackId, secret)
    }
    this.#known.set(stackId, place)
    return () => this.#putBack(stackId, remembered, stored, place)
  }

  /**
   * Never leaves a secret behind silently: a keychain that does not answer is reported, and nothing is removed then.
   * Only where there is no keychain at all, and the secret was in memory, there is nothing to be left.
   */
  async remove(stackId: string): Promise<void> {
    try {
      await this.#keychain.remove(stackId)
    } catch (error) {
      const isNowhereElse = this.#inMemory.has(stackId) && problemKind(error) === 'keychain_unavailable'
      if (!isNowhereElse) throw error
    }
    this.#inMemory.delete(stackId)
    this.#known.delete(stackId)
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

  /** Takes an older secret out of the keychain: it would come back at the next start. */
  async #withdraw(stackId: string, must: boolean): Promise<string | null> {
    try {
      const stored = await this.#keychain.read(stackId)
      if (stored !== null) await this.#keychain.remove(stackId)
      return stored
    } catch (error) {
      if (must || problemKind(error) === null) throw error
      return null
    }
  }

  async #putBack(
    stackId: string,
    remembered: string | undefined,
    stored: string | null,
    from: 'keychain' | 'memory'
  ): Promise<void> {
    this.#known.delete(stackId)
    if (remembered === undefined) this.#inMemory.delete(stackId)
    else this.#inMemory.set(stackId, remembered)
    try {
      if (stored !== null) await this.#keychain.write(stackId, stored)
      else if (from === 'keychain') await this.#keychain.remove(stackId)
    } catch (error) {
      this.#log.error('stacks', 'an older secret could not be put back', { stackId, error })
    }
  }
}

function problemKind(error: unknown): ProblemKind | null {
  return error instanceof ProblemError ? error.problem.kind : null
}
