import { drawPhoto } from './drawPhoto'

/** Of a photo as it is kept, in pixels: enough to read a label in it, little enough for two hundred a day. */
const longestSide = 2048
const quality = 0.85

/** Makes a photo out of a file beside the page, whose work goes on meanwhile. */
self.addEventListener('message', (event: MessageEvent<Blob>) => {
  make(event.data).then(
    (bytes) => self.postMessage({ bytes }, { transfer: [bytes.buffer] }),
    (error: unknown) => self.postMessage({ error: String(error) })
  )
})

async function make(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await drawPhoto(file, longestSide, quality)
  return new Uint8Array(await drawn.arrayBuffer())
}
