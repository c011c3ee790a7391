import type { Intent } from '@shared/domain/action'
import type { Command } from '@shared/domain/command'
import type { InstallationStatus } from '@shared/domain/installationStatus'

export const setStatus = (tuid: string, status: InstallationStatus): Intent => ({ type: 'status', tuid, status })

export const assign = (tuid: string, groupId: string): Intent => ({ type: 'group', tuid, groupId })

export const configure = (tuid: string, reportInterval: number): Intent => ({
  type: 'command',
  tuid,
  commands: [{ tsmId: 1500, tsmEv: 30, parameters: { reportInterval } }]
})

/** So many commands in one request, up to three. */
export const configureAll = (tuid: string, reportInterval: number, count: number): Intent => ({
  type: 'command',
  tuid,
  commands: [reporting(reportInterval), presence, networkRole].slice(0, count)
})

const reporting = (reportInterval: number): Command => ({ tsmId: 1500, tsmEv: 30, parameters: { reportInterval } })
const presence: Command = { tsmId: 13200, tsmEv: 30, parameters: { threshold: 150 } }
const networkRole: Command = { tsmId: 1501, tsmEv: 30, parameters: { nodeRole: 1 } }

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
