import { describe, expect, it } from 'vitest'
import { SharedReadings } from '../../../../src/main/alerts/sharedReadings'
import { problemOfPromise } from '../laptop/problemKind'

/** Readings that end when the test says so, and what became of each. */
function bench(atOnce: number) {
  const readings = new SharedReadings<string>(atOnce)
  const begun: string[] = []
  const given: string[] = []
  const ends = new Map<string, { resolve: (value: string) => void; reject: (error: unknown) => void }>()
  const want = (key: string, controller = new AbortController()) => {
    const promise = readings.read(key, controller.signal, (signal) => {
      begun.push(key)
      signal.addEventListener('abort', () => given.push(key))
      const { promise: end, ...rest } = Promise.withResolvers<string>()
      ends.set(key, rest)
      return end
    })
    return { promise, giveUp: () => controller.abort() }
  }
  const end = async (key: string): Promise<void> => {
    ends.get(key)?.resolve(`answer to ${key}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { want, end, begun, given, ends }
}

describe('readings', () => {
  it('go on a few at a time, the others in the order in which they were wanted', async () => {
    const { want, end, begun } = bench(2)
    for (const key of ['a', 'b', 'c', 'd']) void want(key)
    expect(begun).toEqual(['a', 'b'])
    await end('b')
    expect(begun).toEqual(['a', 'b', 'c'])
    await end('a')
    expect(begun).toEqual(['a', 'b', 'c', 'd'])
  })

  it('of one key are read once, whoever wants them', async () => {
    const { want, end, begun } = bench(2)
    const wishes = [want('a'), want('a'), want('a')]
    await end('a')
    expect(await Promise.all(wishes.map(({ promise }) => promise))).toEqual(Array(3).fill('answer to a'))
    expect(begun).toEqual(['a'])
  })

  it('are read anew once they have ended', async () => {
    const { want, end, begun } = bench(2)
    void want('a')
    await end('a')
    void want('a')
    expect(begun).toEqual(['a', 'a'])
  })

  it('that wait and are given up never begin', async () => {
    const { want, end, begun } = bench(1)
    void want('a')
    const second = want('b')
    void want('c')
    second.giveUp()
    expect(await problemOfPromise(second.promise)).toBe('cancelled')
    await end('a')
    expect(begun).toEqual(['a', 'c'])
  })

  it('under way that nobody wants any more are ended, and make room', async () => {
    const { want, begun, given, ends } = bench(1)
    const first = want('a')
    void want('b')
    first.giveUp()
    expect(given).toEqual(['a'])
    ends.get('a')?.reject(new Error('ended'))
    await expect(first.promise).rejects.toThrow('ended')
    expect(begun).toEqual(['a', 'b'])
  })

  it('go on while somebody still wants them', async () => {
    const { want, end, given } = bench(1)
    const [first, second] = [want('a'), want('a')]
    first.giveUp()
    expect(given).toEqual([])
    await end('a')
    expect(await second.promise).toBe('answer to a')
    second.giveUp()
  })

  it('wanted again right after they were given up do not get the answer of what was ended', async () => {
    const { want, end, begun, ends } = bench(2)
    const first = want('a')
    const endFirst = ends.get('a')
    first.giveUp()
    const second = want('a')
    expect(begun).toEqual(['a', 'a'])
    endFirst?.reject(new Error('ended'))
    await expect(first.promise).rejects.toThrow('ended')
    await end('a')
    expect(await second.promise).toBe('answer to a')
  })

  it('that fail leave their place to the next', async () => {
    const { want, begun, ends } = bench(1)
    const first = want('a')
    void want('b')
    ends.get('a')?.reject(new Error('broken'))
    await expect(first.promise).rejects.toThrow('broken')
    expect(begun).toEqual(['a', 'b'])
  })

  it('given up before they were wanted are refused at once', async () => {
    const { want, begun } = bench(1)
    const controller = new AbortController()
    controller.abort()
    expect(await problemOfPromise(want('a', controller).promise)).toBe('cancelled')
    expect(begun).toEqual([])
  })
})
