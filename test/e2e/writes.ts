import type { Effect } from '../simulator/effects.ts'
import type { Simulator } from '../simulator/simulator.ts'

/** One write in words, as a technician would list it: "put TSPR04… in prfi00attic". */
function inWords(effect: Effect): string {
  switch (effect.kind) {
    case 'status':
      return `set ${effect.tuid} ${effect.status}`
    case 'group':
      return `put ${effect.tuid} in ${effect.groupId}`
    case 'command':
      return `send ${effect.tuid} ${effect.command.tsmId}`
    case 'group_create':
      return `create ${effect.groupId}`
    case 'group_rename':
      return `rename ${effect.groupId} to ${effect.newGroupId}`
    case 'group_delete':
      return `delete ${effect.groupId}`
  }
}

/** Everything that really happened through the API, in order: what happened twice stands here twice. */
export function writes(simulator: Simulator): string[] {
  return simulator.effects.filter(({ by }) => by === 'api').map(inWords)
}

/** The commands that arrived, as they arrived, in order. */
export function commands(simulator: Simulator) {
  return simulator.effects.flatMap((effect) => (effect.kind === 'command' ? [effect.command] : []))
}

/** Requests for a token so far. */
export function signIns(simulator: Simulator): number {
  return simulator.requests.filter(({ path }) => path.startsWith('/auth/')).length
}

/** What a hand scanner reads from the QR code of a thing: `PSN,IMC`. */
export function labelOf(tuid: string): string {
  return `${tuid.slice(6)},${tuid.slice(0, 6)}`
}

/** The special case of the simulated site with this name. @throws when the site has none */
export function roleOf(simulator: Simulator, role: string): string {
  const tuid = simulator.roles[role]
  if (tuid === undefined) throw new Error(`the simulated site has no ${role}`)
  return tuid
}
