import type { Intent } from '@shared/domain/action'
import type { InstallationStatus } from '@shared/domain/installationStatus'

export const setStatus = (tuid: string, status: InstallationStatus): Intent => ({ type: 'status', tuid, status })

export const assign = (tuid: string, groupId: string): Intent => ({ type: 'group', tuid, groupId })

export const configure = (tuid: string, reportInterval: number): Intent => ({
  type: 'command',
  tuid,
  command: { tsmId: 1500, tsmEv: 30, parameters: { reportInterval } }
})

export const createGroup = (groupId: string, description: string | null = null): Intent => ({
  type: 'group_create',
  groupId,
  description
})

export const renameGroup = (groupId: string, newGroupId: string): Intent => ({
  type: 'group_rename',
  groupId,
  newGroupId
})

export const deleteGroup = (groupId: string): Intent => ({ type: 'group_delete', groupId })

/** Groups of the small site. */
export const office = 'prfi00pikkutoimisto'
export const store = 'prfi00pikkuvarasto'
