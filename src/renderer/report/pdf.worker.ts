import pdfMake from 'pdfmake/build/pdfmake'
import bold from 'pdfmake/fonts/Roboto/Roboto-Medium.ttf?inline'
import regular from 'pdfmake/fonts/Roboto/Roboto-Regular.ttf?inline'
import { drawPhoto } from '@/photos/drawPhoto'
import type { PictureFault } from '@/photos/photoReading'
import { pdfDocument } from './pdfDocument'
import type { ReportPages } from './reportPages'

/**
 * What the page asks for, one thing after the other: that a photo be made ready for print, which is answered with
 * `ready`, and in the end the whole.
 */
export type PdfWish =
  | { readonly photo: string; readonly file: Blob }
  | { readonly pages: ReportPages; readonly faults: ReadonlyMap<string, PictureFault> }

/** Pixels of the longest side: 300 to an inch at the size in which photos are printed. */
const longestSide = 1100
const quality = 0.8

/**
 * Lays out the report beside the page, which hundreds of things would hold up for seconds. The letters are part of this
 * file, and nothing is ever fetched.
 */
self.addEventListener('message', ({ data }: MessageEvent<PdfWish>) => {
  const answer = 'photo' in data ? takePhoto(data) : draw(data)
  answer.then(
    (given) => self.postMessage(given),
    (error: unknown) => self.postMessage({ error: String(error) })
  )
})

/** Ready for print, by their hashes. */
const images = new Map<string, string>()

async function takePhoto({ photo, file }: Extract<PdfWish, { photo: string }>): Promise<{ ready: boolean }> {
  try {
    images.set(photo, base64Of(new Uint8Array(await (await drawPhoto(file, longestSide, quality)).arrayBuffer())))
    return { ready: true }
  } catch {
    // What cannot be shown is said in its place.
    return { ready: false }
  }
}

/** As pdfmake takes pictures. Piece by piece: one call takes so many arguments and no more. */
function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8_192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)))
  }
  return `data:image/jpeg;base64,${btoa(pieces.join(''))}`
}

const contentOf = (dataUrl: string): string => dataUrl.slice(dataUrl.indexOf(',') + 1)

async function draw({ pages, faults }: Extract<PdfWish, { pages: ReportPages }>): Promise<{ pdf: Blob }> {
  pdfMake.addFontContainer({
    vfs: { 'Roboto-Regular.ttf': contentOf(regular), 'Roboto-Medium.ttf': contentOf(bold) },
    fonts: { Roboto: { normal: 'Roboto-Regular.ttf', bold: 'Roboto-Medium.ttf' } }
  })
  pdfMake.setUrlAccessPolicy(() => false)
  let told = -1
  pdfMake.setProgressCallback((progress) => {
    const percent = Math.floor(progress * 100)
    if (percent > told) self.postMessage({ percent: (told = percent) })
  })
  return { pdf: await pdfMake.createPdf(pdfDocument(pages, images, faults)).getBlob() }
}
