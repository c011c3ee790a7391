import type { Page } from '@playwright/test'

/** A file as Playwright hands it to a page. */
export interface PhotoFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A picture drawn by the page's browser: the left half red, the right half blue, so that one sees how it is turned. */
export async function drawnPhoto(page: Page, type: string, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([wanted, wide, high]) => {
      const canvas = new OffscreenCanvas(wide, high)
      const context = canvas.getContext('2d')
      if (context === null) throw new Error('nothing to draw on')
      context.fillStyle = '#c00'
      context.fillRect(0, 0, wide / 2, high)
      context.fillStyle = '#00c'
      context.fillRect(wide / 2, 0, wide / 2, high)
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: wanted })).arrayBuffer())
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    },
    [type, width, height] as const
  )
  return Buffer.from(base64, 'base64')
}

/** The same JPEG as a telephone would write it: held upright (Exif orientation 6), and with words about the place. */
export function asOfTelephone(jpeg: Buffer): Buffer {
  const note = Buffer.from('GPS 60.1699 N 24.9384 E\0')
  const tiff = Buffer.alloc(8 + 2 + 12 + 4)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(1, 8)
  tiff.writeUInt16LE(0x0112, 10)
  tiff.writeUInt16LE(3, 12)
  tiff.writeUInt32LE(1, 14)
  tiff.writeUInt16LE(6, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, note])
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

/** Width, height and the colours of the upper and lower edge of a picture, as the page's browser shows it. */
export function looksOf(
  page: Page,
  file: Buffer
): Promise<{ width: number; height: number; top: string; bottom: string }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const { width, height } = bitmap
    const context = new OffscreenCanvas(width, height).getContext('2d')
    if (context === null) throw new Error('nothing to draw on')
    context.drawImage(bitmap, 0, 0)
    const colour = (y: number): string => {
      const [red = 0, , blue = 0] = context.getImageData(width / 2, y, 1, 1).data
      return red > blue ? 'red' : 'blue'
    }
    return { width, height, top: colour(1), bottom: colour(height - 2) }
  }, file.toString('base64'))
}
