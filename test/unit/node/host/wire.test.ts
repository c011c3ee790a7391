import { describe, expect, it } from 'vitest'
import { decode, encode } from '../../../host/page/wire.ts'

const roundTrip = (value: unknown): unknown => decode(encode(value))

describe('the wire between main and page', () => {
  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['text', 'Käyttöönotto ✓'],
    ['a negative zero', -0],
    ['no number', NaN],
    ['infinity', -Infinity],
    ['a large integer', 2n ** 70n],
    ['a date', new Date('2026-03-01T12:00:00.000Z')],
    ['a pattern', /^TS[A-Z]+$/giu],
    ['nested objects', { list: [1, { deep: undefined }], __proto__: null }],
    ['a map of sets', new Map([['key', new Set([1, 'two'])]])],
    ['bytes', new Uint8Array([0, 127, 255])],
    ['a window onto a buffer', new Uint16Array(new Uint16Array([1, 2, 3, 4]).buffer, 2, 2)],
    ['a buffer', new Uint8Array([1, 2, 3]).buffer]
  ])('carries %s', (_name, value) => {
    expect(roundTrip(value)).toEqual(structuredClone(value))
  })

  it('carries more bytes than one call can take as arguments', () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => index % 256)
    expect(roundTrip(bytes)).toEqual(bytes)
  })

  it('turns a Node buffer into plain bytes, as the page knows no Buffer', () => {
    expect(roundTrip(Buffer.from('abc'))).toEqual(new Uint8Array([97, 98, 99]))
  })

  it('keeps shared and circular references', () => {
    const shared = { name: 'group' }
    const circle: Record<string, unknown> = { first: shared, second: shared }
    circle['self'] = circle
    // The shape is known: it was made two lines above.
    const back = roundTrip(circle) as { first: object; second: object; self: object }
    expect(back.self).toBe(back)
    expect(back.first).toBe(back.second)
  })

  it('carries an error with its name and message', () => {
    const back = roundTrip(new RangeError('out of range'))
    expect(back).toBeInstanceOf(Error)
    expect(back).toMatchObject({ name: 'RangeError', message: 'out of range' })
  })

  it.each<[string, unknown]>([
    ['a function', () => 1],
    ['a symbol', { inside: Symbol('no') }]
  ])('refuses %s, as structured clone does', (_name, value) => {
    expect(() => encode(value)).toThrow('could not be cloned')
  })
})
