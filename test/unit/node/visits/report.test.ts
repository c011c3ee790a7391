import { beforeEach, expect, it } from 'vitest'
import type { ShownVisit } from '@shared/domain/visit'
import { Laptop } from '../laptop/laptop'
import { problemOf } from '../laptop/problemKind'

let laptop: Laptop
let visit: ShownVisit
const tuids = ['TSPD04ESY93100901', 'TSPD04ESY93100902', 'TSPD04ESY93100903']

beforeEach(async () => {
  laptop = await Laptop.signedIn()
  laptop.cloud.setOnline(false)
  await laptop.app.session.checkAll()
  await laptop.quiet()
  const { id } = laptop.app.visits.start(laptop.stackId, { site: 'Harbour house', installer: 'Aino' })
  const plan = { groupId: 'prfi00pikkuvarasto', status: 'installed', command: null, kind: null } as const
  visit = laptop.app.visits.change(id, { plan })
  for (const tuid of tuids) laptop.app.batch.scan(id, tuid, 'scanner')
})

const page = (after: number, limit: number) => laptop.app.report(visit.id, after, limit)

it('goes through all things in their order, each with its actions', () => {
  const first = page(0, 2)
  expect(first.next).toBe(2)
  const all = [...first.things, ...page(2, 2).things]
  expect(all.map(({ thing }) => [thing.no, thing.tuid])).toEqual(tuids.map((tuid, index) => [index + 1, tuid]))
  expect(all.map(({ actions }) => actions.map(({ intent, state }) => [intent.type, state]))).toEqual(
    tuids.map(() => [
      ['group', 'pending'],
      ['status', 'pending']
    ])
  )
  expect(page(2, 2).next).toBeNull()
})

it('goes on behind what is damaged, and counts it', () => {
  laptop.withDatabase((db) => db.exec(`UPDATE visit_things SET thing = '{' WHERE tuid = '${tuids[1]}'`))
  expect(page(0, 2)).toMatchObject({ things: [{ thing: { no: 1 } }], unreadable: 1, next: 2 })
  expect(page(2, 2)).toMatchObject({ things: [{ thing: { no: 3 } }], unreadable: 0 })
})

it('does not know a visit that is gone', () => {
  laptop.app.visits.delete(visit.id)
  expect(problemOf(() => page(0, 2))).toBe('unknown_visit')
})
