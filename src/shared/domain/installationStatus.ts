import { z } from 'zod'

/** spec: Set installation status for a thing. */
export const installationStatuses = ['new', 'installed', 'uninstalled', 'quarantine', 'retired'] as const

export const installationStatusSchema = z.enum(installationStatuses)

export type InstallationStatus = z.output<typeof installationStatusSchema>

export function isInstallationStatus(value: string): value is InstallationStatus {
  return (installationStatuses as readonly string[]).includes(value)
}

/** Why a change of status asks for a second look. The API forbids none of them (vendor fact), so neither do we. */
export type UnusualStatusChange =
  'already_there' | 'back_from_retired' | 'retire_unused' | 'back_to_new' | 'uninstall_unused'

/**
 * @param from the status the server last showed, verbatim, or null when nothing is known
 * @returns why the change is unusual, or null when it is ordinary
 */
export function unusualStatusChange(from: string | null, to: InstallationStatus): UnusualStatusChange | null {
  if (from === null) return null
  if (from === to) return 'already_there'
  if (from === 'retired') return 'back_from_retired'
  if (to === 'new') return 'back_to_new'
  if (from === 'new' && to === 'retired') return 'retire_unused'
  if (from === 'new' && to === 'uninstalled') return 'uninstall_unused'
  return null
}
