import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DueQueue } from '../../../../src/main/outbox/dueQueue'

describe('what may start', () => {
  it('starts in the order of capture, whatever the order in which it got free', () => {
    const queue = new DueQueue()
    for (const seq of [5, 2, 9]) queue.put(seq, null)
    expect([queue.take(0), queue.take(0), queue.take(0), queue.take(0)]).toEqual([2, 5, 9, null])
  })

  it('waits for its time, and then stands before what was captured later', () => {
    const queue = new DueQueue()
    queue.put(1, 100)
    queue.put(2, null)
    expect([queue.isDelayed(1), queue.isDelayed(2), queue.nextDue()]).toEqual([true, false, 100])
    queue.put(3, null)
    expect(queue.take(99)).toBe(2)
    expect(queue.take(100)).toBe(1)
    expect(queue.nextDue()).toBeNull()
  })

  it('counts only where it was put last', () => {
    const queue = new DueQueue()
    queue.put(1, 100)
    queue.put(1, 300)
    queue.put(2, null)
    queue.put(2, 200)
    expect([queue.take(150), queue.nextDue()]).toEqual([null, 200])
    queue.delete(2)
    expect([queue.take(250), queue.delayed()]).toEqual([null, [1]])
    queue.put(1, null)
    expect([queue.take(250), queue.take(1_000)]).toEqual([1, null])
  })

  it('keeps its distance when the clock is set back', () => {
    const queue = new DueQueue()
    queue.put(1, 1_000)
    queue.shift(600)
    expect([queue.take(399), queue.take(400), queue.take(5_000)]).toEqual([null, 1, null])
  })
})

const move = fc.record({
  kind: fc.constantFrom('put', 'delay', 'delete', 'take', 'shift'),
  seq: fc.nat(8),
  at: fc.nat(20)
})

it('does, in any order of events, what scanning everything would do', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const queue = new DueQueue()
      const naive = new Map<number, number | null>()
      for (const { kind, seq, at } of moves) {
        switch (kind) {
          case 'put':
          case 'delay': {
            const due = kind === 'put' ? null : at
            queue.put(seq, due)
            naive.set(seq, due)
            break
          }
          case 'delete':
            queue.delete(seq)
            naive.delete(seq)
            break
          case 'shift':
            queue.shift(at)
            for (const [each, due] of naive) if (due !== null) naive.set(each, due - at)
            break
          default: {
            // Once its time has come it is ready for good, as a clock that goes back afterwards cannot change.
            for (const [each, due] of naive) if (due !== null && due <= at) naive.set(each, null)
            const free = [...naive].filter(([, due]) => due === null).map(([each]) => each)
            const oldest = free.length === 0 ? null : Math.min(...free)
            expect(queue.take(at)).toBe(oldest)
            if (oldest !== null) naive.delete(oldest)
          }
        }
        const times = [...naive.values()].filter((due) => due !== null)
        expect(queue.nextDue()).toBe(times.length === 0 ? null : Math.min(...times))
      }
    })
  )
})
