import { expect, test } from 'vitest'
import { lookOf, palettes, textColors, type Look, type Palette } from '@/palettes'

type Rgb = readonly [number, number, number]

function rgb(palette: Palette, name: string): Rgb {
  const value = /^#(..)(..)(..)$/.exec(palette[name] ?? '')
  if (value === null) throw new Error(`${name} is no colour`)
  return [1, 2, 3].map((at) => Number.parseInt(value[at] ?? '', 16)) as unknown as Rgb
}

/** WCAG 2.2, relative luminance. */
function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: Rgb, other: Rgb): number {
  const [bright, dim] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return ((bright ?? 0) + 0.05) / ((dim ?? 0) + 0.05)
}

/** A colour laid thinly over another one, as a tonal button or the place that is shown lies on its ground. */
function tinted(ground: Rgb, color: Rgb, share: number): Rgb {
  return ground.map((part, at) => part + ((color[at] ?? 0) - part) * share) as unknown as Rgb
}

const looks: [Look, number][] = [
  ['light', 4.5],
  ['dark', 4.5],
  ['lightHigh', 7],
  ['darkHigh', 7]
]
const grounds = ['background', 'surface', 'surface-light']
const strongestTint = 0.13

test.each(looks)('in the look %s every text has at least %d:1 on what it stands on', (look, least) => {
  const palette = palettes[look]
  const tooWeak: string[] = []
  const measure = (what: string, one: Rgb, other: Rgb): void => {
    const found = contrast(one, other)
    if (found < least) tooWeak.push(`${what}: ${found.toFixed(2)}`)
  }
  for (const name of textColors) {
    for (const ground of grounds) {
      // What is not drawn: a warning on the grey of a detail, in the two looks that have less to spare.
      if (least < 7 && ground === 'surface-light') continue
      measure(`${name} on ${ground}`, rgb(palette, name), rgb(palette, ground))
    }
    if (least < 7) continue
    const tint = tinted(rgb(palette, 'surface'), rgb(palette, name), strongestTint)
    measure(`${name} on its own tint`, rgb(palette, name), tint)
    measure(`on-${name} on ${name}`, rgb(palette, `on-${name}`), rgb(palette, name))
  }
  measure('on-surface-variant', rgb(palette, 'on-surface-variant'), rgb(palette, 'surface-variant'))
  expect(tooWeak).toEqual([])
})

test.each<[Look]>([['lightHigh'], ['darkHigh']])('the look %s draws plain text on its grounds with 7:1', (look) => {
  const palette = palettes[look]
  for (const ground of grounds) {
    expect(contrast(rgb(palette, `on-${ground}`), rgb(palette, ground))).toBeGreaterThanOrEqual(7)
  }
})

test.each([
  [false, false, 'light'],
  [true, false, 'dark'],
  [false, true, 'lightHigh'],
  [true, true, 'darkHigh']
] as const)('dark %s, high contrast %s: %s', (dark, highContrast, look) => {
  expect(lookOf({ dark, highContrast })).toBe(look)
})
