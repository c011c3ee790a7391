import type { Intent } from '@shared/domain/action'
import type { InstallationStatus } from '@shared/domain/installationStatus'

/** Groups that the things are put into. */
export const groupIds = Array.from({ length: 20 }, (_, index) => `prfi00house${String(index).padStart(2, '0')}`)

export const tuidOfThing = (index: number): string => `TSPR04EZU${String(index).padStart(8, '0')}`

const firstVisit = 3
const visits = 5

/**
 * What somebody does who goes through a site twice: each thing gets its group, its status and its configuration, and
 * later, on a second round, another status and another configuration. From then on it begins again.
 *
 * @param index number of the action, from 0
 */
export function intentOf(index: number, things: number): Intent {
  const round = Math.floor(index / (things * visits))
  const inRound = index % (things * visits)
  const isFirst = inRound < things * firstVisit
  const within = isFirst ? inRound : inRound - things * firstVisit
  const steps = isFirst ? firstVisit : visits - firstVisit
  const thing = Math.floor(within / steps)
  const step = isFirst ? within % steps : firstVisit + (within % steps)
  return intentAt(tuidOfThing(thing), thing + round, step)
}

function intentAt(tuid: string, turn: number, step: number): Intent {
  switch (step) {
    case 0:
      return { type: 'group', tuid, groupId: groupIds[turn % groupIds.length] ?? 'unassigned' }
    case 1:
      return { type: 'status', tuid, status: statusFor(turn, 'installed') }
    case 3:
      return { type: 'status', tuid, status: statusFor(turn, 'quarantine') }
    default:
      return {
        type: 'command',
        tuid,
        commands: [{ tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 60 + turn } }]
      }
  }
}

function statusFor(turn: number, status: InstallationStatus): InstallationStatus {
  return turn % 7 === 6 ? 'uninstalled' : status
}
