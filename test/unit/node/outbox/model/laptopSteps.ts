import fc, { type Arbitrary } from 'fast-check'
import { step, type Step } from './step'
import { anyDelay, writes, type Misbehaviour } from './troubleSteps'

const second = 1_000
const minute = 60 * second

const pass = (ms: number): Step => step(`${ms / second} s pass`, ({ laptop }) => laptop.pass(ms))

export const anyWait: Arbitrary<Step> = fc.constantFrom(second, 5 * second, 20 * second, minute, 10 * minute).map(pass)

const crash: Step = step('crash', ({ laptop }) => laptop.crash())
const restart = (patient: boolean): Step =>
  step(patient ? 'restart in order' : 'restart in a hurry', ({ laptop }) => laptop.restart({ patient }))

/** Dies with a write stuck at the server, if there is one. */
const crashUnderWay = (rule: Misbehaviour): Step =>
  step(`crash while a write is under way: ${JSON.stringify(rule)}`, async ({ laptop }) => {
    const { faults } = laptop.cloud
    const before = faults.struck.length
    const hasStruck = (): boolean => faults.struck.slice(before).some(({ fault }) => fault === rule.fault)
    for (const match of writes) faults.add({ match, ...rule, times: 1 })
    await laptop.quietUnless(hasStruck)
    await laptop.crash()
    faults.clear()
  })

export const anyEnd: Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(crash, restart(true), restart(false)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Misbehaviour>({ fault: 'hang' }, { fault: 'latency', ms: minute }).map(crashUnderWay)
  },
  { weight: 2, arbitrary: anyDelay.map((ms) => crashUnderWay({ fault: 'slow-act', ms })) }
)

/** While nothing is under way: by a clock that jumps just then, nobody can tell how long that has been. */
const setClock = (ahead: number): Step =>
  step(`the laptop's clock is set ${ahead / minute} min ahead`, async ({ laptop, witness }) => {
    const { outbox } = laptop.app
    const wasPaused = outbox.isPaused(laptop.stackId)
    outbox.pause(laptop.stackId, true)
    await laptop.pass(minute)
    if (ahead < laptop.clock.laptopAhead) witness.clockIsSetBack()
    laptop.clock.laptopAhead = ahead
    outbox.pause(laptop.stackId, wasPaused)
    await laptop.quiet()
  })

export const anyClockChange: Arbitrary<Step> = fc.constantFrom(-120 * minute, 0, 120 * minute).map(setClock)
