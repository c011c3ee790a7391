import { expect, it } from 'vitest'
import type { Change } from '../../../../src/main/outbox/journal'
import { Recorder } from '../../../../src/main/outbox/recorder'
import { newborn } from '../../../../src/main/outbox/stateMachine'

const change = (seq: number): Change => ({ seq, life: newborn })

/** A journal that cannot write some changes, and all or none of each call; others never reach the disk. */
function scripted(unwritable: readonly number[] = [], unsynced: readonly number[] = []) {
  const calls: number[][] = []
  const written: number[] = []
  const applyMeanwhile = (changes: readonly Change[]): Promise<void> => {
    const seqs = changes.map(({ seq }) => seq)
    calls.push(seqs)
    const bad = seqs.find((seq) => unwritable.includes(seq))
    if (bad !== undefined) throw new Error(`cannot write ${bad}`)
    written.push(...seqs)
    return seqs.some((seq) => unsynced.includes(seq)) ? Promise.reject(new Error('disk')) : Promise.resolve()
  }
  return { recorder: new Recorder({ applyMeanwhile }), calls, written }
}

it('writes what one turn of the event loop brings in one go', async () => {
  const { recorder, calls } = scripted()
  await Promise.all([recorder.record(change(1)), recorder.record(change(2))])
  await recorder.record(change(3))
  expect(calls).toEqual([[1, 2], [3]])
})

it('says of each whether it is on disk, and lets one that cannot be written spoil no other', async () => {
  const { recorder, written } = scripted([2])
  const ends = await Promise.allSettled([1, 2, 3].map((seq) => recorder.record(change(seq))))
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(ends[1]).toMatchObject({ reason: new Error('cannot write 2') })
  expect(written).toEqual([1, 3])
})

it('tries the only change of a turn once', async () => {
  const { recorder, calls } = scripted([1])
  await expect(recorder.record(change(1))).rejects.toThrow('cannot write 1')
  expect(calls).toEqual([[1]])
})

it('writes at once when the app is about to end', () => {
  const { recorder, written } = scripted()
  void recorder.record(change(1))
  recorder.flush()
  expect(written).toEqual([1])
})

it('writes nothing a second time that may be on disk already', async () => {
  const { recorder, calls } = scripted([], [2])
  const ends = await Promise.allSettled([1, 2].map((seq) => recorder.record(change(seq))))
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(calls).toEqual([[1, 2]])
})
