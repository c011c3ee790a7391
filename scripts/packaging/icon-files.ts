import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pngToIco from 'png-to-ico'
import sharp from 'sharp'

/** The one drawing all icons come from. */
export const iconSource = 'resources/icon.svg'

/** Edge lengths in pixels: Linux' themes, and what the other formats are put together from. */
export const pngSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const

const icoSizes = [16, 24, 32, 48, 64, 128, 256] as const

/** Apple's names for the entries of an .icns file that hold a PNG, with its edge length in pixels. */
const icnsEntries = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024]
] as const

/** What macOS leaves free around every icon, in the drawing's units on each side; other systems fill the square. */
const macMargin = 50

async function drawPng(svg: string, size: number): Promise<Buffer> {
  return sharp(Buffer.from(svg), { density: (72 * size) / 512 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer()
}

/** An .icns file: a head, then per entry its name, its length with these eight bytes, and a PNG as it is. */
function packIcns(pictures: { name: string; png: Buffer }[]): Buffer {
  const entries = pictures.map(({ name, png }) => {
    const head = Buffer.alloc(8)
    head.write(name, 'ascii')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(entries)
  const head = Buffer.alloc(8)
  head.write('icns', 'ascii')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

function withMargin(svg: string): string {
  const edge = 512 + 2 * macMargin
  const wider = svg.replace('viewBox="0 0 512 512"', `viewBox="-${macMargin} -${macMargin} ${edge} ${edge}"`)
  if (wider === svg) throw new Error(`${iconSource} must have the viewBox "0 0 512 512"`)
  return wider
}

/**
 * Draws every icon of the app anew.
 *
 * @param root the project's folder
 * @returns path below `root` → bytes
 */
export async function drawIcons(root: string): Promise<Map<string, Buffer>> {
  const svg = readFileSync(join(root, iconSource), 'utf8')
  const files = new Map<string, Buffer>()
  for (const size of pngSizes) files.set(`resources/icons/${size}x${size}.png`, await drawPng(svg, size))
  files.set('resources/icon.ico', await pngToIco(await Promise.all(icoSizes.map((size) => drawPng(svg, size)))))
  const macSvg = withMargin(svg)
  const macPictures = icnsEntries.map(async ([name, size]) => ({ name, png: await drawPng(macSvg, size) }))
  files.set('resources/icon.icns', packIcns(await Promise.all(macPictures)))
  return files
}
