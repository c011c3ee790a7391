import { appendFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { play, type Tally } from './play'
import { anyScenario, settings, type Scenario } from './scenario'

/** `npm test` plays the same scenarios every time; `npm run test:model` plays others (test/model/cli.ts). */
const { MODEL_RUNS = '100', MODEL_SEED = '1', MODEL_PATH, MODEL_TALLIES } = process.env

/** Plays many scenarios of one setting, and shows the simplest in which a promise is broken. */
export function testModel(name: keyof typeof settings, promise: string, alwaysMet: readonly string[]): void {
  const runs = Number(MODEL_RUNS)
  it(promise, { timeout: 600_000 + runs * 10_000 }, async () => {
    const tallies: Tally[] = []
    const property = fc.asyncProperty(anyScenario(settings[name]), async (scenario) => {
      const tally = await play(scenario)
      tallies.push(tally)
      if (MODEL_TALLIES !== undefined) appendFileSync(MODEL_TALLIES, `${JSON.stringify({ setting: name, ...tally })}\n`)
    })
    const path = MODEL_PATH === undefined ? {} : { path: MODEL_PATH }
    const outcome = await fc.check(property, { numRuns: runs, seed: Number(MODEL_SEED), ...path })
    if (outcome.failed) throw broken(name, outcome)
    if (MODEL_TALLIES !== undefined) return
    // Chance has met what this is about.
    const met = tallies.flatMap(({ asked }) => Object.keys(asked))
    expect(met).toEqual(expect.arrayContaining([...alwaysMet]))
  })
}

function broken(name: string, outcome: fc.RunDetails<[Scenario]>): Error {
  const { seed, counterexamplePath, counterexample, errorInstance, numShrinks } = outcome
  const scenario = counterexample?.[0]
  const said = errorInstance instanceof Error ? errorInstance.stack : String(errorInstance)
  return new Error(
    [
      `setting ${name}, group list: ${String(scenario?.groupList)}, made simpler ${numShrinks} times`,
      said,
      `To play it again: npm run test:model -- --setting ${name} --seed ${seed} --path ${counterexamplePath ?? ''}`
    ].join('\n')
  )
}
