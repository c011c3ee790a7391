import type { Browser, Page } from '@playwright/test'

/** As photos are kept: 4:3, in pixels. */
const width = 2048
const height = 1536

/**
 * Draws pictures that take as much room as photos do, in a page of their own: soft light, things with edges, and the
 * noise of a sensor in the dark.
 *
 * @returns JPEGs in base64, all different
 */
export async function drawPhotos(browser: Browser, count: number): Promise<string[]> {
  const page = await browser.newPage()
  try {
    const photos: string[] = []
    for (let seed = 1; seed <= count; seed++) photos.push(await drawOne(page, seed))
    return photos
  } finally {
    await page.close()
  }
}

function drawOne(page: Page, seed: number): Promise<string> {
  return page.evaluate(
    async ([first, wide, high]) => {
      let state = first * 2_654_435_761
      const chance = (): number => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return state / 2 ** 32
      }
      const canvas = new OffscreenCanvas(wide, high)
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (context === null) throw new Error('nothing to draw on')
      const light = context.createLinearGradient(0, 0, wide * chance(), high)
      light.addColorStop(0, '#d8d2c4')
      light.addColorStop(1, '#39424a')
      context.fillStyle = light
      context.fillRect(0, 0, wide, high)
      for (let thing = 0; thing < 400; thing++) {
        context.fillStyle = `hsl(${chance() * 360} ${chance() * 40}% ${chance() * 80}% / 60%)`
        context.fillRect(chance() * wide, chance() * high, chance() * 300, chance() * 300)
      }
      const picture = context.getImageData(0, 0, wide, high)
      for (let at = 0; at < picture.data.length; at += 4) {
        const noise = (chance() - 0.5) * 24
        for (let colour = at; colour < at + 3; colour++) picture.data[colour] = (picture.data[colour] ?? 0) + noise
      }
      context.putImageData(picture, 0, 0)
      const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
      const bytes = new Uint8Array(await file.arrayBuffer())
      const pieces: string[] = []
      for (let at = 0; at < bytes.length; at += 8_192) {
        pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)))
      }
      return btoa(pieces.join(''))
    },
    [seed, width, height] as const
  )
}
