import { describe, expect, it } from 'vitest'
import { reportingCommand, testCommand } from '@shared/domain/reporting'
import type { Intent } from '@shared/domain/action'
import type { Command } from '@shared/domain/command'
import { SqliteReporting } from '../../../../src/main/adapters/database/sqliteReporting'
import { entry, openJournal, stackId } from '../database/journalFixture'
import { Laptop } from '../laptop/laptop'

const send = (tuid: string, ...commands: Command[]): Intent => ({ type: 'command', tuid, commands })
const every = (reportInterval: number): Command => reportingCommand({ reportInterval, measurementInterval: null })
const presence: Command = { tsmId: 13200, tsmEv: 30, parameters: { threshold: 150 } }

const leftOn = (laptop: Laptop) => laptop.app.fieldTests.leftOn(laptop.stackId).map(({ tuid }) => tuid)

describe('a thing is left on test', () => {
  it.each<[what: string, sent: Command[][], left: boolean]>([
    ['when it was told so', [[testCommand]], true],
    ['when it was told so with something else', [[testCommand, presence]], true],
    ['although it was told something else since', [[testCommand], [presence]], true],
    ['when it was told so again after it had been put back', [[testCommand], [every(600)], [testCommand]], true],
    ['no more when it was put back', [[testCommand], [every(600)]], false],
    ['no more when that went with something else', [[testCommand], [presence, every(600)]], false],
    ['not when it was told another interval', [[every(600)]], false],
    ['not when it was told an interval that begins like it', [[every(600)], [every(6000)]], false]
  ])('%s', async (_, sent, left) => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    for (const commands of sent) laptop.capture(send(tuid, ...commands))
    expect(leftOn(laptop)).toEqual(left ? [tuid] : [])
    await laptop.settle()
    expect(leftOn(laptop)).toEqual(left ? [tuid] : [])
    await laptop.restart({ patient: true })
    expect(leftOn(laptop)).toEqual(left ? [tuid] : [])
  })

  it('is said apart from others, and whether the server has it', async () => {
    const laptop = await Laptop.signedIn()
    const [one, other] = [laptop.role('presence'), laptop.role('environment')]
    laptop.capture(send(one, testCommand))
    await laptop.settle()
    laptop.cloud.setOnline(false)
    laptop.capture(send(other, testCommand))
    expect(laptop.app.fieldTests.leftOn(laptop.stackId)).toMatchObject([
      { tuid: other, done: false },
      { tuid: one, done: true }
    ])
  })

  it('not when a person gave it up, or the server refused it', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'status', status: 400 })
    const [refused] = laptop.capture(send(tuid, testCommand))
    await laptop.settle()
    expect(leftOn(laptop)).toEqual([])
    laptop.app.outbox.discard(refused?.id ?? '', 'no')
    expect(leftOn(laptop)).toEqual([])
  })

  it('still when the way back was refused', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    laptop.capture(send(tuid, testCommand))
    await laptop.settle()
    laptop.cloud.faults.add({ match: { method: 'POST', path: '/commands' }, fault: 'status', status: 400 })
    laptop.capture(send(tuid, every(600)))
    await laptop.settle()
    expect(leftOn(laptop)).toEqual([tuid])
  })
})

describe('how it reported before', () => {
  const minute = 60_000

  it('is what the device answered, also without a connection and after a restart', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    laptop.capture(send(tuid, { ...every(900), parameters: { reportInterval: 900, measurementInterval: 30 } }))
    await laptop.settle()
    await laptop.pass(minute)
    const { things, fieldTests } = laptop.app
    const answers = { messageIds: [1500], eventIds: [31, 36], limit: 10 }
    await laptop.passUntil(things.messages(laptop.stackId, tuid, answers))
    laptop.capture(send(tuid, testCommand))
    await laptop.settle()
    const before = { reportInterval: 900, measurementInterval: 30, source: 'answer' }
    expect(fieldTests.before(laptop.stackId, tuid)).toMatchObject(before)
    laptop.cloud.setOnline(false)
    await laptop.restart({ patient: true })
    expect(laptop.app.fieldTests.before(laptop.stackId, tuid)).toMatchObject(before)
  })

  it('is what was last told from here, where no answer was met', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    laptop.cloud.setOnline(false)
    laptop.capture(send(tuid, every(1200)), send(tuid, testCommand))
    expect(laptop.app.fieldTests.before(laptop.stackId, tuid)).toMatchObject({
      reportInterval: 1200,
      source: 'command'
    })
  })

  it('is what somebody else told it, as the history was read', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('presence')
    laptop.cloud.world.sendCommand(tuid, { tsmId: 1500, tsmEv: 30, reportInterval: 1800 })
    await laptop.passUntil(laptop.app.things.commands(laptop.stackId, tuid))
    laptop.capture(send(tuid, testCommand))
    expect(laptop.app.fieldTests.before(laptop.stackId, tuid)).toMatchObject({
      reportInterval: 1800,
      source: 'command'
    })
  })

  it('is not known where only the test is', async () => {
    const laptop = await Laptop.signedIn()
    const tuid = laptop.role('readyPresence')
    laptop.capture(send(tuid, testCommand))
    expect(laptop.app.fieldTests.before(laptop.stackId, tuid)).toBeNull()
  })
})

describe('among many actions', () => {
  it('what was left on test is found without reading the others', () => {
    const { db, journal } = openJournal()
    const tuids = Array.from({ length: 200 }, (_, index) => `TSPR04EZU3190${1000 + index}`)
    const commands = tuids.map((tuid, index) => send(tuid, index % 50 === 0 ? testCommand : every(600)))
    journal.capture(commands.map((intent, index) => entry(intent, { transactionId: 1 + index * 10 })))
    const queries = new SqliteReporting(db)
    const found = queries.lastToldToTest(stackId).map((seq) => journal.bySeq(seq)?.intent)
    expect(found).toEqual([150, 100, 50, 0].map((index) => commands[index]))
    const index = db.prepare(`SELECT count(*) AS n FROM actions INDEXED BY testing_commands
      WHERE type = 'command' AND (instr(intent, '"reportInterval":60,') > 0 OR instr(intent, '"reportInterval":60}') > 0)`)
    expect(index.get()).toEqual({ n: 4 })
  })
})
