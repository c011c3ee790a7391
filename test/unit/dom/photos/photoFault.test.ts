import { describe, expect, test } from 'vitest'
import { mostRead, photoFaultOf, type PhotoFault } from '@/photos/photoFault'
import { pictureSizeOf } from '@/photos/pictureSize'

const bytes = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.replaceAll(/\s/g, '').match(/../g) ?? [], (pair) => parseInt(pair, 16))
const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words)
const joined = (...parts: Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parts.flatMap((part) => [...part]))

/** Start, a segment of an application, and the frame: 300 high, 400 wide. */
const jpeg = bytes('ffd8 ffe1 0006 45786966 ffc0 0011 08 012c 0190 03 012200 021101 031101')
const png = bytes('89504e470d0a1a0a 0000000d 49484452 00000190 0000012c 08 02 00 00 00')
const hugePng = bytes('89504e470d0a1a0a 0000000d 49484452 00009c40 00009c40 08 06 00 00 00')
const webp = joined(text('RIFF....WEBPVP8 '), bytes('00000000 000000 9d012a 9001 2c01'))
const lossless = joined(text('RIFF....WEBPVP8L'), bytes('00000000 2f 8f c1 4a 00'))
const extended = joined(text('RIFF....WEBPVP8X'), bytes('0a000000 00000000 8f0100 2b0100'))

describe('the size of a picture', () => {
  test.each([
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a JPEG with filling between its parts', joined(jpeg.slice(0, 10), bytes('ff'), jpeg.slice(10)), 'image/jpeg'],
    ['a PNG', png, 'image/png'],
    ['a WebP', webp, 'image/webp'],
    ['a lossless WebP', lossless, 'image/webp'],
    ['an extended WebP', extended, 'image/webp']
  ] as const)('is told by the first bytes of %s', (_name, head, type) => {
    expect(pictureSizeOf(head, type)).toEqual({ width: 400, height: 300 })
  })

  test.each([
    ['a JPEG that ends before its frame', jpeg.slice(0, 12), 'image/jpeg'],
    ['a JPEG without a frame', bytes('ffd8 ffda 0008 00000000'), 'image/jpeg'],
    ['a JPEG with something else where a part should begin', bytes('ffd8 00112233445566'), 'image/jpeg'],
    ['a PNG that ends at once', png.slice(0, 12), 'image/png'],
    ['a WebP of a kind nobody knows', text('RIFF....WEBPVP9 and more of it'), 'image/webp']
  ] as const)('is not told by %s', (_name, head, type) => {
    expect(pictureSizeOf(head, type)).toBeNull()
  })
})

/** A file that claims to be so large, without being it. */
function claiming(size: number, head: Uint8Array<ArrayBuffer>): Blob {
  return Object.defineProperty(new Blob([head]), 'size', { value: size })
}

test.each<[string, Blob, PhotoFault | null]>([
  ['a photo', new Blob([jpeg]), null],
  ['a photo of 100 MB', claiming(100_000_000, jpeg), null],
  ['a photo whose type says something else', new Blob([png], { type: 'text/plain' }), null],
  ['more than is ever read', claiming(mostRead + 1, jpeg), 'too_big'],
  ['a film, however long', claiming(4_000_000_000, text('\0\0\0\x20ftypisom')), 'not_photo'],
  ['an empty file', new Blob([]), 'empty'],
  ['a text that says it is a photo', new Blob([text('dear photo')], { type: 'image/jpeg' }), 'not_photo'],
  ['a photo of an iPhone', new Blob([text('\0\0\0\x24ftypheic\0\0\0\0mif1')]), 'heic'],
  ['a picture that would fill the memory', new Blob([hugePng]), 'too_many_pixels'],
  ['a photo cut off at its beginning', new Blob([jpeg.slice(0, 8)]), 'damaged']
])('%s is judged by its content', async (_name, file, fault) => {
  expect(await photoFaultOf(file)).toBe(fault)
})
