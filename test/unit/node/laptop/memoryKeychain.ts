import { ProblemError } from '@shared/domain/problem'
import type { Keychain, KeychainState } from '../../../../src/main/ports/keychain'

/** A keychain that forgets everything at the end of the test, and fails when told to. */
export class MemoryKeychain implements Keychain {
  readonly secrets = new Map<string, string>()
  /** What every call fails with, until it is null again. */
  trouble: 'keychain_unavailable' | 'keychain_locked' | null = null
  /** What every call waits for, such as a person who has not seen the prompt. */
  answering: Promise<void> = Promise.resolve()
  /** What a write waits for after it has done its work. */
  written: Promise<void> = Promise.resolve()

  read(account: string): Promise<string | null> {
    return this.#later(() => this.secrets.get(account) ?? null)
  }

  async write(account: string, secret: string): Promise<void> {
    await this.#later(() => void this.secrets.set(account, secret))
    await this.written
  }

  remove(account: string): Promise<void> {
    return this.#later(() => void this.secrets.delete(account))
  }

  available(): Promise<KeychainState> {
    return Promise.resolve(this.trouble === null ? { ok: true } : { ok: false, kind: this.trouble, detail: 'told to' })
  }

  /** Later, as a process of its own would. */
  async #later<T>(work: () => T): Promise<T> {
    await this.answering
    if (this.trouble !== null) throw new ProblemError({ kind: this.trouble })
    return work()
  }
}
