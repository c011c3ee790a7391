import { describe, expect, it } from 'vitest'
import { ProblemError } from '@shared/domain/problem'
import { SqliteQueue } from '../../../../src/main/adapters/database/sqliteQueue'
import { ManyDecisions } from '../../../../src/main/outbox/manyDecisions'
import { Laptop } from '../laptop/laptop'
import { BareOutbox, stackId } from './bareOutbox'
import { configure, setStatus } from './intents'

const post = (path: string) => ({ method: 'POST', path }) as const

/** As many things as named, each with a command that the server refuses once. */
async function refused(count: number): Promise<Laptop> {
  const laptop = await Laptop.signedIn({ site: 'demo' })
  laptop.cloud.faults.add({ match: post('/commands'), fault: 'status', status: 400, times: count })
  laptop.capture(...laptop.cloud.tuids.slice(0, count).map((tuid) => configure(tuid, 60)))
  await laptop.settle()
  return laptop
}

const idOf = (laptop: Laptop, index: number): string => laptop.actions()[index]?.id ?? ''
const states = (laptop: Laptop): string[] => laptop.actions().map(({ state }) => state)

describe('trying all again', () => {
  it('forgets every waiting time, sends refusals once more, and leaves what needs its own decision', async () => {
    const laptop = await Laptop.signedIn({ site: 'demo' })
    const [busy, bad, changed] = laptop.cloud.tuids
    if (!busy || !bad || !changed) throw new Error('the site has three things')
    laptop.cloud.world.setStatus(changed, 'new')
    await laptop.app.things.installations(laptop.stackId, changed)
    laptop.cloud.faults.add(
      { match: post('/commands'), fault: 'status', status: 400, times: 1 },
      { match: post('/commands'), fault: 'status', status: 429, retryAfter: 600, times: 1 }
    )
    laptop.capture(configure(bad, 60))
    await laptop.quiet()
    laptop.capture(configure(busy, 60))
    await laptop.quiet()
    laptop.cloud.setOnline(false)
    await laptop.pass(60_000)
    laptop.capture(setStatus(changed, 'installed'))
    laptop.cloud.world.setStatus(changed, 'quarantine')
    laptop.cloud.setOnline(true)
    await laptop.app.session.checkAll()
    await laptop.quiet()
    expect(states(laptop)).toEqual(['needs_you', 'done', 'needs_you'])
    expect(await laptop.app.manyDecisions.retryAll(laptop.stackId, null)).toBe(1)
    await laptop.quiet()
    expect(states(laptop)).toEqual(['done', 'done', 'needs_you'])
  })

  it('counts what waits in vain as well as what it hurries', async () => {
    const laptop = await Laptop.signedIn({ site: 'demo' })
    const busy = { fault: 'status', status: 429, retryAfter: 600 } as const
    laptop.cloud.faults.add({ match: post('/commands'), ...busy, times: 3 })
    laptop.capture(...laptop.cloud.tuids.slice(0, 3).map((tuid) => configure(tuid, 60)))
    await laptop.quiet()
    expect(laptop.actions().every(({ waits }) => waits === 'later')).toBe(true)
    expect(await laptop.app.manyDecisions.retryAll(laptop.stackId, null)).toBe(3)
    await laptop.quiet()
    expect(states(laptop)).toEqual(['done', 'done', 'done'])
  })

  it('of one thing leaves the others alone', async () => {
    const laptop = await refused(3)
    const [first] = laptop.cloud.tuids
    expect(await laptop.app.manyDecisions.retryAll(laptop.stackId, first ?? '')).toBe(1)
    await laptop.settle()
    expect(states(laptop)).toEqual(['done', 'needs_you', 'needs_you'])
  })
})

describe('what is alike', () => {
  it('is settled by one choice, each sent once', async () => {
    const laptop = await refused(4)
    expect(laptop.app.queue.alike(idOf(laptop, 1))).toBe(3)
    expect(await laptop.app.manyDecisions.settleAlike(idOf(laptop, 1), 'send_again')).toBe(4)
    await laptop.settle()
    expect(states(laptop)).toEqual(['done', 'done', 'done', 'done'])
    expect(laptop.effects()).toHaveLength(4)
  })

  it('is discarded with one reason', async () => {
    const laptop = await refused(3)
    expect(await laptop.app.manyDecisions.discardAlike(idOf(laptop, 0), 'not these')).toBe(3)
    for (const action of laptop.actions()) {
      expect(action).toMatchObject({ state: 'discarded', discardReason: 'not these', receipt: null })
    }
    await laptop.pass(60_000)
    expect(laptop.effects()).toEqual([])
  })

  it('leaves alone what is like it no more', async () => {
    const laptop = await refused(3)
    laptop.app.outbox.settle(idOf(laptop, 2), 'keep_theirs')
    expect(await laptop.app.manyDecisions.discardAlike(idOf(laptop, 0), '')).toBe(2)
    expect(laptop.actions()[2]?.discardReason).toBe('kept_theirs')
  })

  it('cannot be decided when the action is closed, unknown, or does not offer the choice', async () => {
    const laptop = await refused(1)
    const { manyDecisions, outbox } = laptop.app
    const notOpen = new ProblemError({ kind: 'action_not_open' })
    await expect(manyDecisions.settleAlike(idOf(laptop, 0), 'mark_done')).rejects.toEqual(notOpen)
    outbox.discard(idOf(laptop, 0), '')
    await expect(manyDecisions.discardAlike(idOf(laptop, 0), '')).rejects.toEqual(notOpen)
    await expect(manyDecisions.discardAlike(crypto.randomUUID(), '')).rejects.toEqual(notOpen)
  })
})

describe('a decision about thousands', () => {
  const count = 1_000
  const thing = (index: number): string => `TSPR04EZU${10_000_000 + index}`

  function many() {
    const bare = new BareOutbox()
    const intents = Array.from({ length: count }, (_, index) => setStatus(thing(index), 'installed'))
    const [first] = [
      ...bare.outbox.capture(stackId, intents.slice(0, 500)),
      ...bare.outbox.capture(stackId, intents.slice(500))
    ]
    const decisions = new ManyDecisions(new SqliteQueue(bare.db), bare.outbox, () => bare.clock.now())
    return { bare, decisions, id: first?.id ?? '' }
  }

  it('lets others have their turn while it is recorded', async () => {
    const { bare, decisions, id } = many()
    let turns = 0
    let over = false
    const turn = (): void => {
      turns++
      if (!over) setImmediate(turn)
    }
    setImmediate(turn)
    expect(await decisions.discardAlike(id, 'wrong site')).toBe(count)
    over = true
    expect(turns).toBeGreaterThanOrEqual(4)
    expect(new Set(bare.states())).toEqual(new Set(['discarded']))
  })

  it('says so when it cannot be recorded, and has changed nothing', async () => {
    const { bare, decisions, id } = many()
    bare.readOnly = true
    await expect(decisions.discardAlike(id, '')).rejects.toThrow(expect.objectContaining({ name: 'ProblemError' }))
    bare.readOnly = false
    expect(new Set(bare.states())).toEqual(new Set(['pending']))
  })
})
