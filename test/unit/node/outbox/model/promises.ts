import { expect } from 'vitest'
import type { Laptop } from '../../laptop/laptop'
import { toldEffect, type Wishes } from './wishes'

const effectsOf = (laptop: Laptop, tuid: string): string[] =>
  laptop
    .effects()
    .filter((effect) => 'tuid' in effect && effect.tuid === tuid)
    .map(toldEffect)

/** What must hold at every moment. */
export function expectPromisesKept(laptop: Laptop, wishes: Wishes): void {
  const actions = laptop.actions()
  // Nothing that was saved is ever lost.
  expect(actions).toHaveLength(wishes.count)
  for (const tuid of wishes.things) {
    const effects = effectsOf(laptop, tuid)
    // Nothing happens twice, out of order, or without having been wished for.
    expect(effects).toEqual(wishes.of(tuid).slice(0, effects.length))
    // Nothing is said to be done before it is.
    const done = actions.filter(({ intent, state }) => 'tuid' in intent && intent.tuid === tuid && state === 'done')
    expect(done.length).toBeLessThanOrEqual(effects.length)
  }
  // Nobody else was at work, so a person is asked about nothing but what the server has refused.
  for (const { need } of actions) if (need !== null) expect(need.reason).toBe('refused')
}

/** What must hold once the troubles are over, time has passed and the person has decided. */
export function expectAllDone(laptop: Laptop, wishes: Wishes): void {
  expectPromisesKept(laptop, wishes)
  for (const tuid of wishes.things) expect(effectsOf(laptop, tuid)).toEqual(wishes.of(tuid))
  for (const action of laptop.actions()) {
    expect(action).toMatchObject({ state: 'done', receipt: { at: expect.any(Number) as number } })
  }
}
