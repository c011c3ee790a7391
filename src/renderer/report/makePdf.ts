import { z } from 'zod'
import type { PhotoFile } from '@shared/domain/photo'
import { readPhoto, type PhotoReading, type PictureFault } from '@/photos/photoReading'
import type { PdfWish } from './pdf.worker'
import type { ReportPages } from './reportPages'
import { photoFilesIn } from './reportPhotos'

const answerSchema = z.union([
  z.strictObject({ percent: z.number() }),
  z.strictObject({ ready: z.boolean() }),
  z.strictObject({ pdf: z.instanceof(Blob) }),
  z.strictObject({ error: z.string() })
])

export interface PdfOptions {
  readonly signal: AbortSignal
  /** Told how many of how many photos are made ready. */
  readonly onPhotos: (ready: number, total: number) => void
  /** Told when all that goes into it is there. */
  readonly onDrawing: () => void
  /** Told how much of the pages is written, once they are laid out. */
  readonly onProgress: (percent: number) => void
}

/**
 * Makes a PDF in a worker, which ends with it, or at once when `signal` is aborted. Photos are read and handed over one
 * at a time, so that never more than two of them are in memory as they are kept.
 *
 * @throws {Error} with the library's words when it cannot be made
 * @throws {DOMException} AbortError when it was given up
 */
export async function makePdf(pages: ReportPages, options: PdfOptions): Promise<Blob> {
  const { signal, onPhotos, onDrawing, onProgress } = options
  signal.throwIfAborted()
  const worker = new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' })
  try {
    const files = photoFilesIn(pages.photos)
    const faults = new Map<string, PictureFault>()
    let reading = readNext(files[0])
    for (const [index, file] of files.entries()) {
      onPhotos(index, files.length)
      const read = await reading
      signal.throwIfAborted()
      // Main reads the next while the worker draws this one.
      reading = readNext(files[index + 1])
      if (!read.ok) faults.set(file.hash, read.fault)
      else if (!(await isReady(file.hash, read.file))) faults.set(file.hash, 'unreadable')
    }
    onDrawing()
    return await pdfOf({ pages, faults })
  } finally {
    worker.terminate()
  }

  function readNext(file: PhotoFile | undefined): Promise<PhotoReading> {
    return file === undefined ? Promise.resolve({ ok: false, fault: 'missing' }) : readPhoto(file)
  }

  async function isReady(photo: string, file: Blob): Promise<boolean> {
    const answer = await asked({ photo, file })
    return 'ready' in answer && answer.ready
  }

  async function pdfOf(wish: PdfWish): Promise<Blob> {
    const answer = await asked(wish)
    if ('pdf' in answer) return answer.pdf
    throw new Error('the worker answered something else')
  }

  function asked(wish: PdfWish): Promise<z.output<typeof answerSchema>> {
    const listening = new AbortController()
    const { signal: whileAsked } = listening
    const answer = new Promise<z.output<typeof answerSchema>>((resolve, reject) => {
      const heard = ({ data }: MessageEvent<unknown>): void => {
        const parsed = answerSchema.safeParse(data)
        if (!parsed.success) reject(parsed.error)
        else if ('percent' in parsed.data) onProgress(parsed.data.percent)
        else if ('error' in parsed.data) reject(new Error(parsed.data.error))
        else resolve(parsed.data)
      }
      const givenUp = (): void => reject(new DOMException('given up', 'AbortError'))
      worker.addEventListener('message', heard, { signal: whileAsked })
      worker.addEventListener('error', (event) => reject(new Error(event.message)), { signal: whileAsked })
      signal.addEventListener('abort', givenUp, { signal: whileAsked })
      worker.postMessage(wish)
    })
    return answer.finally(() => listening.abort())
  }
}
