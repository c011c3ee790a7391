import type { Action } from '@shared/domain/action'
import { Laptop } from '../../laptop/laptop'
import type { Scenario } from './scenario'
import { step, type Site, type Step } from './step'
import { roles, Technician } from './technician'
import { lookAt } from './workSteps'
import { Witness } from './witness'

/** What was met in a sequence, to see that chance leaves nothing out. */
export interface Tally {
  readonly wanted: number
  readonly happened: number
  readonly changedByOthers: number
  /** How often the app asked, by reason. */
  readonly asked: Readonly<Record<string, number>>
}

/**
 * Plays a scenario on a laptop of its own, to the end of all troubles.
 * @throws Error when a promise was broken, with what was played
 */
export async function play({ groupList, hasLooked, steps }: Scenario): Promise<Tally> {
  const laptop = await Laptop.signedIn({ slowByClock: true, inMemory: true, groupList })
  const witness = new Witness(laptop.cloud, groupList === true, () => laptop.clock.laptopAhead)
  const site: Site = { laptop, witness, technician: new Technician(laptop, witness) }
  const asked: Record<string, number> = {}
  const hear = (action: Action | null): void => {
    if (action === null) return
    if (action.need !== null) asked[action.need.reason] = (asked[action.need.reason] ?? 0) + 1
    witness.heard(action)
  }
  laptop.onActionChanged = (seq) => hear(laptop.app.outbox.action(seq))
  const played: string[] = []
  const playOne = async ({ name, run }: Step): Promise<void> => {
    played.push(name)
    await run(site)
    witness.hasNow(laptop.actions())
    if (witness.complaints.length > 0) throw brokenPromise(witness.complaints, played)
  }
  try {
    const first = hasLooked ? roles.map((_, thing) => lookAt(thing)) : []
    for (const each of [...first, ...steps, endOfTroubles]) await playOne(each)
    for (let round = 0; hasOpen(laptop); round++) {
      if (round > 30) throw brokenPromise(laptop.actions().filter(isOpen).map(toldOpen), played)
      await playOne(decideAll(round))
    }
  } finally {
    await laptop.leave()
  }
  return {
    wanted: witness.wishes.length,
    happened: laptop.effects().length,
    changedByOthers: laptop.cloud.effects.length - laptop.effects().length,
    asked
  }
}

const endOfTroubles: Step = step('all troubles end', async ({ laptop }) => {
  laptop.cloud.faults.clear()
  laptop.cloud.restoreCredentials()
  laptop.cloud.setOnline(true)
  laptop.app.outbox.pause(laptop.stackId, false)
  await laptop.app.session.checkAll()
})

/** Time passes, and every question is answered, in the one way or the other. */
const decideAll = (round: number): Step =>
  step(`everything is decided, round ${round}`, async ({ laptop, technician, witness }) => {
    await laptop.pass(round < 5 ? 60_000 : 300_000)
    for (const action of technician.asked()) technician.settle(action, round + action.seq)
    // A waiting time that was noted by a clock since set back may be long.
    if (witness.clockWasSetBack) await technician.syncNow()
    await laptop.quiet()
  })

const isOpen = ({ state }: Action): boolean => state !== 'done' && state !== 'discarded'
const hasOpen = (laptop: Laptop): boolean => laptop.app.outbox.stacksWithOpenActions().length > 0
const toldOpen = (action: Action): string => `never closed: ${JSON.stringify(action)}`

function brokenPromise(complaints: readonly string[], played: readonly string[]): Error {
  return new Error(`${complaints.join('\n')}\nafter\n  ${played.join('\n  ')}`)
}
