import { expect, it } from 'vitest'
import { Turns } from '../../../../src/main/things/turns'

/** Work that ends when the test says so, and what of it has begun. */
function bench(atOnce: number) {
  const turns = new Turns(atOnce)
  const begun: string[] = []
  const ends = new Map<string, PromiseWithResolvers<string>>()
  const want = (name: string, stop = new AbortController()) => {
    const end = Promise.withResolvers<string>()
    ends.set(name, end)
    const done = turns.take(stop.signal, () => {
      begun.push(name)
      return end.promise
    })
    return { done, giveUp: () => stop.abort() }
  }
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  const end = (name: string): Promise<unknown> => {
    ends.get(name)?.resolve(`end of ${name}`)
    return settle()
  }
  const breakDown = (name: string): void => ends.get(name)?.reject(new Error('broken'))
  return { want, end, breakDown, settle, begun }
}

it('a few go on at a time, the others in the order in which they came', async () => {
  const { want, end, settle, begun } = bench(2)
  const [first] = ['a', 'b', 'c', 'd'].map((name) => want(name))
  await settle()
  expect(begun).toEqual(['a', 'b'])
  await end('b')
  expect(begun).toEqual(['a', 'b', 'c'])
  await end('a')
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  expect(await first?.done).toBe('end of a')
})

it('what is given up while it waits never begins, and holds up nobody', async () => {
  const { want, end, begun } = bench(1)
  void want('a').done
  const second = want('b')
  void want('c').done
  second.giveUp()
  expect(await second.done).toBeNull()
  await end('a')
  expect(begun).toEqual(['a', 'c'])
})

it('what was given up before it came never begins', async () => {
  const { want, settle, begun } = bench(1)
  const stop = new AbortController()
  stop.abort()
  expect(await want('a', stop).done).toBeNull()
  void want('b').done
  await settle()
  expect(begun).toEqual(['b'])
})

it('what fails makes room for the next', async () => {
  const { want, breakDown, settle, begun } = bench(1)
  const first = want('a')
  void want('b').done
  breakDown('a')
  await expect(first.done).rejects.toThrow('broken')
  await settle()
  expect(begun).toEqual(['a', 'b'])
})
