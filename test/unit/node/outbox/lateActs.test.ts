import { describe, expect, it } from 'vitest'
import { Laptop } from '../laptop/laptop'
import { configure } from './intents'

/** A laptop whose next write is cut off and takes effect twenty seconds later. */
async function withLateServer(): Promise<{ laptop: Laptop; tuid: string }> {
  const laptop = await Laptop.signedIn({ slowByClock: true })
  const tuid = laptop.role('presence')
  const match = { method: 'POST', path: /^\/things/ }
  laptop.cloud.faults.add({ match, fault: 'late-act', ms: 20_000, times: 1 })
  return { laptop, tuid }
}

describe('a request that takes effect long after it was lost', () => {
  it('is not sent again because a look that was asked before shows nothing afterwards', async () => {
    const { laptop, tuid } = await withLateServer()
    laptop.capture(configure(tuid, 60))
    await laptop.pass(15_000)
    // What this look shows is as old as the question, and it is answered when all seems to be over.
    const match = { method: 'GET', path: '/commands?messageid=1500' }
    laptop.cloud.faults.add({ match, fault: 'latency', ms: 18_000, skip: 1, times: 1 })
    await laptop.settle()
    expect(laptop.cloud.faults.rules).toEqual([])
    expect(laptop.effects()).toHaveLength(1)
    expect(laptop.actions()).toMatchObject([{ state: 'done', receipt: { by: 'read_back' } }])
  })
})
