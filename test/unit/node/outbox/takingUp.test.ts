import { describe, expect, it } from 'vitest'
import { tempFolder } from '../laptop/tempFolder'
import { accepted, BareOutbox, stackId } from './bareOutbox'
import { configure } from './intents'

const thingOf = (index: number): string => `TSPR04EZU3${String(1_000_000 + index)}`

/** More than are read in one go, two for each thing, so that the second of a pair must wait for the first. */
const pairs = 700

function leftBehind(): string {
  const folder = tempFolder()
  const before = new BareOutbox(folder)
  const intents = Array.from({ length: 2 * pairs }, (_, index) => configure(thingOf(index % pairs), index))
  before.outbox.capture(stackId, intents)
  return folder
}

/** Thousands of attempts, each of them synced to a disk that may be busy. */
const limit = 60_000

describe('a long queue that an earlier run left', { timeout: limit }, () => {
  it('is sent whole, each thing in order, and what is captured meanwhile comes after it', async () => {
    const bare = new BareOutbox(leftBehind())
    bare.courier.answerSend = () => Promise.resolve(accepted)
    bare.outbox.start()
    bare.outbox.setGate(stackId, 'open')
    const [late] = bare.outbox.capture(stackId, [configure(thingOf(0), 9_999)])
    await bare.pass(0)
    while (bare.outbox.counts(stackId).waiting > 0) await bare.pass(0)
    const sent = bare.courier.sent.map(({ intent }) => intent)
    expect(sent).toHaveLength(2 * pairs + 1)
    for (const index of [0, 1, pairs - 1]) {
      const values = sent.flatMap((intent) =>
        intent.type === 'command' && intent.tuid === thingOf(index)
          ? [intent.commands[0]?.parameters['reportInterval']]
          : []
      )
      expect(values).toEqual([index, index + pairs, ...(index === 0 ? [9_999] : [])])
    }
    expect(bare.outbox.action(late?.seq ?? 0)?.state).toBe('done')
  })

  it('keeps to what a person decides about an action before its turn has come', async () => {
    const bare = new BareOutbox(leftBehind())
    bare.outbox.start()
    const last = bare.actions().at(-1)
    if (last === undefined) throw new Error('nothing was left behind')
    bare.outbox.discard(last.id, 'no longer wanted')
    bare.outbox.setGate(stackId, 'open')
    while (bare.outbox.counts(stackId).waiting > 0) await bare.pass(0)
    expect(bare.courier.sent).toHaveLength(2 * pairs - 1)
    expect(bare.outbox.action(last.seq)?.state).toBe('discarded')
  })

  it('is sent to its end although its whole front waits for a person', async () => {
    const bare = new BareOutbox(leftBehind())
    const isRefused = (index: number): boolean => index < 600
    bare.courier.answerSend = ({ intent }) =>
      Promise.resolve(
        intent.type === 'command' && isRefused(Number(intent.commands[0]?.parameters['reportInterval']))
          ? { type: 'refused', httpStatus: 400, words: 'no' }
          : accepted
      )
    bare.outbox.start()
    bare.outbox.setGate(stackId, 'open')
    await bare.pass(0)
    while (bare.courier.sent.length < 800) await bare.pass(0)
    await bare.pass(0)
    // Each refused one keeps the other of its thing waiting.
    expect(bare.outbox.counts(stackId)).toEqual({ waiting: 600, sending: 0, needsYou: 600 })
  })

  it('grows on this laptop as long as it likes, and is sent whole all the same', async () => {
    const bare = new BareOutbox()
    bare.outbox.start()
    for (let batch = 0; batch < 5; batch++) {
      const intents = Array.from({ length: 500 }, (_, index) => configure(thingOf(index), batch * 500 + index))
      bare.outbox.capture(stackId, intents)
    }
    const last = bare.outbox.capture(stackId, [configure(thingOf(0), 9_999)])[0]
    expect(last?.waits).toBe('offline')
    bare.outbox.setGate(stackId, 'open')
    while (bare.outbox.counts(stackId).waiting > 0) await bare.pass(0)
    const values = bare.courier.sent.map(({ intent }) =>
      intent.type === 'command' ? Number(intent.commands[0]?.parameters['reportInterval']) : NaN
    )
    expect(values).toHaveLength(2_501)
    expect(values.filter((value) => value % 500 === 0 || value === 9_999)).toEqual([0, 500, 1_000, 1_500, 2_000, 9_999])
  })

  it('is left alone by an app that has ended', async () => {
    const bare = new BareOutbox(leftBehind())
    bare.outbox.start()
    bare.outbox.setGate(stackId, 'open')
    await bare.outbox.stop(0)
    bare.db.close()
    await new Promise((resolve) => setImmediate(resolve))
    expect(bare.problems).toEqual([])
  })
})
