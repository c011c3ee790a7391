/**
 * Draws a picture anew as a JPEG, with its longest side at most so many pixels: upright as the camera was held, without
 * anything else that its file says (where it was taken, with what). What was transparent is white.
 *
 * @param quality from 0 to 1
 * @throws {Error} when it cannot be decoded
 */
export async function drawPhoto(picture: ImageBitmapSource, longestSide: number, quality: number): Promise<Blob> {
  const bitmap = await createImageBitmap(picture)
  try {
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
    const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)))
    const canvas = new OffscreenCanvas(width ?? 1, height ?? 1)
    // Drawn by the processor: the same photo comes out the same to the last bit, and is recognised.
    const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
    if (context === null) throw new Error('there is nothing to draw on')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    // Given back at once, for the next may begin long before anybody collects the garbage.
    bitmap.close()
    const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality })
    canvas.width = canvas.height = 0
    return drawn
  } finally {
    bitmap.close()
  }
}
