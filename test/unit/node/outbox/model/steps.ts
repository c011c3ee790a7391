import fc from 'fast-check'
import type { FaultRule } from '../../../../simulator/faults'
import type { Laptop } from '../../laptop/laptop'
import { expectPromisesKept } from './promises'
import { wishKinds, type WishKind, type Wishes } from './wishes'

/** Something that happens to a laptop. A new kind of event is a new function here, and an entry in `anyStep`. */
export interface Step {
  readonly name: string
  readonly run: (laptop: Laptop, wishes: Wishes) => Promise<void> | void
}

interface WishPlan {
  readonly thing: number
  readonly kind: WishKind
  readonly choice: number
}

const minute = 60_000

/** Saves wishes in one go, and lets what follows begin, or not yet. */
const save = (plans: readonly WishPlan[], waits: boolean): Step => ({
  name: `save ${plans.map(({ thing, kind }) => `${kind} of ${thing}`).join(', ')}${waits ? '' : ', not waiting'}`,
  run: async (laptop, wishes) => {
    const intents = plans.map(({ thing, kind, choice }) => wishes.next(thing, kind, choice))
    for (const action of laptop.capture(...intents)) wishes.note(action)
    if (waits) await laptop.quiet()
  }
})

const pass = (ms: number): Step => ({ name: `${ms} ms pass`, run: (laptop) => laptop.pass(ms) })

const trouble = (rule: FaultRule): Step => ({
  name: `trouble ${JSON.stringify({ ...rule, match: { ...rule.match, path: String(rule.match?.path) } })}`,
  run: (laptop) => laptop.cloud.faults.add(rule)
})

const lose: Step = { name: 'lose the connection', run: (laptop) => laptop.cloud.setOnline(false) }
const find: Step = { name: 'find the connection', run: (laptop) => laptop.cloud.setOnline(true) }
const forget: Step = { name: 'tokens expire', run: (laptop) => laptop.cloud.expireTokens() }

const crash: Step = { name: 'crash', run: (laptop) => laptop.crash() }
const restart = (patient: boolean): Step => ({
  name: patient ? 'restart in order' : 'restart in a hurry',
  run: (laptop) => laptop.restart({ patient })
})

/** Dies with a write stuck at the server, if there is one: done there already, or never to be done. */
const crashUnderWay = (fault: 'hang' | 'latency'): Step => ({
  name: `crash while a write ${fault === 'hang' ? 'has not happened' : 'has happened'}`,
  run: async (laptop) => {
    const { faults } = laptop.cloud
    const struck = faults.struck.length
    faults.add({ match: { method: 'POST', path: /^\/things/ }, fault, ms: 60 * minute, times: 1 })
    await laptop.quietUnless(() => faults.struck.slice(struck).some((rule) => rule.fault === fault))
    await laptop.crash()
    faults.clear()
  }
})

const setClock = (ahead: number): Step => ({
  name: `the laptop's clock goes ${ahead} ms ahead`,
  run: (laptop) => {
    laptop.clock.laptopAhead = ahead
  }
})

/** The person looks at what was refused and sends it again. */
export const decide: Step = {
  name: 'decide',
  run: async (laptop) => {
    for (const { id, state } of laptop.actions()) if (state === 'needs_you') laptop.app.outbox.settle(id, 'send_again')
    await laptop.quiet()
  }
}

const signIn: Step = { name: 'sign in', run: (laptop) => laptop.app.session.checkAll() }

const wish = fc.record({ thing: fc.nat(2), kind: fc.constantFrom(...wishKinds), choice: fc.nat(99) })

const misbehaviour = fc.constantFrom<Omit<FaultRule, 'match' | 'times'>>(
  { fault: 'drop-before' },
  { fault: 'act-then-drop' },
  { fault: 'act-then-status', status: 500 },
  { fault: 'act-then-status', status: 503, retryAfter: 20 },
  { fault: 'status', status: 500 },
  { fault: 'status', status: 429, retryAfter: 30 },
  { fault: 'status', status: 401 },
  { fault: 'html-502' },
  { fault: 'truncated-json' },
  { fault: 'cut-body' },
  { fault: 'garbage-json' },
  { fault: 'empty-200' },
  { fault: 'ok-status', status: 204 }
)

const times = fc.integer({ min: 1, max: 3 })
const onWrites = { method: 'POST', path: /^\/things/ }

const anyTrouble = fc.oneof(
  fc.tuple(misbehaviour, times).map(([rule, n]) => trouble({ match: onWrites, times: n, ...rule })),
  // A read that answers with nonsense and "yes" would be a lie that nobody can see through: reads only fail.
  fc
    .tuple(fc.constantFrom<FaultRule['fault']>('drop-before', 'html-502', 'truncated-json', 'garbage-json'), times)
    .map(([fault, n]) => trouble({ match: { method: 'GET', path: /^\/things/ }, fault, times: n })),
  times.map((n) => trouble({ match: { path: '/auth' }, fault: 'status', status: 500, times: n })),
  fc.constant(trouble({ match: onWrites, fault: 'status', status: 400, message: 'Not today', times: 1 }))
)

const anyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.array(wish, { minLength: 1, maxLength: 4 }), fc.boolean()).map(([w, q]) => save(w, q))
  },
  { weight: 4, arbitrary: anyTrouble },
  { weight: 3, arbitrary: fc.constantFrom(1_000, 5_000, 20_000, minute, 10 * minute).map(pass) },
  { weight: 3, arbitrary: fc.constantFrom(lose, find, find) },
  { weight: 2, arbitrary: fc.constantFrom(crashUnderWay('hang'), crashUnderWay('latency')) },
  { weight: 1, arbitrary: fc.constantFrom(crash, restart(true), restart(false)) },
  { weight: 1, arbitrary: fc.constantFrom(forget, decide, signIn) },
  { weight: 1, arbitrary: fc.constantFrom(-120 * minute, 0, 120 * minute).map(setClock) }
)

export const anySteps = fc.array(anyStep, { minLength: 3, maxLength: 16 })

/** Runs the steps one by one, and looks after each whether all promises are kept. */
export async function runSteps(steps: readonly Step[], laptop: Laptop, wishes: Wishes): Promise<void> {
  for (const { name, run } of steps) {
    try {
      await run(laptop, wishes)
      expectPromisesKept(laptop, wishes)
    } catch (error) {
      throw new Error(`after "${name}" of: ${steps.map((step) => step.name).join(' · ')}`, { cause: error })
    }
  }
}
