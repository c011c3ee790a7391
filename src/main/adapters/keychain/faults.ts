import type { KeychainState } from '../../ports/keychain'

/** Why the keychain did not do what it was asked. */
export type KeychainFault =
  | 'no_library'
  | 'no_bus'
  | 'no_service'
  /** The service runs, but the person has no keyring in it yet. */
  | 'no_keyring'
  | 'locked'
  /** It said yes and kept nothing. */
  | 'not_kept'
  /** Its process did not say within the time limit that it listens. */
  | 'not_started'
  /** No answer within the time limit. */
  | 'silent'
  | 'crashed'
  | 'garbled'
  | 'stopped'
  | 'other'

export class KeychainFailure extends Error {
  readonly fault: KeychainFault

  /** @param words technical, free of secrets */
  constructor(fault: KeychainFault, words: string) {
    super(words)
    this.name = 'KeychainFailure'
    this.fault = fault
  }
}

/** Error texts of keytar and of the systems beneath it; the first that fits counts. */
const faultsByWords: readonly (readonly [RegExp, KeychainFault])[] = [
  [/native addon|libsecret|shared object|Cannot find (module|package)/i, 'no_library'],
  [/does not exist at path .*collection/i, 'no_keyring'],
  [/org\.freedesktop\.secrets|ServiceUnknown|not provided by any/i, 'no_service'],
  [/locked|prompt|dismissed|interaction is not allowed|user canceled|passphrase/i, 'locked'],
  [/autolaunch|D-?Bus|message bus|Could not connect|connection is closed/i, 'no_bus']
]

export function faultOf(words: string): KeychainFault {
  return faultsByWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}

const linuxAdvice: Partial<Record<KeychainFault, string>> = {
  no_library: 'libsecret is missing: install the package libsecret-1-0 (Debian, Ubuntu) or libsecret (Fedora, Arch)',
  no_bus: 'there is no D-Bus session: install the package dbus-user-session and log in again',
  no_service: 'no keyring is running: install the package gnome-keyring (or KDE Wallet) and log in again',
  no_keyring: 'there is no login keyring yet: log in again, or make one with the package seahorse (Passwords and Keys)'
}

const advice: Record<KeychainFault, string> = {
  no_library: 'the keychain library could not be loaded',
  no_bus: 'the keychain could not be reached',
  no_service: 'the keychain is not running',
  no_keyring: 'there is no keychain of this person yet',
  locked: 'the keychain is locked',
  not_kept: 'the keychain took a test entry and did not give it back: it is probably locked',
  silent: 'the keychain did not answer; it may be waiting for its password',
  not_started: 'the keychain process did not start',
  crashed: 'the keychain process ended unexpectedly',
  garbled: 'the keychain process gave an unreadable answer',
  stopped: 'the app is closing',
  other: 'the keychain refused'
}

const lockedFaults: ReadonlySet<KeychainFault> = new Set(['locked', 'not_kept', 'silent'])

/** What a failure means for a person, with the name of the package to install where there is one. */
export function stateOf(failure: KeychainFailure, platform: NodeJS.Platform): Extract<KeychainState, { ok: false }> {
  const { fault, message } = failure
  const said = (platform === 'linux' ? linuxAdvice[fault] : undefined) ?? advice[fault]
  return {
    ok: false,
    kind: lockedFaults.has(fault) ? 'keychain_locked' : 'keychain_unavailable',
    detail: message === '' ? said : `${said} (${message})`
  }
}
