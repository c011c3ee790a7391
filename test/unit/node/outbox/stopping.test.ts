import { expect, it } from 'vitest'
import { openDatabase } from '../../../../src/main/adapters/database/openDatabase'
import { SqliteJournal } from '../../../../src/main/adapters/database/sqliteJournal'
import type { Change } from '../../../../src/main/outbox/journal'
import { tempFolder } from '../laptop/tempFolder'
import { BareOutbox, stackId } from './bareOutbox'
import { configure } from './intents'

/** A disk whose syncs end when the test says so. */
class SlowDisk extends SqliteJournal {
  hold: Promise<void> = Promise.resolve()

  override async applyMeanwhile(changes: readonly Change[]): Promise<void> {
    const { hold } = this
    await super.applyMeanwhile(changes)
    await hold
  }
}

/** An outbox whose only action was accepted, with the end of that attempt on its way to the disk. */
async function withEndUnderWay() {
  const folder = tempFolder()
  const journal = new SlowDisk(openDatabase(folder).db)
  const bare = new BareOutbox(folder, { journal })
  const end = Promise.withResolvers<void>()
  bare.courier.answerSend = () => {
    journal.hold = end.promise
    return Promise.resolve({ type: 'accepted', httpStatus: 200, responsible: null })
  }
  bare.outbox.capture(stackId, [configure('TSPR04EZU31901021', 60)])
  bare.outbox.setGate(stackId, 'open')
  await bare.pass(0)
  expect(bare.states()).toEqual(['done'])
  return { bare, journal, end }
}

it('ends once the end of the last attempt is on disk', async () => {
  const { bare, end } = await withEndUnderWay()
  let stopped = false
  const stop = bare.outbox.stop(1_000).then(() => (stopped = true))
  await bare.pass(0)
  expect(stopped).toBe(false)
  end.resolve()
  await stop
  expect(bare.problems).toEqual([])
})

it('tries nothing again after it has ended', async () => {
  const { bare, journal, end } = await withEndUnderWay()
  const stop = bare.outbox.stop(0)
  await bare.pass(0)
  await stop
  journal.close()
  end.reject(new Error('the file is closed'))
  await bare.pass(60_000)
  expect(bare.problems).toEqual([])
})
