import { beforeEach, describe, expect, it } from 'vitest'
import type { BatchPlan, ShownThing, ShownVisit } from '@shared/domain/visit'
import { Laptop } from '../laptop/laptop'
import { problemOf } from '../laptop/problemKind'
import { setStatus } from '../outbox/intents'

const store = 'prfi00pikkuvarasto'
const office = 'prfi00pikkutoimisto'
const plan: BatchPlan = { groupId: store, status: 'installed', command: null, kind: null }
const neverMet = 'TSPD04ESY93100901'

let laptop: Laptop
let visit: ShownVisit

function begin(on: Laptop): void {
  laptop = on
  const { id } = laptop.app.visits.start(laptop.stackId, { site: 'Harbour house', installer: 'Aino' })
  visit = laptop.app.visits.change(id, { plan })
}

beforeEach(async () => begin(await Laptop.signedIn()))

const scan = (tuid: string) => laptop.app.batch.scan(visit.id, tuid, 'scanner')
const undo = (tuid: string) => laptop.app.undo(visit.id, tuid)
const counts = () => laptop.app.visits.get(visit.id).counts
const things = (): ShownThing[] => laptop.app.visits.things(visit.id, 'all', { offset: 0, limit: 200 })
const thing = (tuid: string): ShownThing | undefined => things().find((each) => each.tuid === tuid)
const intents = () => laptop.actions().map(({ intent }) => intent)
const effectsOn = (tuid: string) =>
  laptop.effects().flatMap((effect) => ('tuid' in effect && effect.tuid === tuid ? [effect.kind] : []))

async function goOffline(): Promise<void> {
  laptop.cloud.setOnline(false)
  await laptop.app.session.checkAll()
  await laptop.quiet()
}

async function goOnline(): Promise<void> {
  laptop.cloud.setOnline(true)
  await laptop.app.session.checkAll()
  await laptop.settle()
}

describe('a scan without a connection', () => {
  beforeEach(goOffline)

  it('is on disk when it is answered, with what it is to bring about', async () => {
    const tuid = laptop.role('readyPresence')
    expect(scan(tuid)).toMatchObject({ outcome: 'captured', thing: { no: 1, state: 'taken', sync: 'waiting' } })
    await laptop.crash()
    expect(intents()).toEqual([
      { type: 'group', tuid, groupId: store },
      { type: 'status', tuid, status: 'installed' }
    ])
    await goOnline()
    expect(effectsOn(tuid)).toEqual(['group', 'status'])
    expect(thing(tuid)).toMatchObject({ sync: 'confirmed', via: 'scanner', deeds: [{ kind: 'batch' }] })
    expect(counts()).toMatchObject({ things: 1, confirmed: 1, waiting: 0, needYou: 0 })
  })

  it('of what is in the visit already does nothing', () => {
    scan(neverMet)
    expect(scan(neverMet).outcome).toBe('duplicate')
    expect(intents()).toHaveLength(2)
  })

  it('is not taken, nor anything of it kept, when it cannot be written', async () => {
    laptop.withDatabase((db) =>
      db.exec(`CREATE TRIGGER full BEFORE INSERT ON visit_actions BEGIN SELECT RAISE(FAIL, 'full'); END`)
    )
    expect(problemOf(() => scan(neverMet))).toBe('not_saved')
    laptop.withDatabase((db) => db.exec('DROP TRIGGER full'))
    await laptop.crash()
    expect([things(), intents()]).toEqual([[], []])
  })

  it('goes on though what is remembered is unusual: that is held for a person', async () => {
    await goOnline()
    const tuid = laptop.role('presence')
    await Promise.all([
      laptop.app.things.group(laptop.stackId, tuid),
      laptop.app.things.installations(laptop.stackId, tuid)
    ])
    await goOffline()
    expect(scan(tuid).outcome).toBe('held')
    expect(thing(tuid)?.flags).toEqual([
      { kind: 'other_group', shows: office },
      { kind: 'already_there', shows: 'installed' }
    ])
    expect(scan(laptop.role('readyEnvironment')).outcome).toBe('captured')
    expect(counts()).toMatchObject({ things: 2, needYou: 1, waiting: 1 })
    await goOnline()
    expect(effectsOn(tuid)).toEqual([])
  })
})

describe('a scan with a connection', () => {
  it('asks the server first, and is carried out when all is usual', async () => {
    const tuid = laptop.role('readyPresence')
    expect(scan(tuid)).toMatchObject({ outcome: 'captured', thing: { state: 'captured', sync: 'none' } })
    expect(counts()).toMatchObject({ waiting: 1 })
    await laptop.settle()
    expect(effectsOn(tuid)).toEqual(['group', 'status'])
  })

  it.each([
    ['is in a group of somebody', 'presence', ['other_group', 'already_there']],
    ['was taken down', 'uninstalled', []]
  ])('is held when the server shows something unusual: it %s', async (_name, role, flags) => {
    scan(laptop.role(role))
    await laptop.settle()
    expect(thing(laptop.role(role))?.flags.map(({ kind }) => kind)).toEqual(flags)
    expect(effectsOn(laptop.role(role))).toHaveLength(flags.length === 0 ? 2 : 0)
  })

  it('is held when the stack does not know the thing', async () => {
    scan(neverMet)
    await laptop.settle()
    expect(thing(neverMet)).toMatchObject({ state: 'held', flags: [{ kind: 'not_known_to_stack', shows: null }] })
  })

  it('goes by what is known here when the server takes too long', async () => {
    begin(await Laptop.signedIn({ slowByClock: true }))
    const tuid = laptop.role('readyPresence')
    const slow = { fault: 'latency', ms: 20_000, times: 1 } as const
    laptop.cloud.faults.add({ match: { method: 'GET', path: '/installations' }, ...slow })
    scan(tuid)
    await laptop.pass(4000)
    expect(thing(tuid)?.state).toBe('captured')
    await laptop.pass(2000)
    expect(thing(tuid)?.state).toBe('taken')
  })

  it('is taken up again after a crash, once', async () => {
    const tuid = laptop.role('readyPresence')
    scan(tuid)
    await laptop.crash()
    await laptop.settle()
    await laptop.restart({ patient: true })
    await laptop.settle()
    expect(effectsOn(tuid)).toEqual(['group', 'status'])
  })

  it('does not ask the server again about what was read a moment ago', async () => {
    const tuid = laptop.role('readyPresence')
    await Promise.all([
      laptop.app.things.group(laptop.stackId, tuid),
      laptop.app.things.installations(laptop.stackId, tuid)
    ])
    expect(scan(tuid).thing.state).toBe('taken')
  })

  it('asks again about what was read before the clock was set back: nobody knows how old that is', async () => {
    const tuid = laptop.role('readyPresence')
    await Promise.all([
      laptop.app.things.group(laptop.stackId, tuid),
      laptop.app.things.installations(laptop.stackId, tuid)
    ])
    laptop.clock.laptopAhead = -3 * 3_600_000
    laptop.cloud.world.setGroup(tuid, office)
    scan(tuid)
    await laptop.settle()
    expect(thing(tuid)).toMatchObject({ state: 'held', flags: [{ kind: 'other_group', shows: office }] })
  })
})

describe('what is held', () => {
  const held = () => [laptop.role('presence'), laptop.role('environment'), neverMet] as const

  beforeEach(async () => {
    for (const tuid of held()) scan(tuid)
    await laptop.settle()
    expect(counts().needYou).toBe(3)
  })

  it('is carried out as planned when a person says so', async () => {
    const [tuid] = held()
    expect(laptop.app.batch.settle(visit.id, tuid, 'apply', false)).toBe(1)
    await laptop.settle()
    expect(effectsOn(tuid)).toEqual(['group', 'status'])
    expect(counts().needYou).toBe(2)
  })

  it('is left as it is when a person says so, with all that is like it, and can be scanned anew', () => {
    const [tuid, alike, other] = held()
    expect(laptop.app.batch.settle(visit.id, tuid, 'leave', true)).toBe(2)
    expect([tuid, alike, other].map((each) => thing(each)?.state)).toEqual(['left', 'left', 'held'])
    expect(laptop.app.batch.settle(visit.id, tuid, 'leave', false)).toBe(0)
    expect(scan(tuid).outcome).toBe('held')
    expect(effectsOn(tuid)).toEqual([])
  })
})

describe('a visit at a stack that was removed since', () => {
  const tuid = () => laptop.role('readyPresence')

  beforeEach(async () => {
    for (const each of [laptop.role('presence'), tuid()]) scan(each)
    await laptop.settle()
    await laptop.app.stacks.remove(laptop.stackId)
  })

  it('captures nothing more, which could never be sent', () => {
    const before = laptop.actions().length
    expect(problemOf(() => laptop.app.batch.settle(visit.id, laptop.role('presence'), 'apply', false))).toBe(
      'unknown_stack'
    )
    expect(problemOf(() => undo(tuid()))).toBe('unknown_stack')
    expect(problemOf(() => scan(laptop.role('readyEnvironment')))).toBe('unknown_stack')
    expect(laptop.actions()).toHaveLength(before)
    expect(thing(laptop.role('presence'))?.state).toBe('held')
  })

  it('still lets what is held be left as it is', () => {
    expect(laptop.app.batch.settle(visit.id, laptop.role('presence'), 'leave', false)).toBe(1)
  })
})

describe('taking back', () => {
  const tuid = () => laptop.role('readyPresence')

  it('of what was not sent leaves no trace on the server', async () => {
    await goOffline()
    scan(tuid())
    expect(undo(tuid())).toBe('nothing_sent')
    expect(thing(tuid())).toMatchObject({ state: 'undone', sync: 'discarded' })
    await goOnline()
    expect(effectsOn(tuid())).toEqual([])
    expect(scan(tuid()).outcome).toBe('captured')
  })

  it('of what was sent sets back what was there before', async () => {
    scan(tuid())
    await laptop.settle()
    expect(undo(tuid())).toBe('reversed')
    await laptop.settle()
    expect(effectsOn(tuid())).toEqual(['group', 'status', 'status', 'group'])
    expect(laptop.cloud.world.members(store)).toEqual([])
  })

  it('of what was scanned without a connection sets back what the server showed when it was sent', async () => {
    await goOffline()
    scan(tuid())
    await goOnline()
    expect(undo(tuid())).toBe('reversed')
    await laptop.settle()
    expect(laptop.cloud.world.members(store)).toEqual([])
  })

  it('of what is just being looked at before it is sent takes back nothing of it', async () => {
    await goOffline()
    scan(tuid())
    const letGo = laptop.transport.hold(`/things/${tuid()}/group`)
    laptop.cloud.setOnline(true)
    await laptop.app.session.checkAll()
    await laptop.until(() => laptop.app.outbox.inFlight(laptop.stackId).length > 0)
    expect(problemOf(() => undo(tuid()))).toBe('action_not_open')
    expect(laptop.actions().map(({ state }) => state)).toEqual(['pending', 'pending'])
    letGo()
    await laptop.settle()
    expect(effectsOn(tuid())).toEqual(['group', 'status'])
  })

  it('of a command that was sent says that it cannot be called back', async () => {
    const command = { tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 60 } } as const
    laptop.app.visits.change(visit.id, { plan: { ...plan, command } })
    scan(tuid())
    await laptop.settle()
    expect(undo(tuid())).toBe('partly')
    await laptop.settle()
    expect(effectsOn(tuid())).toEqual(['group', 'status', 'command', 'status', 'group'])
  })

  it('of what waits to be asked about does nothing at all', async () => {
    scan(tuid())
    expect(undo(tuid())).toBe('nothing_sent')
    await laptop.settle()
    expect(effectsOn(tuid())).toEqual([])
  })
})

describe('a thing of which a part was not done by the server', () => {
  const tuid = () => laptop.role('readyPresence')
  const confirmed = () => laptop.app.visits.things(visit.id, 'confirmed', { offset: 0, limit: 10 })
  const discardGroup = async (): Promise<void> => {
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/group' }, fault: 'status', status: 400, times: 1 })
    scan(tuid())
    await laptop.quiet()
    laptop.app.outbox.discard(laptop.actions()[0]?.id ?? '', 'no such group')
    await laptop.settle()
    expect(effectsOn(tuid())).toEqual(['status'])
  }

  it('does not pass for confirmed when that was given up', async () => {
    await discardGroup()
    expect(thing(tuid())?.sync).toBe('discarded')
    expect([counts().confirmed, confirmed()]).toEqual([0, []])
  })

  it('does not pass for confirmed when a person called it done', async () => {
    const command = { tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 60 } } as const
    laptop.app.visits.change(visit.id, { plan: { ...plan, command } })
    laptop.cloud.faults.add(
      { match: { method: 'POST', path: '/commands' }, fault: 'act-then-drop', times: 1 },
      { match: { method: 'GET', path: '/commands' }, fault: 'status', status: 403 }
    )
    scan(tuid())
    await laptop.pass(120_000)
    const needed = laptop.actions().find(({ state }) => state === 'needs_you')
    laptop.app.outbox.settle(needed?.id ?? '', 'mark_done')
    expect(thing(tuid())?.sync).toBe('decided')
    expect([counts().confirmed, confirmed()]).toEqual([0, []])
  })

  it('is confirmed once that was done in another way', async () => {
    await discardGroup()
    laptop.app.visits.captureIntents(laptop.stackId, [{ type: 'group', tuid: tuid(), groupId: office }])
    await laptop.settle()
    expect(thing(tuid())?.sync).toBe('confirmed')
    expect([counts().confirmed, confirmed().length]).toEqual([1, 1])
  })
})

describe('a batch', () => {
  it('takes nothing before it is chosen what a scan does, nor after the visit has ended', () => {
    laptop.app.visits.change(visit.id, { plan: null })
    expect(problemOf(() => scan(neverMet))).toBe('batch_not_set')
    laptop.app.visits.change(visit.id, { plan: { ...plan, groupId: null, status: null } })
    expect(problemOf(() => scan(neverMet))).toBe('batch_not_set')
    laptop.app.visits.change(visit.id, { plan })
    laptop.app.visits.end(visit.id)
    expect(problemOf(() => scan(neverMet))).toBe('visit_ended')
    laptop.app.visits.resume(visit.id)
    expect(scan(neverMet).outcome).toBe('captured')
  })

  it('takes a list, each line with what it says differently', async () => {
    await goOffline()
    const [first, second] = [laptop.role('readyPresence'), laptop.role('readyEnvironment')]
    const line = { groupId: null, status: null, note: '', place: null }
    const place = { floor: '2', room: 'Attic', text: '' }
    const came = laptop.app.batch.addList(visit.id, [
      { ...line, tuid: first },
      { ...line, tuid: second, groupId: office, note: 'behind the door', place },
      { ...line, tuid: first }
    ])
    expect(came.map(({ outcome }) => outcome)).toEqual(['captured', 'captured', 'duplicate'])
    expect(thing(second)).toMatchObject({ note: 'behind the door', place, via: 'list' })
    await goOnline()
    expect(laptop.cloud.world.members(store).map((member) => member.tuid)).toEqual([first])
    expect(laptop.cloud.world.members(office).map((member) => member.tuid)).toContain(second)
  })
})

describe('a visit', () => {
  it('gathers whatever is captured while it is under way', async () => {
    const tuid = laptop.role('readyPresence')
    laptop.app.visits.captureIntents(laptop.stackId, [setStatus(tuid, 'installed')])
    await laptop.settle()
    expect(thing(tuid)).toMatchObject({ sync: 'confirmed', deeds: [{ kind: 'install' }] })
    laptop.app.visits.end(visit.id)
    laptop.app.visits.captureIntents(laptop.stackId, [setStatus(laptop.role('readyEnvironment'), 'installed')])
    expect(things()).toHaveLength(1)
  })

  it('is one at a time at a stack, and outlives a restart', async () => {
    const begin = () => laptop.app.visits.start(laptop.stackId, { site: 'Clinic', installer: '' })
    expect(problemOf(begin)).toBe('visit_under_way')
    laptop.app.visits.end(visit.id)
    const next = begin()
    expect(problemOf(() => laptop.app.visits.resume(visit.id))).toBe('visit_under_way')
    await laptop.restart({ patient: true })
    expect(laptop.app.visits.list().map(({ id, site, endedAt }) => [id, site, endedAt === null])).toEqual([
      [next.id, 'Clinic', true],
      [visit.id, 'Harbour house', false]
    ])
  })

  it('is gone when a person deletes it, and its actions are not', async () => {
    await goOffline()
    scan(neverMet)
    laptop.app.visits.delete(visit.id)
    expect(problemOf(() => laptop.app.visits.get(visit.id))).toBe('unknown_visit')
    expect(intents()).toHaveLength(2)
  })

  it('keeps what is written about a place, for the thing that comes there as well', () => {
    const [old, next] = [laptop.role('presence'), laptop.role('readyPresence')]
    const place = { floor: '1', room: 'Hall', text: 'over the door' }
    laptop.app.visits.describe(visit.id, old, { note: 'loose screw', place })
    laptop.app.visits.capture(laptop.stackId, [
      { tuid: next, kind: 'replace_new', partner: old, reason: '', intents: [setStatus(next, 'installed')] },
      { tuid: old, kind: 'replace_old', partner: next, reason: 'broken', intents: [setStatus(old, 'retired')] }
    ])
    expect(thing(next)).toMatchObject({ note: 'loose screw', place, deeds: [{ kind: 'replace_new', partner: old }] })
    expect(thing(old)).toMatchObject({ deeds: [{ kind: 'replace_old', reason: 'broken' }] })
  })
})
