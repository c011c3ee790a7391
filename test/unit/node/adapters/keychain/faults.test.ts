import { describe, expect, it } from 'vitest'
import { faultOf, KeychainFailure, stateOf, type KeychainFault } from '../../../../../src/main/adapters/keychain/faults'

describe('the words of the keychain library', () => {
  it.each<[string, KeychainFault]>([
    ['Failed to load keytar native addon, checked ["../build/Release"] on prebuilds/linux-x64', 'no_library'],
    ['libsecret-1.so.0: cannot open shared object file: No such file or directory', 'no_library'],
    ["Cannot find module 'keytar'", 'no_library'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'no_bus'],
    ['Could not connect: No such file or directory', 'no_bus'],
    ['The connection is closed', 'no_bus'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'no_service'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'no_keyring'],
    ['Cannot create an item in a locked collection', 'locked'],
    ['The prompt was dismissed', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['User canceled the operation.', 'locked'],
    ['The user name or passphrase you entered is not correct.', 'locked'],
    ['Something else entirely', 'other'],
    ['', 'other']
  ])('%s: %s', (words, fault) => expect(faultOf(words)).toBe(fault))
})

describe('what a fault means', () => {
  it.each<[KeychainFault, NodeJS.Platform, string, RegExp]>([
    ['no_library', 'linux', 'keychain_unavailable', /libsecret-1-0/],
    ['no_bus', 'linux', 'keychain_unavailable', /dbus-user-session/],
    ['no_service', 'linux', 'keychain_unavailable', /gnome-keyring/],
    ['no_keyring', 'linux', 'keychain_unavailable', /seahorse/],
    ['no_library', 'darwin', 'keychain_unavailable', /^the keychain library could not be loaded \(words\)$/],
    ['locked', 'win32', 'keychain_locked', /locked/],
    ['not_kept', 'linux', 'keychain_locked', /did not give it back/],
    ['silent', 'darwin', 'keychain_locked', /did not answer/],
    ['crashed', 'linux', 'keychain_unavailable', /ended unexpectedly/],
    ['other', 'linux', 'keychain_unavailable', /refused \(words\)$/]
  ])('%s on %s: %s', (fault, platform, kind, detail) => {
    const state = stateOf(new KeychainFailure(fault, 'words'), platform)
    expect(state).toMatchObject({ ok: false, kind })
    expect(state.detail).toMatch(detail)
  })
})
