import fc, { type Arbitrary } from 'fast-check'
import { step, type Step } from './step'
import type { Plan } from './technician'

const choice = fc.nat(999)
const thing = fc.nat(2)

/** Saves wishes in one go, and lets what follows begin, or not yet. */
const save = (plans: readonly Plan[], waits: boolean): Step => {
  const told = plans.map(({ kind, thing: which, choice: what }) => `${kind} ${which} ${what}`)
  return step(`save ${told.join(', ')}${waits ? '' : '; and do not wait'}`, async ({ technician, laptop }) => {
    technician.save(plans)
    if (waits) await laptop.quiet()
  })
}

export const lookAt = (which: number): Step =>
  step(`look at thing ${which}`, ({ technician }) => technician.lookAt(which))

/** Something the technician does at a click. */
const click = (name: string, run: (site: Parameters<Step['run']>[0]) => Promise<void> | void): Step =>
  step(name, async (site) => {
    await run(site)
    await site.laptop.quiet()
  })

const settle = (which: number): Step => click(`settle ${which}`, ({ technician }) => technician.settleOne(which))

const giveUp = (which: number, withDependents: boolean): Step =>
  click(`give up ${which}${withDependents ? ' and what depends on it' : ''}`, ({ technician }) =>
    technician.giveUpOne(which, withDependents)
  )

const retry = (which: number): Step => click(`retry ${which}`, ({ technician }) => technician.retryOne(which))

const syncNow: Step = click('sync now', ({ technician }) => technician.syncNow())

const pause = (paused: boolean): Step =>
  click(paused ? 'stop sending' : 'go on sending', ({ laptop }) => laptop.app.outbox.pause(laptop.stackId, paused))

const ofThings = fc.constantFrom<Plan['kind']>('status', 'status', 'group', 'command')
const ofGroups = fc.constantFrom<Plan['kind']>('group_create', 'group_rename', 'group_delete', 'group', 'group')

/** @param groups how much of the work is about groups, from 0 to 10 */
export function anySave(groups: number): Arbitrary<Step> {
  const kind = fc.oneof({ weight: 10 - groups, arbitrary: ofThings }, { weight: groups, arbitrary: ofGroups })
  const plans = fc.array(fc.record({ kind, thing, choice }), { minLength: 1, maxLength: 4 })
  return fc.tuple(plans, fc.boolean()).map(([wanted, waits]) => save(wanted, waits))
}

/** What else the technician does. */
export const anyDecision: Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: choice.map(settle) },
  { weight: 3, arbitrary: thing.map(lookAt) },
  { weight: 1, arbitrary: fc.tuple(choice, fc.boolean()).map(([which, also]) => giveUp(which, also)) },
  { weight: 1, arbitrary: choice.map(retry) },
  { weight: 1, arbitrary: fc.constantFrom(syncNow, pause(true), pause(false)) }
)
