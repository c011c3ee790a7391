export type KeychainState =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly kind: 'keychain_unavailable' | 'keychain_locked'
      /** What is missing and, where a package brings it, its name. Free of secrets. */
      readonly detail: string
    }

/**
 * The operating system's keychain: one entry for each stack, `account` being the stack's id. Every method but
 * `available` rejects with a ProblemError of kind keychain_unavailable or keychain_locked when it cannot do its work;
 * none of them puts a value into an error.
 */
export interface Keychain {
  /** @returns null only when the keychain works and holds no such entry. */
  read(account: string): Promise<string | null>
  /** Resolves only after the value was read back. */
  write(account: string, secret: string): Promise<void>
  /** Removing what is not there is no error. */
  remove(account: string): Promise<void>
  /** Tries the keychain with an entry of its own: written, read back, removed. */
  available(): Promise<KeychainState>
}
