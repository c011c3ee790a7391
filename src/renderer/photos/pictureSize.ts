import { lettersAt, type PhotoType } from '@shared/domain/photo'

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/**
 * How many pixels a picture says that it has, from its first bytes, so that one that would fill the memory is never
 * decoded.
 *
 * @returns null when these bytes do not say
 */
export function pictureSizeOf(head: Uint8Array, type: PhotoType): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  try {
    switch (type) {
      case 'image/jpeg':
        return jpegSize(view)
      case 'image/png':
        // PNG 11.2.2: the first chunk is IHDR.
        return { width: view.getUint32(16), height: view.getUint32(20) }
      case 'image/webp':
        return webpSize(view, lettersAt(head, 12))
    }
  } catch (error) {
    // It ends before it says so.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** ITU T.81, B.1: segments with their lengths, of which one tells the frame. Their order is free. */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else if (marker === 0xda || marker === 0xd9) return null
    else at += 2 + view.getUint16(at + 2)
  }
}

/** SOF0 to SOF15, without the three of these numbers that are something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** RFC 9649, 2.5 to 2.7: plain, lossless or extended. */
function webpSize(view: DataView, part: string): PictureSize | null {
  switch (part) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
    default:
      return null
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
}
