import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawIcons } from '../../../../scripts/packaging/icon-files.ts'
import { projectRoot } from '../../../../scripts/project-root.ts'

const read = (path: string): Buffer => readFileSync(join(projectRoot, path))

/** Edge length and bytes of every picture in an .ico file, as its directory lists them. */
function icoPictures(ico: Buffer): number[] {
  const count = ico.readUInt16LE(4)
  return Array.from({ length: count }, (_, index) => ico.readUInt8(6 + index * 16) || 256)
}

/** Name and picture of every entry of an .icns file. */
function icnsPictures(icns: Buffer): { name: string; png: Buffer }[] {
  const entries = []
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const png = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))
    entries.push({ name: icns.toString('ascii', at, at + 4), png })
  }
  return entries
}

async function pixels(png: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** What a file shows, as plain bytes: an .ico file holds its pictures uncompressed. */
async function shown(path: string, bytes: Buffer): Promise<Buffer> {
  if (path.endsWith('.ico')) return bytes
  const pictures = path.endsWith('.icns') ? icnsPictures(bytes).map(({ png }) => png) : [bytes]
  return Buffer.concat(await Promise.all(pictures.map(async (png) => (await pixels(png)).data)))
}

describe('the kept icons', () => {
  it('come from the one drawing: drawn again, they look the same', async () => {
    for (const [path, bytes] of await drawIcons(projectRoot)) {
      const kept = await shown(path, read(path))
      const fresh = await shown(path, bytes)
      expect(kept.length, path).toBe(fresh.length)
      // Other processors round the last bit of a colour differently.
      const furthest = kept.reduce((far, value, at) => Math.max(far, Math.abs(value - (fresh[at] ?? 0))), 0)
      expect(furthest, `${path} is not what resources/icon.svg shows: run \`npm run icons\``).toBeLessThanOrEqual(3)
    }
  })

  it('are there in all sizes that Linux asks for, each in its own', async () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
      const { width, height, hasAlpha } = await sharp(read(`resources/icons/${size}x${size}.png`)).metadata()
      expect({ width, height, hasAlpha }).toEqual({ width: size, height: size, hasAlpha: true })
    }
  })

  it('are in one file for Windows', () => {
    const ico = read('resources/icon.ico')
    expect(ico.subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]))
    expect(icoPictures(ico)).toEqual([16, 24, 32, 48, 64, 128, 256])
  })

  it('are in one file for macOS, each entry in the size its name stands for', async () => {
    const icns = read('resources/icon.icns')
    expect(icns.toString('ascii', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const sizes = new Map<string, number>()
    for (const { name, png } of icnsPictures(icns)) sizes.set(name, (await sharp(png).metadata()).width)
    expect(Object.fromEntries(sizes)).toEqual({
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic13: 256,
      ic08: 256,
      ic14: 512,
      ic09: 512,
      ic10: 1024
    })
  })

  it('fill the square, and on macOS leave its usual margin', async () => {
    const edgeIsFree = async (png: Buffer): Promise<boolean> => {
      const { data, width } = await pixels(png)
      return data[Math.floor(width / 2) * 4 + 3] === 0
    }
    expect(await edgeIsFree(read('resources/icons/512x512.png'))).toBe(false)
    for (const { png } of icnsPictures(read('resources/icon.icns'))) expect(await edgeIsFree(png)).toBe(true)
  })

  it('can be told from their ground at 16 pixels', async () => {
    const { data } = await pixels(read('resources/icons/16x16.png'))
    const brightness = (x: number, y: number): number => {
      const at = (y * 16 + x) * 4
      return ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3
    }
    const [frame, ground, thing] = [brightness(4, 3), brightness(8, 1), brightness(8, 8)]
    expect(frame - ground).toBeGreaterThan(120)
    expect(thing - ground).toBeGreaterThan(60)
  })
})
