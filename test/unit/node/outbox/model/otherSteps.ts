import fc, { type Arbitrary } from 'fast-check'
import type { World } from '../../../../simulator/world'
import { step, type Step } from './step'
import { pick, statuses } from './technician'

/** Somebody else changes something behind the laptop's back. */
const others = (name: string, change: (world: World, things: readonly string[]) => void): Step =>
  step(`somebody else ${name}`, ({ laptop, technician }) => change(laptop.cloud.world, technician.things))

const eero = { responsible: 'eero@example.invalid' }

const ordinaryGroups = (world: World): string[] =>
  [...world.groups.keys()].filter((groupId) => groupId !== 'unassigned')

const setStatus = (thing: number, choice: number): Step =>
  others(`sets the status of ${thing}, ${choice}`, (world, things) => {
    world.setStatus(things[thing] ?? '', pick(statuses, choice) ?? 'retired', eero)
  })

const setGroup = (thing: number, choice: number): Step =>
  others(`moves ${thing}, ${choice}`, (world, things) => {
    world.setGroup(things[thing] ?? '', pick([...world.groups.keys()], choice) ?? '', eero)
  })

const renameGroup = (choice: number): Step =>
  others(`renames a group, ${choice}`, (world) => {
    const groupId = pick(ordinaryGroups(world), choice)
    if (groupId !== undefined) world.renameGroup(groupId, `prfi00muu${world.effects.entries.length}`)
  })

const deleteGroup = (choice: number): Step =>
  others(`deletes a group, ${choice}`, (world) => {
    const groupId = pick(ordinaryGroups(world), choice)
    if (groupId !== undefined) world.deleteGroup(groupId)
  })

/** Perhaps the very one that the technician has in mind. */
const createGroup = (choice: number): Step =>
  others(`creates a group, ${choice}`, (world) => {
    const groupId = `prfi00uusi${1 + (choice % 4)}`
    if (!world.groups.has(groupId)) world.createGroup(groupId)
  })

const thing = fc.nat(2)
const choice = fc.nat(999)

export const anyChangeOfOthers: Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(thing, choice).map(([which, what]) => setStatus(which, what)) },
  { weight: 4, arbitrary: fc.tuple(thing, choice).map(([which, what]) => setGroup(which, what)) },
  { weight: 1, arbitrary: choice.map(renameGroup) },
  { weight: 1, arbitrary: choice.map(deleteGroup) },
  { weight: 1, arbitrary: choice.map(createGroup) }
)
