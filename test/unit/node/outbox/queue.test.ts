import { describe, expect, it } from 'vitest'
import type { QueueFilter } from '../../../../src/main/outbox/queue'
import { Laptop } from '../laptop/laptop'
import { assign, configure, office, setStatus } from './intents'

async function offline(): Promise<Laptop> {
  const laptop = await Laptop.signedIn()
  laptop.cloud.setOnline(false)
  await laptop.pass(60_000)
  return laptop
}

const all = (laptop: Laptop, more: Partial<QueueFilter> = {}): QueueFilter => ({
  stackId: laptop.stackId,
  states: null,
  subject: null,
  search: '',
  ...more
})

/** Five actions, of which the second and the fourth were refused. */
async function twoRefused(): Promise<Laptop> {
  const laptop = await Laptop.signedIn({ site: 'demo' })
  const match = { method: 'POST', path: '/commands' } as const
  const things = laptop.cloud.tuids.slice(0, 5)
  for (const [index, tuid] of things.entries()) {
    if (index % 2 === 1) laptop.cloud.faults.add({ match, fault: 'status', status: 400, times: 1 })
    laptop.capture(configure(tuid, 60))
    await laptop.settle()
  }
  return laptop
}

describe('a page of the queue', () => {
  it('has what needs a person first, and goes on across the seam', async () => {
    const laptop = await twoRefused()
    const seqs = (offset: number, limit: number): number[] =>
      laptop.app.queue.list(all(laptop), { offset, limit }).actions.map(({ seq }) => seq)
    expect(seqs(0, 10)).toEqual([4, 2, 5, 3, 1])
    expect([seqs(0, 2), seqs(1, 2), seqs(2, 2), seqs(4, 2), seqs(5, 2)]).toEqual([[4, 2], [2, 5], [5, 3], [1], []])
  })

  it('counts everything that could be chosen', async () => {
    const laptop = await twoRefused()
    const { actions, counts } = laptop.app.queue.list(all(laptop, { states: ['needs_you'] }), { offset: 0, limit: 1 })
    expect(actions).toMatchObject([{ seq: 4, need: { reason: 'refused' } }])
    expect(counts).toMatchObject({ needs_you: 2, done: 3, pending: 0 })
  })

  it('shows an action as the outbox does', async () => {
    const laptop = await offline()
    const [action] = laptop.capture(setStatus(laptop.role('presence'), 'retired'))
    if (!action) throw new Error('one was captured')
    expect(laptop.app.queue.list(all(laptop), { offset: 0, limit: 5 }).actions).toEqual([laptop.now(action)])
    expect(laptop.now(action).waits).toBe('offline')
  })
})

it('by thing, each row carries its latest action', async () => {
  const laptop = await offline()
  const [one, other] = [laptop.role('presence'), laptop.role('environment')]
  laptop.capture(setStatus(one, 'retired'), assign(one, office), setStatus(other, 'retired'))
  laptop.capture({ type: 'group_create', groupId: 'prfi00uusi', description: null })
  const { things, total, counts } = laptop.app.queue.things(all(laptop), { offset: 0, limit: 10 })
  expect(things.map(({ subject, latest }) => [subject, latest.intent.type])).toEqual([
    [{ groupId: 'prfi00uusi' }, 'group_create'],
    [{ tuid: other }, 'status'],
    [{ tuid: one }, 'group']
  ])
  expect([total, counts.pending]).toEqual([3, 4])
})

it('what is under way is told by name, and what has ended or waits is not', async () => {
  const laptop = await Laptop.signedIn()
  const [one, other] = [laptop.role('presence'), laptop.role('environment')]
  const { outbox } = laptop.app
  laptop.capture(configure(one, 30))
  await laptop.settle()
  expect(outbox.inFlight(laptop.stackId)).toEqual([])
  laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'hang', times: 2 })
  laptop.capture(configure(one, 60), configure(other, 60), configure(one, 120))
  await laptop.until(() => laptop.cloud.faults.struck.length === 2)
  expect(outbox.inFlight(laptop.stackId).map(({ seq, state }) => [seq, state])).toEqual([
    [2, 'sending'],
    [3, 'sending']
  ])
})

it('is exported piece by piece, with every attempt, and nothing twice or left out', async () => {
  const laptop = await twoRefused()
  const rows = []
  for (let after: number | null = 0; after !== null;) {
    const piece = laptop.app.queue.export(laptop.stackId, after, 2)
    rows.push(...piece.rows)
    after = piece.next
  }
  expect(rows.map(({ action }) => action.seq)).toEqual([1, 2, 3, 4, 5])
  expect(rows[1]).toEqual({
    action: laptop.actions()[1],
    attempts: laptop.app.outbox.attempts(rows[1]?.action.id ?? '')
  })
  expect(rows[1]?.attempts).toMatchObject([{ kind: 'send', outcome: 'refused', httpStatus: 400 }])
  expect(JSON.stringify(rows)).not.toContain(laptop.cloud.clientSecret)
})

it('a page of an empty queue is empty, and so is its export', async () => {
  const laptop = await Laptop.signedIn()
  expect(laptop.app.queue.list(all(laptop), { offset: 0, limit: 5 }).actions).toEqual([])
  expect(laptop.app.queue.things(all(laptop), { offset: 0, limit: 5 })).toMatchObject({ things: [], total: 0 })
  expect(laptop.app.queue.export(laptop.stackId, 0, 5)).toEqual({ rows: [], next: null })
})
