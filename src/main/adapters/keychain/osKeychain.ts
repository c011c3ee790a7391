import { randomUUID } from 'node:crypto'
import { ProblemError } from '@shared/domain/problem'
import type { Keychain, KeychainState } from '../../ports/keychain'
import type { Log } from '../../ports/log'
import { KeychainFailure, stateOf } from './faults'
import { KeychainProcess, usualLimits, type KeychainLimits } from './keychainProcess'

/** Under which name the operating system lists our entries. Changing it orphans every stored secret. */
export const keychainService = 'thingsee-field-installer'

/** Account of the entry that proves the keychain works. Always the same, so that a leftover is overwritten. */
const probeAccount = 'self-test'

export interface OsKeychainOptions {
  /** The bundled keychain process: `keychain.js` beside main's own bundle. */
  readonly entry: string
  readonly log: Log
  readonly service?: string
  readonly limits?: KeychainLimits
  readonly platform?: NodeJS.Platform
}

/** The keychain of macOS, Windows or Linux (Secret Service), reached through a process of its own. */
export class OsKeychain implements Keychain {
  readonly #process: KeychainProcess
  readonly #platform: NodeJS.Platform
  #lastTurn: Promise<unknown> = Promise.resolve()

  constructor({
    entry,
    log,
    service = keychainService,
    limits = usualLimits,
    platform = process.platform
  }: OsKeychainOptions) {
    this.#process = new KeychainProcess({ entry, service, limits, log })
    this.#platform = platform
  }

  read(account: string): Promise<string | null> {
    return this.#inTurn(() => this.#read(account))
  }

  write(account: string, secret: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#process.ask({ deed: 'set', account, secret })
      const kept = await this.#process.ask({ deed: 'get', account })
      if (kept !== secret) throw new KeychainFailure('not_kept', '')
    })
  }

  remove(account: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#process.ask({ deed: 'delete', account })
      // A locked keychain takes the order as calmly as an open one.
      if ((await this.#read(account)) !== null) throw new KeychainFailure('other', 'the entry is still there')
    })
  }

  async available(): Promise<KeychainState> {
    try {
      await this.#inTurn(() => this.#probe())
      return { ok: true }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const { kind, detail = '' } = error.problem
      return { ok: false, kind: kind === 'keychain_locked' ? kind : 'keychain_unavailable', detail }
    }
  }

  /** Kills the process, whatever it is doing. For the end of the app; nothing works afterwards. */
  stop(): void {
    this.#process.stop()
  }

  async #read(account: string): Promise<string | null> {
    const found = await this.#process.ask({ deed: 'get', account })
    if (found !== null) return found
    // A locked keychain answers null as well. The probe tells the two apart, and may have made the person unlock it.
    await this.#probe()
    return this.#process.ask({ deed: 'get', account })
  }

  async #probe(): Promise<void> {
    const secret = randomUUID()
    await this.#process.ask({ deed: 'set', account: probeAccount, secret })
    const kept = await this.#process.ask({ deed: 'get', account: probeAccount })
    await this.#process.ask({ deed: 'delete', account: probeAccount })
    if (kept !== secret) throw new KeychainFailure('not_kept', '')
  }

  /** One piece of work at a time, so that the parts of two of them never mix. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#lastTurn.then(work)
    const told = turn.catch((error: unknown): never => {
      if (!(error instanceof KeychainFailure)) throw error
      const { kind, detail } = stateOf(error, this.#platform)
      throw new ProblemError({ kind, detail })
    })
    // The next one waits for the end of this one, however it ends; who asked for it is told.
    this.#lastTurn = turn.catch(() => undefined)
    return told
  }
}
