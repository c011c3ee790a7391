import { describe, expect, it } from 'vitest'
import type { Reading } from '@shared/domain/thing'
import { SqliteReadModel } from '../../../../src/main/adapters/database/sqliteReadModel'
import { Capabilities, capabilitiesOfThings, findingHoldsMs } from '../../../../src/main/things/capabilities'
import { openJournal } from '../database/journalFixture'
import { Laptop } from '../laptop/laptop'
import { RecordingLog } from '../recordingLog'

const parts = ['installations', 'alerts', 'signal', 'messages', 'commands'] as const
type Part = (typeof parts)[number]

const pathOf = (part: Part): string => `/things/{tuid}/${part === 'signal' ? 'messages' : part}`
const notOffered = { value: null, asOf: null, live: false, problem: { kind: 'not_offered' } }

function read(laptop: Laptop, part: Part, tuid = laptop.role('presence')): Promise<Reading<unknown>> {
  const { things } = laptop.app
  return part === 'messages' ? things.messages(laptop.stackId, tuid, { limit: 50 }) : things[part](laptop.stackId, tuid)
}

const asked = (laptop: Laptop, part: Part): number =>
  laptop.cloud.requests.filter(({ path }) => path.split('?')[0]?.endsWith(pathOf(part).split('}')[1] ?? '')).length

describe.each(parts)('a server without the part "%s" of things', (part) => {
  it.each([403, 404, 405] as const)('(%s) is noticed once, for every thing', async (status) => {
    const laptop = await Laptop.signedIn({ lacking: { [pathOf(part)]: status } })
    expect(await read(laptop, part)).toEqual(notOffered)
    expect(await read(laptop, part)).toEqual(notOffered)
    expect(await read(laptop, part, laptop.role('environment'))).toEqual(notOffered)
    expect(asked(laptop, part)).toBe(1)
    await laptop.restart({ patient: true })
    expect(await read(laptop, part)).toEqual(notOffered)
    expect(asked(laptop, part)).toBe(1)
  })

  it('is asked again on demand, and believed when it has learnt it', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { path: pathOf(part).split('}')[1] ?? '' }, fault: 'status', status: 405 })
    expect(await read(laptop, part)).toEqual(notOffered)
    laptop.app.capabilities.forgetMissingOfThings(laptop.stackId)
    expect(await read(laptop, part)).toEqual(notOffered)
    expect(asked(laptop, part)).toBe(2)
    laptop.cloud.faults.clear()
    laptop.app.capabilities.forgetMissingOfThings(laptop.stackId)
    expect(await read(laptop, part)).toMatchObject({ live: true, problem: null })
  })

  it('is told from one that does not know the thing', async () => {
    const laptop = await Laptop.signedIn()
    expect(await read(laptop, part, 'TSPR04EZU00000000')).toMatchObject({ problem: { kind: 'not_found' } })
    expect(await read(laptop, part)).toMatchObject({ live: true })
  })

  it('is told from one that has this part of other things', async () => {
    const laptop = await Laptop.signedIn()
    await read(laptop, part)
    const path = `/${laptop.role('environment')}${pathOf(part).split('}')[1]}`
    laptop.cloud.faults.add({ match: { path }, fault: 'status', status: 404 })
    expect(await read(laptop, part, laptop.role('environment'))).toMatchObject({ problem: { kind: 'not_found' } })
    expect(await read(laptop, part)).toMatchObject({ live: true })
  })

  it('is told from credentials that have no rights at all', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.faults.add({ match: { path: '/things/' }, fault: 'status', status: 403 })
    expect(await read(laptop, part)).toMatchObject({ problem: { kind: 'refused', status: 403 } })
    laptop.cloud.faults.clear()
    expect(await read(laptop, part)).toMatchObject({ live: true })
  })
})

it('what one server lacks is nothing against the next: a moved stack begins anew', async () => {
  const laptop = await Laptop.signedIn({ lacking: { '/things/{tuid}/alerts': 404 } })
  await read(laptop, 'alerts')
  laptop.app.readModel.forgetStack(laptop.stackId)
  await read(laptop, 'alerts')
  expect(asked(laptop, 'alerts')).toBe(2)
})

describe('a finding', () => {
  function at(start: number) {
    const clock = { now: start }
    const readModel = new SqliteReadModel(openJournal().db, new RecordingLog())
    return { clock, readModel, capabilities: new Capabilities(readModel, () => clock.now) }
  }

  it.each([
    [true, 'isProven'],
    [false, 'isMissing']
  ] as const)('that something is there is %s: holds for a day (%s)', (available, holds) => {
    const { clock, capabilities } = at(1_000_000)
    expect(capabilities[holds]('a', 'alerts')).toBe(false)
    capabilities.found('a', 'alerts', available)
    clock.now += findingHoldsMs - 1
    expect(capabilities[holds]('a', 'alerts')).toBe(true)
    clock.now += 1
    expect(capabilities[holds]('a', 'alerts')).toBe(false)
    expect(capabilities.offered('a', 'alerts')).toBe(available)
  })

  it('says nothing when the clock was set back since', () => {
    const { clock, capabilities } = at(1_000_000)
    capabilities.found('a', 'alerts', false)
    clock.now -= 1
    expect(capabilities.isMissing('a', 'alerts')).toBe(false)
  })

  it('is not written down again with every answer', () => {
    const { clock, capabilities, readModel } = at(1_000_000)
    capabilities.found('a', 'alerts', true)
    clock.now += 1000
    capabilities.found('a', 'alerts', true)
    expect(readModel.capability('a', 'alerts')?.checkedAt).toBe(1_000_000)
    clock.now += 60 * 60_000
    capabilities.found('a', 'alerts', true)
    expect(readModel.capability('a', 'alerts')?.checkedAt).toBe(clock.now)
  })

  it('is forgotten on demand where something was missing, and kept where it was there', () => {
    const { capabilities } = at(1_000_000)
    for (const name of capabilitiesOfThings) capabilities.found('a', name, name === 'alerts')
    capabilities.found('a', 'list_groups', false)
    capabilities.forgetMissingOfThings('a')
    expect(capabilitiesOfThings.map((name) => capabilities.offered('a', name))).toEqual([null, true, null, null])
    expect(capabilities.offered('a', 'list_groups')).toBe(false)
  })
})
