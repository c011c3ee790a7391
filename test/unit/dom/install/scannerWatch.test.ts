import { describe, expect, test } from 'vitest'
import { ScannerWatch } from '@/install/scan/scannerWatch'

interface Stroke {
  key: string
  at: number
  target?: string
}

function type(text: string, pause: number, end: string): Stroke[] {
  return [...Array.from(text), end].map((key, index) => ({ key, at: index * pause }))
}

function watch(strokes: Stroke[]): (string | null)[] {
  const scanner = new ScannerWatch<string>()
  return strokes.map(({ key, at, target = 'search' }) => scanner.key(key, target, at))
}

const label = 'ESY93100802,TSPD04'

describe('a hand scanner', () => {
  test.each(['Enter', 'Tab'])('is recognised by its speed, ending with %s', (end) => {
    const answers = watch(type(label, 5, end))
    expect(answers.at(-1)).toBe(label)
    expect(answers.slice(0, -1).every((answer) => answer === null)).toBe(true)
  })

  test('may hold Shift for capital letters', () => {
    const strokes = Array.from(label).flatMap((key, index) => [
      { key: 'Shift', at: index * 40 },
      { key, at: index * 40 + 20 }
    ])
    expect(watch([...strokes, { key: 'Enter', at: label.length * 40 }]).at(-1)).toBe(label)
  })

  test('leaves out what a person typed before', () => {
    const strokes = [{ key: 'x', at: 0 }, ...type(label, 5, 'Enter').map((each) => ({ ...each, at: each.at + 500 }))]
    expect(watch(strokes).at(-1)).toBe(label)
  })
})

describe('no scan', () => {
  test.each<[string, Stroke[]]>([
    ['a person typing', type('prfi00haltianhq', 150, 'Enter')],
    ['a short burst', type('abc', 5, 'Enter')],
    ['a burst that nothing ends', type(label, 5, 'ArrowDown')],
    ['a late Enter', [...type(label, 5, 'Enter').slice(0, -1), { key: 'Enter', at: 5000 }]],
    [
      'keys that went to different fields',
      type(label, 5, 'Enter').map((each, i) => ({ ...each, target: String(i % 2) }))
    ]
  ])('is %s', (_, strokes) => {
    expect(watch(strokes).every((answer) => answer === null)).toBe(true)
  })
})
