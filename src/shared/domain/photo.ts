import { z } from 'zod'
import { instantSchema } from './thing'

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof photoTypes)[number]

/** Of a photo as it is kept, in bytes: several times what one of 2,048 pixels takes. */
export const largestPhoto = 12_000_000

/** Of one thing of a visit. */
export const mostPhotos = 50

export const longestCaption = 300

/** A picture taken on the visit, kept as a file of its own. */
export const photoSchema = z.strictObject({
  /** SHA-256 of the file in hexadecimal digits, which is its name too. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(photoTypes),
  /** In bytes. */
  size: z.number().int().min(1),
  /** When it was added. */
  at: instantSchema,
  caption: z.string().trim().max(longestCaption)
})

export type Photo = z.output<typeof photoSchema>

/** The file of a photo, which several things may have. */
export const photoFileSchema = photoSchema.pick({ hash: true, type: true })
export type PhotoFile = z.output<typeof photoFileSchema>

/** The file as it is: nothing but its content says what it is. */
export const photoBytesSchema = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.byteLength <= largestPhoto && photoTypeOf(bytes) !== null)

/** `changed`: there is a file, but it is not the one that was kept. */
export const readPhotoSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('whole'), bytes: z.instanceof(Uint8Array) }),
  z.strictObject({ state: z.literal('missing') }),
  z.strictObject({ state: z.literal('changed') })
])
export type ReadPhoto = z.output<typeof readPhotoSchema>

/** What the photos of all visits take. */
export const photoUsageSchema = z.strictObject({ photos: z.number().int(), bytes: z.number().int() })
export type PhotoUsage = z.output<typeof photoUsageSchema>

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** What a file is by its first bytes, whatever it is called (ITU T.81, PNG 5.2, RFC 9649); null: no photo of ours. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (pngSignature.every((byte, index) => bytes[index] === byte)) return 'image/png'
  return lettersAt(bytes, 0) === 'RIFF' && lettersAt(bytes, 8) === 'WEBP' ? 'image/webp' : null
}

/** Four letters, as formats of files name their parts. */
export function lettersAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
