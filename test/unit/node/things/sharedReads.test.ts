import { expect, it } from 'vitest'
import type { Reading } from '@shared/domain/thing'
import { Laptop } from '../laptop/laptop'

/** Paths of the reads that reached the server, without the sign-in. */
function reads({ cloud }: Laptop): string[] {
  return cloud.requests
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/things/'))
    .map((one) => one.path)
}

const general = (laptop: Laptop, signal?: AbortSignal): Promise<Reading<unknown>> =>
  laptop.app.things.general(laptop.stackId, laptop.role('presence'), signal)

const hold = (laptop: Laptop) => laptop.transport.hold(`/things/${laptop.role('presence')}`)

it('what is being read already is not asked twice, and answers everybody', async () => {
  const laptop = await Laptop.signedIn()
  const answers = await Promise.all([general(laptop), general(laptop), general(laptop)])
  expect(answers.map(({ live }) => live)).toEqual([true, true, true])
  expect(reads(laptop)).toHaveLength(1)
  await general(laptop)
  expect(reads(laptop)).toHaveLength(2)
})

it('another part, another thing and another stretch of time are other questions', async () => {
  const laptop = await Laptop.signedIn()
  const { things } = laptop.app
  const [tuid, other] = [laptop.role('presence'), laptop.role('environment')]
  const { stackId } = laptop
  const window = { from: laptop.clock.now() - 86_400_000 }
  await Promise.all([
    general(laptop),
    things.general(stackId, other),
    things.group(stackId, tuid),
    things.alerts(stackId, tuid),
    things.alerts(stackId, tuid, window),
    things.alerts(stackId, tuid, { ...window }),
    things.signal(stackId, tuid),
    things.messages(stackId, tuid, { limit: 50 })
  ])
  expect(reads(laptop)).toHaveLength(7)
  expect(reads(laptop)).toContain(`/things/${tuid}/messages?messageid=1202%2C1211&limit=20`)
  expect(reads(laptop)).toContain(`/things/${tuid}/alerts?from=${Math.floor(window.from / 1000)}`)
})

it('the request is given up only when nobody waits for it any more', async () => {
  const laptop = await Laptop.signedIn()
  const path = `/things/${laptop.role('presence')}`
  laptop.cloud.faults.add({ match: { path }, fault: 'hang', ms: 60_000 })
  const [first, second] = [new AbortController(), new AbortController()]
  const [one, two] = [general(laptop, first.signal), general(laptop, second.signal)]
  first.abort()
  expect(await one).toMatchObject({ value: null, live: false, problem: { kind: 'cancelled' } })
  await laptop.until(() => reads(laptop).length === 1)
  expect(laptop.transport.isBusy).toBe(true)
  second.abort()
  expect(await two).toMatchObject({ problem: { kind: 'cancelled' } })
  await laptop.quiet()
  expect(laptop.transport.isBusy).toBe(false)
  // Giving up is no sign of a lost connection.
  expect(laptop.app.session.view().connection).toBe('online')
})

it('whoever gave up may ask again, and one that has given up before asking asks nothing', async () => {
  const laptop = await Laptop.signedIn()
  const release = hold(laptop)
  const stop = new AbortController()
  const given = general(laptop, stop.signal)
  stop.abort()
  await given
  release()
  expect(await general(laptop)).toMatchObject({ live: true })
  expect(await general(laptop, stop.signal)).toMatchObject({ problem: { kind: 'cancelled' } })
  expect(reads(laptop)).toHaveLength(1)
})

it('after one of our changes came true, nobody is told what was asked before it', async () => {
  const laptop = await Laptop.signedIn()
  const tuid = laptop.role('presence')
  const history = () => laptop.app.things.installations(laptop.stackId, tuid)
  const path = `/things/${tuid}/installations`
  const releaseEarlier = laptop.transport.hold(path)
  const earlier = history()
  await laptop.quietUnless(() => laptop.transport.isBusy)
  const releaseLater = laptop.transport.hold(path)
  laptop.app.things.changed(laptop.stackId, tuid)
  const later = history()
  releaseLater()
  const { value, asOf } = await later
  expect(value?.items.length).toBeGreaterThan(0)
  // The earlier answer comes last. It goes to who asked for it, but is not what this laptop remembers.
  laptop.cloud.faults.add({ match: { path }, fault: 'wrong-shape', body: '{"data":[]}' })
  releaseEarlier()
  expect(await earlier).toMatchObject({ value: { items: [] }, live: true })
  expect(laptop.app.readModel.reading(laptop.stackId, tuid, 'installations')).toEqual({ value, asOf, doneBefore: 0 })
})

it('a change of another thing disturbs no reading', async () => {
  const laptop = await Laptop.signedIn()
  const release = hold(laptop)
  const one = general(laptop)
  laptop.app.things.changed(laptop.stackId, laptop.role('environment'))
  const two = general(laptop)
  release()
  await Promise.all([one, two])
  expect(reads(laptop)).toHaveLength(1)
})
