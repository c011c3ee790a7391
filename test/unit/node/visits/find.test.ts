import { beforeEach, describe, expect, it } from 'vitest'
import { Laptop } from '../laptop/laptop'

const annexThing = 'TSPD04ESY93100901'
const cellarThing = 'TSPR04EZU31901022'
let laptop: Laptop
let annex: string
let cellar: string

beforeEach(async () => {
  laptop = await Laptop.signedIn()
  const { visits } = laptop.app
  annex = visits.start(laptop.stackId, { site: 'Pikkutoimisto', installer: 'Äijö' }).id
  visits.describe(annex, annexThing, { note: 'Behind the BOILER', place: { floor: '2', room: 'Työhuone', text: '' } })
  visits.describe(annex, 'TSPD04ESY93100902', {})
  visits.end(annex)
  await laptop.pass(60_000)
  cellar = visits.start(laptop.stackId, { site: 'Kylmäkellari', installer: 'Aino' }).id
  visits.change(cellar, { note: 'Keys at the gate' })
  visits.describe(cellar, cellarThing, { place: { floor: '', room: '', text: 'left of the door' } })
})

const found = (search: string) => laptop.app.visits.find(search).map(({ id, tuid }) => [nameOf(id), tuid])
const nameOf = (id: string) => (id === annex ? 'annex' : id === cellar ? 'cellar' : id)

describe('a visit is found', () => {
  it.each<[string, string, [string, string | null][]]>([
    ['by its site, in any case', 'KYLMÄ', [['cellar', null]]],
    ['by who was there', 'äijö', [['annex', null]]],
    ['by its note', 'keys gate', [['cellar', null]]],
    ['by a thing', cellarThing, [['cellar', cellarThing]]],
    ['by a part of one', 'tspd04', [['annex', 'TSPD04ESY93100902']]],
    ['by the label of one', 'ESY93100901,TSPD04', [['annex', annexThing]]],
    ['by a TUID as it is printed here', 'TSPR04 EZU31901022', [['cellar', cellarThing]]],
    ['by the note of a thing', 'boiler', [['annex', annexThing]]],
    ['by the place of one', 'työhuone', [['annex', annexThing]]],
    ['by words of its own and of a thing', 'aino door', [['cellar', cellarThing]]],
    ['only by all words', 'aino boiler', []],
    ['by what another does not hold', '%', []]
  ])('%s: %s', (_, search, expected) => {
    expect(found(search)).toEqual(expected)
  })

  it('with all others, newest first, where it says the same as they', () => {
    expect(found('i').map(([name]) => name)).toEqual(['cellar', 'annex'])
  })

  it('although a thing in it is damaged', () => {
    laptop.withDatabase((db) => db.exec(`UPDATE visit_things SET thing = '{' WHERE tuid = '${annexThing}'`))
    expect(found(annexThing)).toEqual([['annex', annexThing]])
    expect(found('boiler')).toEqual([])
  })
})
