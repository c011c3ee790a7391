import { z } from 'zod'
import type { ReportPages } from './reportPages'

const answerSchema = z.union([
  z.strictObject({ percent: z.number() }),
  z.strictObject({ pdf: z.instanceof(Blob) }),
  z.strictObject({ error: z.string() })
])

export interface PdfOptions {
  readonly signal: AbortSignal
  /** Told how much of the pages is written, once they are laid out. */
  readonly onProgress: (percent: number) => void
}

/**
 * Makes a PDF in a worker, which ends with it, or at once when `signal` is aborted.
 *
 * @throws {Error} with the library's words when it cannot be made
 * @throws {DOMException} AbortError when it was given up
 */
export async function makePdf(pages: ReportPages, { signal, onProgress }: PdfOptions): Promise<Blob> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<Blob>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const answer = answerSchema.safeParse(data)
        if (!answer.success) reject(answer.error)
        else if ('percent' in answer.data) onProgress(answer.data.percent)
        else if ('pdf' in answer.data) resolve(answer.data.pdf)
        else reject(new Error(answer.data.error))
      })
      worker.addEventListener('error', (event) => reject(new Error(event.message)))
      signal.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')))
      worker.postMessage(pages)
    })
  } finally {
    worker.terminate()
  }
}
