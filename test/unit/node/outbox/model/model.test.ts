import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Laptop } from '../../laptop/laptop'
import { expectAllDone } from './promises'
import { anySteps, decide, runSteps } from './steps'
import { Wishes } from './wishes'

/** Ends all troubles, and lets time pass and the person decide until nothing is open. */
async function comeToRest(laptop: Laptop, wishes: Wishes): Promise<void> {
  laptop.cloud.faults.clear()
  laptop.cloud.setOnline(true)
  await laptop.app.session.checkAll()
  for (let round = 0; laptop.app.outbox.stacksWithOpenActions().length > 0; round++) {
    expect(round).toBeLessThan(100)
    await laptop.pass(2 * 60_000)
    await runSteps([decide], laptop, wishes)
  }
}

/** More of them find rarer troubles: MODEL_RUNS=1000 npx vitest run test/unit/node/outbox/model */
const runs = Number(process.env['MODEL_RUNS'] ?? 60)

it(
  'whatever happens, every wish comes true once and in order, or waits for the person',
  async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        const laptop = await Laptop.signedIn()
        const wishes = new Wishes(laptop)
        await runSteps(steps, laptop, wishes)
        await comeToRest(laptop, wishes)
        expectAllDone(laptop, wishes)
        await laptop.close()
        await laptop.cloud.stop()
      }),
      { numRuns: runs }
    )
  },
  runs * 5_000
)
