import { lettersAt, photoTypeOf } from '@shared/domain/photo'
import { pictureSizeOf } from './pictureSize'

/** Why a file cannot be added as a photo. `heic`: what iPhones take; `damaged`: it looks like one and cannot be shown. */
export const photoFaults = ['empty', 'not_photo', 'heic', 'too_big', 'too_many_pixels', 'damaged'] as const
export type PhotoFault = (typeof photoFaults)[number]

/** More of a file, in bytes, is not even read. */
export const mostRead = 150_000_000

/** More would take half a gigabyte of memory to open. The largest cameras of telephones take 108 million by default. */
export const mostPixels = 120_000_000

/** So much of a file has to say how many pixels it has, in bytes: cameras put more than a picture in front of it. */
const headBytes = 16_000_000

/** Brands of ISO 23008-12 (HEIF), which the browser cannot show, whatever is coded in them. */
const heicBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']

/** What is wrong with a file as far as its first bytes say; its name and the type it claims say nothing. */
export async function photoFaultOf(file: Blob): Promise<PhotoFault | null> {
  if (file.size === 0) return 'empty'
  const start = await bytesOf(file, 32)
  if (lettersAt(start, 4) === 'ftyp' && heicBrands.includes(lettersAt(start, 8))) return 'heic'
  const type = photoTypeOf(start)
  if (type === null) return 'not_photo'
  if (file.size > mostRead) return 'too_big'
  const size = pictureSizeOf(await bytesOf(file, headBytes), type)
  if (size === null || size.width === 0 || size.height === 0) return 'damaged'
  return size.width * size.height > mostPixels ? 'too_many_pixels' : null
}

async function bytesOf(file: Blob, most: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, most).arrayBuffer())
}
