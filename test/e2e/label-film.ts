import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

const width = 640
const height = 480
const frames = 10

/** Brightness of white and of black in a film. */
const [white, black] = [235, 16]

/** Chromium's switches for a camera that shows this film, and for not asking the person in a window of its own. */
export function fakeCamera(film: string): string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`
  ]
}

/**
 * A film in which labels lie side by side: the first as QR code, the others as DataMatrix. Raw YUV4MPEG2, which
 * Chromium plays over and over as its fake camera.
 */
export async function writeLabelFilm(file: string, labels: readonly string[]): Promise<void> {
  // Of itself it would download its WebAssembly.
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })
  const luma = Buffer.alloc(width * height, white)
  const room = Math.floor(width / labels.length)
  for (const [index, label] of labels.entries()) {
    const { symbol, error } = await writeBarcode(label, { format: index === 0 ? 'QRCode' : 'DataMatrix' })
    if (error !== '') throw new Error(`"${label}" cannot be a code: ${error}`)
    draw(luma, symbol, { left: index * room, room })
  }
  const chroma = Buffer.alloc((width * height) / 2, 128)
  const frame = [Buffer.from('FRAME\n'), luma, chroma]
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: frames }, () => frame).flat()]))
}

interface Symbol {
  /** One byte for each module, black being 0. */
  readonly data: ArrayLike<number>
  readonly width: number
  readonly height: number
}

/** In the middle of its part of the picture, with white around it as codes need it. */
function draw(luma: Buffer, symbol: Symbol, { left, room }: { left: number; room: number }): void {
  const scale = Math.floor((Math.min(room, height) * 0.75) / Math.max(symbol.width, symbol.height))
  const [x0, y0] = [left + ((room - symbol.width * scale) >> 1), (height - symbol.height * scale) >> 1]
  for (let y = 0; y < symbol.height * scale; y += 1) {
    for (let x = 0; x < symbol.width * scale; x += 1) {
      const module = symbol.data[Math.floor(y / scale) * symbol.width + Math.floor(x / scale)]
      if (module === 0) luma[(y0 + y) * width + x0 + x] = black
    }
  }
}
