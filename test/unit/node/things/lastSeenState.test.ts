import { describe, expect, it } from 'vitest'
import { noBelief } from '../../../../src/main/outbox/beliefs'
import { Laptop } from '../laptop/laptop'
import { assign, office, setStatus, store } from '../outbox/intents'

const tuid = 'TSPR04EMPTY000001'

/** What is believed of a thing after the server has answered with such records of it. */
async function believedAfter(records: readonly object[]) {
  const laptop = await Laptop.signedIn()
  const body = JSON.stringify({ data: records })
  laptop.cloud.faults.add({ match: { path: '/installations' }, fault: 'wrong-shape', body, times: 1 })
  await laptop.app.things.installations(laptop.stackId, tuid)
  const readAt = laptop.clock.now()
  laptop.cloud.setOnline(false)
  await laptop.pass(60_000)
  return { base: laptop.capture(setStatus(tuid, 'installed'))[0]?.base, readAt }
}

describe('what a status is believed to be', () => {
  it('is the newest that was read, since when the server says', async () => {
    const older = { tuid, installation_status: 'new', timestamp: 1_700_000_000 }
    const newer = { tuid, installation_status: 'retired', timestamp: 1_700_000_001 }
    const { base, readAt } = await believedAfter([older, newer])
    expect(base).toEqual({ value: 'retired', since: 1_700_000_001_000, asOf: readAt, after: null })
  })

  it('is none, as of the reading, when there was none', async () => {
    const { base, readAt } = await believedAfter([])
    expect(base).toEqual({ value: null, since: null, asOf: readAt, after: null })
  })

  it('is not known when none of it could be read', async () => {
    const { base } = await believedAfter([{ tuid, timestamp: 1_700_000_000 }])
    expect(base).toEqual(noBelief)
  })
})

describe('what the group of a thing is believed to be', () => {
  it('is what was read, and not known before that', async () => {
    const laptop = await Laptop.signedIn()
    const [read, unread] = [laptop.role('presence'), laptop.role('environment')]
    await laptop.app.things.group(laptop.stackId, read)
    const asOf = laptop.clock.now()
    laptop.cloud.setOnline(false)
    await laptop.pass(60_000)
    const actions = laptop.capture(assign(read, store), assign(unread, store))
    expect(actions.map(({ base }) => base)).toEqual([{ value: office, since: null, asOf, after: null }, noBelief])
  })
})
