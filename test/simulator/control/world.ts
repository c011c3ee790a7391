import type { Json } from '../model.ts'
import type { Author, CommandRequest, World } from '../world.ts'
import {
  asInput,
  ControlError,
  echo,
  fields,
  flag,
  type Input,
  installationStatus,
  number,
  optional,
  text,
  textOrNull
} from './read.ts'

type Mutation = (world: World, input: Input) => unknown

/** The mutations of the world over HTTP: `{"action": "setStatus", "tuid": "...", "status": "installed"}`. */
const MUTATIONS: Record<string, Mutation> = {
  setStatus: (world, input) => world.setStatus(text(input, 'tuid'), installationStatus(input, 'status'), author(input)),
  setGroup: (world, input) => world.setGroup(text(input, 'tuid'), text(input, 'groupId'), author(input)),
  sendCommand: (world, input) => world.sendCommand(text(input, 'tuid'), command(input), author(input)),
  createGroup: (world, input) => world.createGroup(text(input, 'groupId'), optional(input, 'description', text)),
  renameGroup: (world, input) => world.renameGroup(text(input, 'groupId'), text(input, 'newGroupId')),
  deleteGroup: (world, input) => world.deleteGroup(text(input, 'groupId')),
  lockGroup: (world, input) => void world.lockedGroups.add(text(input, 'groupId')),
  unlockGroup: (world, input) => void world.lockedGroups.delete(text(input, 'groupId')),
  addThing: (world, input) => void world.addThing(text(input, 'tuid'), optional(input, 'info', fields)),
  addMessage: (world, input) => {
    const message = fields(input, 'message')
    return world.addMessage(text(input, 'tuid'), { ...message, tsmId: number(message, 'tsmId') })
  },
  report: (world, input) => world.report(text(input, 'tuid')),
  openAlert: (world, input) => {
    const from = optional(input, 'from', text)
    const to = optional(input, 'to', textOrNull)
    const period = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
    world.openAlert(text(input, 'tuid'), text(input, 'type'), period)
  },
  closeAlert: (world, input) => world.closeAlert(text(input, 'tuid'), text(input, 'type')),
  setInfo: (world, input) => world.setInfo(text(input, 'tuid'), fields(input, 'info')),
  setEcho: (world, input) => world.setEcho(text(input, 'tuid'), echo(input, 'echo')),
  setSilent: (world, input) => world.setSilent(text(input, 'tuid'), flag(input, 'silent'))
}

export function mutateWorld(world: World, input: Input): unknown {
  const name = text(input, 'action')
  const mutation = Object.hasOwn(MUTATIONS, name) ? MUTATIONS[name] : undefined
  if (!mutation) throw new ControlError(`action must be one of ${Object.keys(MUTATIONS).join(', ')}`)
  try {
    return mutation(world, input) ?? null
  } catch (error) {
    // The world says in words what it does not have.
    throw error instanceof Error ? new ControlError(error.message) : error
  }
}

function author(input: Input): Author {
  const responsible = optional(input, 'responsible', textOrNull)
  return responsible === undefined ? {} : { responsible }
}

function command(input: Input): CommandRequest {
  const given = asInput(input['command'])
  return { ...(given as Record<string, Json>), tsmId: number(given, 'tsmId'), tsmEv: number(given, 'tsmEv') }
}
