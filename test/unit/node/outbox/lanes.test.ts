import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../../src/main/outbox/claims'
import { Lanes } from '../../../../src/main/outbox/lanes'
import { NaiveLanes } from './naiveLanes'

const whole = (resource: string): Claim => ({ resource, mode: 'exclusive' })
const share = (resource: string): Claim => ({ resource, mode: 'shared' })

function lanesOf(...claims: Claim[][]): Lanes {
  const lanes = new Lanes()
  claims.forEach((each, index) => lanes.add(index + 1, each))
  return lanes
}

describe('lanes', () => {
  it('keep the actions of one thing in order, and let things pass each other', () => {
    const lanes = lanesOf([whole('t1')], [whole('t1')], [whole('t2')])
    expect([1, 2, 3].map((seq) => lanes.isFree(seq))).toEqual([true, false, true])
    expect(lanes.blockerOf(2)).toBe(1)
    expect(lanes.remove(1)).toEqual([2])
    expect(lanes.isFree(2)).toBe(true)
  })

  it('let a group be shared, and hold everything behind one that wants it whole', () => {
    const lanes = lanesOf([share('g')], [share('g')], [whole('g')], [share('g')], [share('g')])
    expect([1, 2, 3, 4, 5].map((seq) => lanes.isFree(seq))).toEqual([true, true, false, false, false])
    expect(lanes.remove(1)).toEqual([])
    expect(lanes.remove(2)).toEqual([3])
    expect(lanes.remove(3)).toEqual([4, 5])
  })

  it('free what waited for one that was taken out from the middle', () => {
    const lanes = lanesOf([share('g')], [whole('g')], [share('g')])
    expect(lanes.remove(2)).toEqual([3])
  })

  it('hold what claims several things until all of them are free', () => {
    const lanes = lanesOf([whole('t')], [whole('g')], [whole('t'), share('g')])
    expect(lanes.remove(1)).toEqual([])
    expect(lanes.blockerOf(3)).toBe(2)
    expect(lanes.remove(2)).toEqual([3])
  })

  it('know nothing of what was never added or is gone', () => {
    const lanes = lanesOf([whole('t')])
    expect(lanes.remove(1)).toEqual([])
    expect(lanes.remove(1)).toEqual([])
    expect([lanes.isFree(1), lanes.isFree(7), lanes.blockerOf(1)]).toEqual([false, false, null])
  })

  it('agree with a comparison of everything with everything, whatever is added and removed', () => {
    const resources = ['t1', 't2', 'g1', 'g2']
    const claims = fc.uniqueArray(
      fc.record({ resource: fc.constantFrom(...resources), mode: fc.constantFrom('exclusive', 'shared') }),
      { selector: ({ resource }) => resource, minLength: 1, maxLength: 3 }
    )
    const step = fc.oneof(
      { weight: 3, arbitrary: claims.map((each) => ({ add: each })) },
      // Which of the open ones is picked when the step is done: 0 the oldest, 1 the newest.
      { weight: 2, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((pick) => ({ remove: pick })) }
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const lanes = new Lanes()
        const naive = new NaiveLanes()
        const open: number[] = []
        let seq = 0
        for (const step of steps) {
          if ('add' in step) {
            seq++
            lanes.add(seq, step.add)
            naive.add(seq, step.add)
            open.push(seq)
          } else {
            const [gone] = open.splice(Math.floor(step.remove * (open.length - 1)), 1)
            if (gone !== undefined) expect(lanes.remove(gone)).toEqual(naive.remove(gone))
          }
          for (const each of open) {
            expect(lanes.isFree(each)).toBe(naive.isFree(each))
            const blocker = lanes.blockerOf(each)
            if (naive.isFree(each)) expect(blocker).toBeNull()
            else expect(naive.blockersOf(each)).toContain(blocker)
          }
        }
      }),
      { numRuns: 500 }
    )
  })

  it('take no longer for each of many', () => {
    const lanes = new Lanes()
    const many = 20_000
    for (let seq = 1; seq <= many; seq++) lanes.add(seq, [whole('t'), share('g')])
    let freed = 0
    for (let seq = 1; seq < many; seq++) freed += lanes.remove(seq)[0] === seq + 1 ? 1 : 0
    expect(freed).toBe(many - 1)
  })
})
