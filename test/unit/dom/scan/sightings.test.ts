import { describe, expect, test } from 'vitest'
import { outOfView, settled, settledStranger, Sightings, type SeenCode } from '@/scan/camera/sightings'

const corners = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 }
]
const code = (text: string): SeenCode => ({ text, corners })

const first = 'ESY93100802,TSPD04'
const firstTuid = 'TSPD04ESY93100802'
const second = 'EZU31901021,TSPR04'
const secondTuid = 'TSPR04EZU31901021'
const wifi = 'WIFI:T:WPA;S:Office;P:secret;;'

/** Looks at pictures, ten a second. */
function looking() {
  const sightings = new Sightings()
  let at = 0
  const look = (ms: number, ...texts: string[]): string[] => {
    const taken: string[] = []
    for (const end = at + ms; at < end; at += 100) {
      const text = sightings.see(texts.map(code), at)
      if (text !== null) taken.push(text)
    }
    return taken
  }
  const choices = (): string[] => sightings.choices.map(({ key }) => key)
  return { sightings, look, choices }
}

describe('one label in view', () => {
  test('is taken after a moment, once, however long it stays', () => {
    const { look } = looking()
    expect(look(settled, first)).toEqual([])
    expect(look(60_000, first)).toEqual([first])
  })

  test('is not taken again when a few pictures are blurred', () => {
    const { look } = looking()
    expect(look(1000, first)).toEqual([first])
    expect(look(outOfView - 200)).toEqual([])
    expect(look(5000, first)).toEqual([])
  })

  test('is taken again after it has left the view: whoever takes it says that it is a duplicate', () => {
    const { look } = looking()
    look(1000, first)
    look(outOfView + 200)
    expect(look(1000, first)).toEqual([first])
  })

  test('is one, whether it is read as QR code or as DataMatrix in another form', () => {
    const { look } = looking()
    expect(look(2000, first, firstTuid)).toHaveLength(1)
  })

  test('is not taken from a single picture', () => {
    const { look } = looking()
    look(100, first)
    expect(look(2000)).toEqual([])
  })

  test('is taken from among other codes of the thing', () => {
    const { look } = looking()
    expect(look(5000, wifi, first, '4006381333931')).toEqual([first])
  })
})

describe('two labels in view', () => {
  test('are not taken: a person chooses', () => {
    const { look, choices } = looking()
    expect(look(10_000, first, second)).toEqual([])
    expect(choices()).toEqual([firstTuid, secondTuid])
  })

  test('of which one is picked leave the other to be picked, and take nothing by themselves', () => {
    const { sightings, look, choices } = looking()
    look(1000, first, second)
    expect(sightings.pick(secondTuid)).toBe(second)
    expect(look(10_000, first, second)).toEqual([])
    expect(choices()).toEqual([firstTuid])
    expect(sightings.pick(firstTuid)).toBe(first)
    expect(choices()).toEqual([])
  })

  test('become one when the person aims at it', () => {
    const { look } = looking()
    look(1000, first, second)
    expect(look(outOfView, first)).toEqual([])
    expect(look(1000, first)).toEqual([first])
  })

  test('one after the other are taken one after the other', () => {
    const { look } = looking()
    expect(look(1000, first)).toEqual([first])
    expect(look(1000, first, second)).toEqual([second])
  })
})

describe('what is no label', () => {
  test('is told once, when no label comes into view', () => {
    const { look } = looking()
    expect(look(settledStranger, wifi)).toEqual([])
    expect(look(10_000, wifi)).toEqual([wifi])
  })

  test('is told once, however many there are', () => {
    const { look } = looking()
    expect(look(20_000, wifi, '4006381333931', 'https://example.com')).toHaveLength(1)
  })
})

test('what has left the view cannot be picked any more', () => {
  const { sightings, look } = looking()
  look(500, first, second)
  look(outOfView + 500)
  expect(sightings.pick(firstTuid)).toBeNull()
})
