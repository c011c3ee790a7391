import { beforeEach, describe, expect, it } from 'vitest'
import { ProblemError } from '@shared/domain/problem'
import { handlersOf } from '../laptop/handlersOf'
import { Laptop, type LaptopOptions } from '../laptop/laptop'
import { setStatus } from '../outbox/intents'
import { threshold } from '../commands/site'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

let laptop: Laptop

async function begin(options: LaptopOptions = {}): Promise<void> {
  laptop = await Laptop.signedIn({ inMemory: true, firstMessageAfterMs: 400 * 24 * hour, ...options })
}

/** What the app asks of the server by itself while time passes. */
async function askedWithin(ms: number): Promise<string[]> {
  const before = laptop.cloud.requests.length
  await laptop.pass(ms)
  return laptop.cloud.requests.slice(before).map(({ method, path }) => `${method} ${path}`)
}

/** How many requests came within the worst of all stretches of so many milliseconds. */
function mostWithin(ms: number, from: number): number {
  const times = laptop.cloud.requests.map(({ at }) => at).filter((at) => at > from)
  return Math.max(0, ...times.map((start) => times.filter((at) => at >= start && at < start + ms).length))
}

/** Things that were installed on a visit a moment ago, and of which none was heard. */
async function installSilent(count: number): Promise<string[]> {
  const tuids = Array.from({ length: count }, (_, index) => `TSPR04EZU${String(31_000_000 + index)}`)
  for (const tuid of tuids) laptop.cloud.world.addThing(tuid)
  laptop.app.visits.start(laptop.stackId, { site: 'Harbour house', installer: '' })
  laptop.app.visits.captureIntents(
    laptop.stackId,
    tuids.map((tuid) => setStatus(tuid, 'installed'))
  )
  await laptop.settle()
  await laptop.pass(second)
  return tuids
}

/** A hundred things that have reported just now, two hours after everybody went. */
async function reportUnseen(): Promise<string[]> {
  await begin()
  const tuids = await installSilent(100)
  laptop.presence.leave()
  await laptop.pass(2 * hour)
  for (const tuid of tuids) laptop.cloud.world.report(tuid)
  return tuids
}

const heard = (): number => laptop.app.visits.list()[0]?.counts.heard ?? 0

const isThing = (one: string): boolean => /^GET \/things\/TSPR04EZU31\d{6}$/.test(one)

describe('an app that somebody is at', () => {
  beforeEach(() => begin())

  it('asks nothing but once a minute whether the server is there', async () => {
    const asked = await askedWithin(hour)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(60)
    expect(asked.filter((one) => one !== 'GET /')).toEqual([])
  })

  it('also listens for alerts on the day of an installation, a few times in an hour', async () => {
    await begin({ firstMessageAfterMs: minute })
    laptop.capture(setStatus(laptop.role('presence'), 'installed'))
    await laptop.settle()
    // Its first message is waited for as well; that ends.
    await laptop.pass(hour)
    const asked = await askedWithin(hour)
    expect(asked.filter((one) => one === 'GET /things/alerts').length).toBeLessThanOrEqual(20)
    expect(
      asked.filter((one) => !/^(GET \/|GET \/things\/alerts(\/count)?|POST \/auth\/client-token)$/.test(one))
    ).toEqual([])
  })
})

describe('an app that nobody is at, on the day of an installation', () => {
  it('asks for all of it together once a minute, each thing in its turn', async () => {
    await begin()
    const tuids = await installSilent(100)
    laptop.presence.leave()
    const left = laptop.clock.now()
    const asked = await askedWithin(6 * hour)
    expect(mostWithin(minute, left)).toBe(1)
    expect(mostWithin(hour, left)).toBe(60)
    const things = asked.filter(isThing)
    expect(new Set(things).size).toBe(tuids.length)
    // Nobody is asked for a third time before all have been for a second.
    const times = tuids.map((tuid) => things.filter((one) => one.endsWith(tuid)).length)
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1)
    expect(asked.filter((one) => one === 'GET /things/alerts').length).toBeGreaterThan(60)
    // Before the first of them is due.
    expect(asked.slice(1)).not.toContain('GET /')
    expect(asked.filter((one) => one.startsWith('POST ')).length).toBeLessThanOrEqual((6 * 60) / 14)
  })

  it('asks for what is due as soon as somebody is back, and tells what has come meanwhile', async () => {
    const tuids = await reportUnseen()
    laptop.cloud.world.openAlert(tuids[7] ?? '', 'heartbeat missed')
    laptop.presence.comeBack()
    await laptop.pass(second)
    expect(heard()).toBeGreaterThan(70)
    // The others were asked within the last half hour.
    await laptop.pass(30 * minute)
    expect(heard()).toBe(100)
    expect(laptop.app.alerts.notices(laptop.stackId)).toMatchObject([{ tuid: tuids[7] }])
  })

  it('notices without a sign that somebody is back, with the next turn', async () => {
    await reportUnseen()
    laptop.presence.comeBack(false)
    await laptop.pass(minute)
    await laptop.pass(second)
    expect(heard()).toBeGreaterThan(70)
  })

  it('goes on in turns after a sign that meant nobody', async () => {
    await begin()
    await installSilent(10)
    laptop.presence.leave()
    await laptop.pass(hour)
    laptop.presence.sign()
    expect(await askedWithin(second)).toEqual([])
  })

  it('reads about what each thing alerts in turn as well', async () => {
    await begin()
    const tuids = await installSilent(10)
    laptop.presence.leave()
    const left = laptop.clock.now()
    for (const tuid of tuids) laptop.cloud.world.openAlert(tuid, 'heartbeat missed')
    const asked = await askedWithin(hour)
    expect(mostWithin(minute, left)).toBe(1)
    const about = asked.filter((one) => one.endsWith('/alerts') && one !== 'GET /things/alerts')
    expect(new Set(about).size).toBe(10)
    expect(laptop.app.alerts.notices(laptop.stackId)).toHaveLength(10)
  })

  it('takes two turns for a thing that was only found to be installed', async () => {
    await begin()
    laptop.presence.leave()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/installations' }, fault: 'act-then-drop', times: 3 })
    await installSilent(3)
    const found = laptop.clock.now()
    const asked = await askedWithin(hour)
    expect(asked.filter((one) => one.endsWith('/installations'))).toHaveLength(3)
    expect(new Set(asked.filter(isThing)).size).toBe(3)
    expect(mostWithin(minute, found)).toBe(1)
  })

  it('waits in turn for the answer to a command, beside all else', async () => {
    await begin({ echo: { mode: 'late', afterMs: 20 * minute } })
    const tuids = await installSilent(100)
    const [tuid = ''] = tuids
    laptop.capture(threshold(tuid, 100))
    await laptop.settle()
    laptop.presence.leave()
    const left = laptop.clock.now()
    await laptop.pass(hour)
    expect(mostWithin(minute, left)).toBe(1)
    const [found] = laptop.app.answers.kept(laptop.stackId, tuid).answers
    expect(found?.answer).not.toBeNull()
    expect(found).toBeDefined()
  })

  it('lets a page that was left open ask in turn, and somebody who is back at once', async () => {
    await begin()
    await installSilent(3)
    laptop.presence.leave()
    const left = laptop.clock.now()
    const lists = () => laptop.cloud.requests.filter(({ path }) => path === '/things/alerts').length
    const asking = laptop.app.alerts.refresh(laptop.stackId, false)
    await laptop.quiet()
    expect(lists()).toBe(0)
    await laptop.passUntil(asking)
    expect(lists()).toBe(1)
    expect(mostWithin(minute, left)).toBe(1)
    const askedAgain = laptop.app.alerts.refresh(laptop.stackId, false)
    laptop.presence.comeBack()
    expect(await askedAgain).toMatchObject({ state: 'read', list: { live: true }, count: { live: true } })
  })

  it.each([
    ['cannot be reached any more', 'offline', () => laptop.cloud.refuseConnections()],
    ['was removed', 'unknown_stack', () => laptop.app.stacks.remove(laptop.stackId)]
  ] as const)('answers a page that waits for its turn when the stack %s', async (_, kind, end) => {
    await begin()
    await installSilent(30)
    laptop.presence.leave()
    await laptop.pass(hour)
    const before = laptop.cloud.requests.length
    const read = handlersOf(laptop)['things:general']
    const answer = Promise.resolve(read({ stackId: laptop.stackId, tuid: laptop.role('presence') })).then(
      ({ problem }) => problem,
      (error: unknown) => (error instanceof ProblemError ? error.problem : error)
    )
    await laptop.quiet()
    expect(laptop.cloud.requests).toHaveLength(before)
    await end()
    expect(await laptop.passUntil(answer)).toMatchObject({ kind })
  })

  it('looks once more for what was found to be installed a day ago, in two turns', async () => {
    await begin()
    laptop.presence.leave()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/installations' }, fault: 'act-then-drop', times: 3 })
    const [tuid = ''] = await installSilent(1)
    // The laptop slept.
    laptop.clock.advanceTo(laptop.clock.now() + 3 * 24 * hour)
    const asked = await askedWithin(hour)
    expect(asked.filter((one) => one.endsWith('/installations'))).toHaveLength(1)
    expect(asked.filter((one) => one === `GET /things/${tuid}`)).toHaveLength(1)
  })

  it('takes whoever scans with the camera alone for somebody', async () => {
    await reportUnseen()
    const [{ id } = { id: '' }] = laptop.app.visits.list()
    laptop.app.visits.change(id, { plan: { groupId: null, status: 'installed', command: null, kind: null } })
    await handlersOf(laptop)['visits:scan']({ id, tuid: laptop.role('presence'), via: 'camera' })
    await laptop.pass(second)
    expect(heard()).toBeGreaterThan(70)
  })

  it('lets a person who asks wait for nothing', async () => {
    await begin()
    const tuids = await installSilent(100)
    laptop.presence.leave()
    await laptop.pass(hour)
    const [visit] = laptop.app.visits.list()
    const before = laptop.cloud.requests.length
    expect(await laptop.app.arrivals.check(visit?.id ?? '', tuids.slice(0, 2))).toBeNull()
    expect(laptop.cloud.requests.length - before).toBeGreaterThanOrEqual(2)
  })

  it('sends what is captured without waiting for a turn', async () => {
    await begin()
    await installSilent(20)
    laptop.presence.leave()
    await laptop.pass(hour)
    const before = laptop.effects().length
    laptop.capture(setStatus(laptop.role('presence'), 'installed'))
    await laptop.settle(0)
    expect(laptop.effects()).toHaveLength(before + 1)
  })
})
