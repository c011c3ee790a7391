import { describe, expect, it } from 'vitest'
import { SqliteReadModel } from '../../../../src/main/adapters/database/sqliteReadModel'
import { RecordingLog } from '../recordingLog'
import { openJournal, otherStackId, otherTuid, stackId, tuid } from './journalFixture'

function open() {
  const { db } = openJournal()
  const log = new RecordingLog()
  return { db, log, readModel: new SqliteReadModel(db, log) }
}

describe('readings', () => {
  it('are kept for each stack, thing and part, the latest of each', () => {
    const { readModel } = open()
    readModel.keepReading(stackId, tuid, 'group', { value: { groupId: 'a' }, asOf: 1.4 })
    readModel.keepReading(stackId, tuid, 'group', { value: { groupId: 'b' }, asOf: 2 })
    readModel.keepReading(stackId, tuid, 'general', { value: null, asOf: 3 })
    expect(readModel.reading(stackId, tuid, 'group')).toEqual({ value: { groupId: 'b' }, asOf: 2 })
    expect(readModel.reading(stackId, tuid, 'general')).toEqual({ value: null, asOf: 3 })
    expect(readModel.reading(stackId, tuid, 'alerts')).toBeNull()
    expect(readModel.reading(stackId, otherTuid, 'group')).toBeNull()
    expect(readModel.reading(otherStackId, tuid, 'group')).toBeNull()
  })

  it('say which of our own actions they must show, where that was known', () => {
    const { readModel } = open()
    readModel.keepReading(stackId, tuid, 'group', { value: 1, asOf: 1, doneBefore: 0 })
    readModel.keepReading(stackId, otherTuid, 'group', { value: 2, asOf: 2, doneBefore: 7 })
    expect(readModel.reading(stackId, tuid, 'group')).toEqual({ value: 1, asOf: 1, doneBefore: 0 })
    expect(readModel.readingsOf(stackId, 'group').get(otherTuid)).toEqual({ value: 2, asOf: 2, doneBefore: 7 })
    readModel.keepReading(stackId, tuid, 'group', { value: 3, asOf: 3 })
    expect(readModel.reading(stackId, tuid, 'group')).not.toHaveProperty('doneBefore')
  })

  it('that cannot be read any more are as good as none, and are logged', () => {
    const { db, log, readModel } = open()
    readModel.keepReading(stackId, tuid, 'group', { value: 1, asOf: 1 })
    db.exec("UPDATE readings SET value = '{'")
    expect(readModel.reading(stackId, tuid, 'group')).toBeNull()
    expect(log.entries).toMatchObject([{ level: 'warn', fields: { part: 'group' } }])
  })
})

describe('readings of one part', () => {
  it('are given of all things of a stack', () => {
    const { readModel } = open()
    readModel.keepReading(stackId, tuid, 'alerts', { value: 1, asOf: 1 })
    readModel.keepReading(stackId, otherTuid, 'alerts', { value: 2, asOf: 2 })
    readModel.keepReading(stackId, otherTuid, 'group', { value: 3, asOf: 3 })
    readModel.keepReading(otherStackId, tuid, 'alerts', { value: 4, asOf: 4 })
    expect([...readModel.readingsOf(stackId, 'alerts')].toSorted()).toEqual([
      [otherTuid, { value: 2, asOf: 2 }],
      [tuid, { value: 1, asOf: 1 }]
    ])
  })

  it('leave out what cannot be read any more', () => {
    const { db, log, readModel } = open()
    readModel.keepReading(stackId, tuid, 'alerts', { value: 1, asOf: 1 })
    readModel.keepReading(stackId, otherTuid, 'alerts', { value: 2, asOf: 2 })
    db.exec(`UPDATE readings SET value = '{' WHERE tuid = '${tuid}'`)
    expect([...readModel.readingsOf(stackId, 'alerts').keys()]).toEqual([otherTuid])
    expect(log.entries).toMatchObject([{ level: 'warn' }])
  })
})

it('what was read of a stack as a whole is kept apart from its things', () => {
  const { readModel } = open()
  readModel.keepStackReading(stackId, 'alert_count', { value: 7, asOf: 1 })
  readModel.keepStackReading(stackId, 'alert_count', { value: 8, asOf: 2.6 })
  readModel.keepReading(stackId, tuid, 'alerts', { value: 1, asOf: 1 })
  expect(readModel.stackReading(stackId, 'alert_count')).toEqual({ value: 8, asOf: 3 })
  expect(readModel.stackReading(stackId, 'alerting_things')).toBeNull()
  expect(readModel.stackReading(otherStackId, 'alert_count')).toBeNull()
  expect([...readModel.readingsOf(stackId, 'alerts').keys()]).toEqual([tuid])
  readModel.forgetStack(stackId)
  expect(readModel.stackReading(stackId, 'alert_count')).toBeNull()
})

it('things seen come latest first, each once', () => {
  const { readModel } = open()
  readModel.keepThingSeen(stackId, tuid, 1)
  readModel.keepThingSeen(stackId, otherTuid, 2)
  readModel.keepThingSeen(stackId, tuid, 3)
  readModel.keepThingSeen(otherStackId, tuid, 9)
  expect(readModel.thingsSeen(stackId, 10)).toEqual([
    { tuid, seenAt: 3 },
    { tuid: otherTuid, seenAt: 2 }
  ])
  expect(readModel.thingsSeen(stackId, 1)).toHaveLength(1)
})

describe('groups seen', () => {
  const met = { groupId: 'a', description: null, listed: false }

  it('stay listed and described once they were', () => {
    const { readModel } = open()
    readModel.keepGroupsSeen(stackId, [met], 1)
    expect(readModel.groupsSeen(stackId)).toEqual([met])
    readModel.keepGroupsSeen(stackId, [{ groupId: 'a', description: 'Upstairs', listed: true }], 2)
    readModel.keepGroupsSeen(stackId, [met, { ...met, groupId: 'b' }], 3)
    expect(readModel.groupsSeen(stackId)).toEqual([
      { groupId: 'a', description: 'Upstairs', listed: true },
      { ...met, groupId: 'b' }
    ])
    expect(readModel.groupsSeen(otherStackId)).toEqual([])
  })

  it('are forgotten one by one', () => {
    const { readModel } = open()
    readModel.keepGroupsSeen(stackId, [met, { ...met, groupId: 'b' }], 1)
    readModel.forgetGroup(stackId, 'a')
    expect(readModel.groupsSeen(stackId).map(({ groupId }) => groupId)).toEqual(['b'])
  })

  it('are forgotten with the things they were seen to have', () => {
    const { readModel } = open()
    for (const groupId of ['a', 'b']) readModel.keepGroupThings(stackId, groupId, { value: [tuid], asOf: 1 })
    readModel.forgetGroup(stackId, 'a')
    expect([readModel.groupThings(stackId, 'a'), readModel.groupThings(stackId, 'b')]).toEqual([
      null,
      { value: [tuid], asOf: 1 }
    ])
    expect(readModel.groupThings(otherStackId, 'b')).toBeNull()
  })
})

it('a capability is unknown until it was tried, and may change', () => {
  const { readModel } = open()
  expect(readModel.capability(stackId, 'list')).toBeNull()
  readModel.keepCapability(stackId, 'list', false, 1)
  expect(readModel.capability(stackId, 'list')).toEqual({ available: false, checkedAt: 1 })
  readModel.keepCapability(stackId, 'list', true, 2)
  expect(readModel.capability(stackId, 'list')).toEqual({ available: true, checkedAt: 2 })
  expect(readModel.capability(otherStackId, 'list')).toBeNull()
  readModel.forgetCapability(stackId, 'list')
  expect(readModel.capability(stackId, 'list')).toBeNull()
})

it('of a forgotten stack nothing is left, of the others everything', () => {
  const { db, readModel } = open()
  for (const each of [stackId, otherStackId]) {
    readModel.keepReading(each, tuid, 'group', { value: 1, asOf: 1 })
    readModel.keepThingSeen(each, tuid, 1)
    readModel.keepGroupsSeen(each, [{ groupId: 'a', description: null, listed: true }], 1)
    readModel.keepCapability(each, 'list', true, 1)
  }
  readModel.forgetStack(stackId)
  for (const table of ['readings', 'things_seen', 'groups_seen', 'capabilities']) {
    expect(db.prepare(`SELECT DISTINCT stack_id FROM ${table}`).all()).toEqual([{ stack_id: otherStackId }])
  }
})
