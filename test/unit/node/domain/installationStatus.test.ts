import {
  installationStatuses,
  isInstallationStatus,
  unusualStatusChange,
  type InstallationStatus,
  type UnusualStatusChange
} from '@shared/domain/installationStatus'
import { describe, expect, test } from 'vitest'

test('only the five statuses of the API are statuses', () => {
  expect(installationStatuses.every(isInstallationStatus)).toBe(true)
  expect(['Installed', 'broken', ''].some(isInstallationStatus)).toBe(false)
})

describe('unusualStatusChange', () => {
  test.each<[from: string | null, to: InstallationStatus, why: UnusualStatusChange | null]>([
    [null, 'installed', null],
    [null, 'retired', null],
    ['new', 'installed', null],
    ['new', 'quarantine', null],
    ['new', 'uninstalled', 'uninstall_unused'],
    ['new', 'retired', 'retire_unused'],
    ['installed', 'uninstalled', null],
    ['installed', 'quarantine', null],
    ['installed', 'retired', null],
    ['installed', 'installed', 'already_there'],
    ['installed', 'new', 'back_to_new'],
    ['uninstalled', 'installed', null],
    ['quarantine', 'installed', null],
    ['retired', 'installed', 'back_from_retired'],
    ['retired', 'new', 'back_from_retired'],
    ['retired', 'retired', 'already_there'],
    ['something else', 'installed', null],
    ['something else', 'new', 'back_to_new']
  ])('%s → %s: %s', (from, to, why) => {
    expect(unusualStatusChange(from, to)).toBe(why)
  })
})
