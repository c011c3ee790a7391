import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Intent } from '@shared/domain/action'
import { startSimulator, type Simulator } from '../simulator/simulator.ts'
import { AppProcess } from './app-process.ts'
import type { KillPlan } from './kill-plan.ts'
import { chooseIntents, marksOfIntent, tally, type Capture, type Tally } from './scenario.ts'

/**
 * How far the clock of the restarted app is ahead: a laptop takes a while to be up again. Longer than a request that was
 * cut off can still take effect, so that nobody has to wait for that in real time.
 */
const rebootMs = 160_000

/** Longest that a restarted app may take to work everything off, in milliseconds. */
const drainLimitMs = 30_000

const actionsSchema = z.array(z.looseObject({ state: z.string(), intent: z.custom<Intent>() }))
const listSchema = z.looseObject({ actions: actionsSchema })
const stackSchema = z.looseObject({ id: z.string() })

export interface CrashReport extends Tally {
  readonly plans: readonly KillPlan[]
}

/**
 * A few lives of the app: work and a kill somewhere, a restart and perhaps another kill, at last a life in peace; and a
 * comparison of what was wanted with what happened.
 */
export async function crashOnce(plans: readonly KillPlan[], random: () => number): Promise<CrashReport> {
  const userData = mkdtempSync(join(tmpdir(), 'installer-crash-'))
  let ahead = 0
  const simulator = await startSimulator({ site: 'small', seed: 1, now: () => Date.now() + ahead, tokenSeconds: 3600 })
  try {
    const [first, ...later] = plans
    const captures = await workUntilKilled(userData, simulator, first, random)
    const reboot = (): number => {
      simulator.faults.clear()
      return (ahead += rebootMs)
    }
    for (const plan of later) await restartUntilKilled(userData, simulator, plan, reboot())
    const waiting = await restartAndDrain(userData, simulator, reboot())
    return { ...tally(captures, simulator.effects, waiting), plans }
  } finally {
    await simulator.stop()
    rmSync(userData, { recursive: true, force: true })
  }
}

async function workUntilKilled(
  userData: string,
  simulator: Simulator,
  plan: KillPlan | undefined,
  random: () => number
): Promise<Capture[]> {
  const app = new AppProcess(userData, 0)
  await app.isUp()
  const stack = stackSchema.parse(await saveStack(app, simulator, null))
  const captures: Capture[] = []
  arm(app, simulator, plan)
  const intents = chooseIntents(random, simulator.tuids.slice(0, 3), 8)
  while (intents.length > 0) {
    const chunk = intents.splice(0, 1 + Math.floor(random() * 3))
    const answer = await app.call('outbox:capture', { stackId: stack.id, intents: chunk })
    captures.push(...chunk.map((intent) => ({ intent, acknowledged: answer !== null })))
    if (answer === null) break
  }
  await killedOrAtRest(app, stack.id)
  return captures
}

/** A plan that was never reached (fewer commits or requests than it counts) ends in a kill at rest. */
async function killedOrAtRest(app: AppProcess, stackId: string): Promise<void> {
  await Promise.race([app.exited, atRest(app, stackId)])
  app.kill()
  await app.exited
}

function arm(app: AppProcess, simulator: Simulator, plan: KillPlan | undefined): void {
  const struckBefore = simulator.faults.struck.length
  const killWhenStruck = (): void => {
    const watch = setInterval(() => {
      if (simulator.faults.struck.length > struckBefore) app.kill()
    }, 1)
    void app.exited.then(() => clearInterval(watch))
  }
  switch (plan?.at) {
    case undefined:
      break
    case 'moment':
      setTimeout(() => app.kill(), plan.afterMs)
      break
    case 'commit':
      app.order({ type: 'kill at commit', nth: plan.nth, side: plan.side })
      break
    case 'request': {
      const fault = plan.side === 'before effect' ? 'hang' : 'latency'
      const match = { method: 'POST', path: /things|groups/ }
      simulator.faults.add({ match, fault, ms: drainLimitMs * 2, skip: plan.nth - 1, times: 1 })
      killWhenStruck()
      break
    }
    case 'look': {
      const match = { method: 'GET', path: /things|groups/ }
      simulator.faults.add({ match, fault: 'hang', skip: plan.nth - 1, times: 1 })
      killWhenStruck()
    }
  }
}

function saveStack(app: AppProcess, simulator: Simulator, id: string | null): Promise<unknown> {
  return app.call('stacks:save', {
    id,
    name: 'Simulator',
    baseUrl: simulator.url,
    clientId: simulator.clientId,
    clientSecret: simulator.clientSecret,
    keep: 'memory'
  })
}

/** The app is up again and knows its stack, but not its secret: nothing is sent before that is given. */
async function restart(userData: string, clockAhead: number): Promise<{ app: AppProcess; stackId: string }> {
  const app = new AppProcess(userData, clockAhead)
  await app.isUp()
  const [known] = z.array(stackSchema).parse(await app.call('stacks:list'))
  if (known === undefined) throw new Error('the stack is gone after the crash')
  return { app, stackId: known.id }
}

async function restartUntilKilled(
  userData: string,
  simulator: Simulator,
  plan: KillPlan,
  clockAhead: number
): Promise<void> {
  const { app, stackId } = await restart(userData, clockAhead)
  arm(app, simulator, plan)
  await saveStack(app, simulator, stackId)
  await killedOrAtRest(app, stackId)
}

/** @returns marks of the actions that wait for a person */
async function restartAndDrain(userData: string, simulator: Simulator, clockAhead: number): Promise<string[]> {
  const { app, stackId } = await restart(userData, clockAhead)
  await saveStack(app, simulator, stackId)
  await Promise.race([
    atRest(app, stackId),
    app.exited.then((how) => Promise.reject(new Error(`the restarted app ended (${how})\n${app.output}`)))
  ])
  const actions = await openActions(app, stackId)
  app.kill()
  await app.exited
  return actions.filter(({ state }) => state === 'needs_you').flatMap(({ intent }) => marksOfIntent(intent))
}

/** All that is open, told in pages as the app's own screens get it. */
async function openActions(app: AppProcess, stackId: string): Promise<z.output<typeof actionsSchema>> {
  const filter = { stackId, states: ['pending', 'sending', 'unknown', 'needs_you'], search: '', subject: null }
  const limit = 100
  for (const found: z.output<typeof actionsSchema> = []; ;) {
    const answer = await app.call('queue:list', { ...filter, offset: found.length, limit })
    // The app may have been killed meanwhile.
    const { actions } = listSchema.parse(answer ?? { actions: [] })
    found.push(...actions)
    if (actions.length < limit) return found
  }
}

/** Resolves when nothing is left that goes on by itself. */
async function atRest(app: AppProcess, stackId: string): Promise<void> {
  const deadline = Date.now() + drainLimitMs
  for (;;) {
    const moving = (await openActions(app, stackId)).filter(({ state }) => state !== 'needs_you')
    if (moving.length === 0) return
    if (Date.now() > deadline) {
      throw new Error(`still open after ${drainLimitMs} ms: ${JSON.stringify(moving)}\n${app.output}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
