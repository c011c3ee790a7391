import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { pacedQuestion, type PacedQuestion } from '@/pacedQuestion'
import { unchangedKept } from '@/unchangedKept'

let asked: number
/** How long main takes to answer. */
let takes: number
let question: PacedQuestion

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  asked = 0
  takes = 0
  question = pacedQuestion(async () => {
    asked++
    if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes))
  })
})
afterEach(() => vi.useRealTimers())

/** Word of a change every 100 ms, as in a long drain. @returns how often main was asked */
async function drain(ms: number): Promise<number> {
  for (let passed = 0; passed < ms; passed += 100) {
    question.soon()
    await vi.advanceTimersByTimeAsync(100)
  }
  return asked
}

describe('what changes by itself', () => {
  test('is asked for at once when nothing was asked for a while', async () => {
    question.soon()
    expect(asked).toBe(1)
    await vi.advanceTimersByTimeAsync(500)
    question.soon()
    expect(asked).toBe(2)
  })

  test('is asked for a few times a second, however fast it changes', async () => {
    expect(await drain(4000)).toBe(11)
  })

  test.each([
    [200, 40_000, 23],
    [10_000, 42_000, 4]
  ])('rests the longer, the longer main takes: %s ms', async (ms, during, times) => {
    takes = ms
    expect(await drain(during)).toBe(times)
  })

  test('is asked for once more after the last change', async () => {
    takes = 50
    question.soon()
    question.soon()
    await vi.advanceTimersByTimeAsync(2000)
    expect(asked).toBe(2)
    await vi.advanceTimersByTimeAsync(2000)
    expect(asked).toBe(2)
  })

  test('is not asked for any more after a stop', async () => {
    question.soon()
    await vi.advanceTimersByTimeAsync(0)
    question.soon()
    question.stop()
    await vi.advanceTimersByTimeAsync(2000)
    expect(asked).toBe(1)
  })
})

describe('what a person waits for', () => {
  test('is asked for without a rest', async () => {
    await question.now()
    await question.now()
    expect(asked).toBe(2)
  })

  test('is answered after it was asked for: an answer that is under way may be older', async () => {
    takes = 100
    void question.now()
    let over = false
    const second = question.now().finally(() => (over = true))
    void question.now()
    await vi.advanceTimersByTimeAsync(150)
    expect([asked, over]).toEqual([2, false])
    await vi.advanceTimersByTimeAsync(50)
    await second
    expect(asked).toBe(2)
  })
})

describe('of two lists', () => {
  const before = [
    { id: 'a', state: 1 },
    { id: 'b', state: 1 }
  ]
  const kept = (after: typeof before) => unchangedKept(before, after, ({ id }) => id)

  test('an entry that has not changed is the same object', () => {
    const [first, second] = kept([
      { id: 'b', state: 1 },
      { id: 'a', state: 2 }
    ])
    expect(first).toBe(before[1])
    expect(second).toEqual({ id: 'a', state: 2 })
  })

  test('without any change it is the same list', () => {
    expect(kept(structuredClone(before))).toBe(before)
    expect(kept(structuredClone(before.slice(0, 1)))).toEqual([before[0]])
    expect(kept(structuredClone(before.toReversed()))).toEqual(before.toReversed())
  })
})
