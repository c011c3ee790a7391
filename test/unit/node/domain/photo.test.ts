import { expect, it } from 'vitest'
import { photoTypeOf } from '@shared/domain/photo'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

it.each<[string, Uint8Array, string | null]>([
  ['a JPEG of a camera', Uint8Array.of(0xff, 0xd8, 0xff, 0xe1), 'image/jpeg'],
  ['a JPEG of a program', Uint8Array.of(0xff, 0xd8, 0xff, 0xdb), 'image/jpeg'],
  ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'image/png'],
  ['a PNG whose line ends were changed on its way', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a), null],
  ['a WebP', text('RIFF1234WEBPVP8 '), 'image/webp'],
  ['a sound in the same container', text('RIFF1234WAVEfmt '), null],
  ['a photo of an iPhone', text('\0\0\0\x24ftypheic'), null],
  ['a GIF', text('GIF89a'), null],
  ['a PDF', text('%PDF-1.7'), null],
  ['a drawing', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
  ['the beginning of a JPEG, cut off', Uint8Array.of(0xff, 0xd8), null],
  ['nothing', new Uint8Array(0), null]
])('knows %s by its first bytes', (_name, bytes, type) => {
  expect(photoTypeOf(bytes)).toBe(type)
})
