import { describe, expect, it } from 'vitest'
import { tempFolder } from '../laptop/tempFolder'
import { accepted, BareOutbox, stackId } from './bareOutbox'
import { configure } from './intents'

const thingOf = (index: number): string => `TSPR04EZU3${String(1_000_000 + index)}`

/** More than are taken up in one go, two for each thing, so that the second of a pair must wait for the first. */
const pairs = 700

function leftBehind(): string {
  const folder = tempFolder()
  const before = new BareOutbox(folder)
  const intents = Array.from({ length: 2 * pairs }, (_, index) => configure(thingOf(index % pairs), index))
  before.outbox.capture(stackId, intents)
  return folder
}

describe('a long queue that an earlier run left', () => {
  it('is sent whole, each thing in order, and what is captured while it is taken up comes after it', async () => {
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
        intent.type === 'command' && intent.tuid === thingOf(index) ? [intent.command.parameters['reportInterval']] : []
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

  it('ends with the app that was taking it up', async () => {
    const bare = new BareOutbox(leftBehind())
    bare.outbox.start()
    await bare.outbox.stop(0)
    bare.db.close()
    await new Promise((resolve) => setImmediate(resolve))
    expect(bare.problems).toEqual([])
  })
})
