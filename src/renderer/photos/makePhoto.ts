import { z } from 'zod'
import { photoFaultOf, type PhotoFault } from './photoFault'

const answerSchema = z.union([
  z.strictObject({ bytes: z.instanceof(Uint8Array) }),
  z.strictObject({ error: z.string() })
])

export type MadePhoto =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly ok: false
      readonly fault: PhotoFault
      /** The browser's own words, for support; empty where there are none. */
      readonly detail: string
    }

/**
 * Makes a photo as it is kept out of whatever file somebody gives. The worker ends with it, so that a large one leaves
 * nothing in the memory.
 */
export async function makePhoto(file: Blob): Promise<MadePhoto> {
  try {
    const fault = await photoFaultOf(file)
    if (fault !== null) return { ok: false, fault, detail: '' }
    const answer = await drawn(file)
    if ('bytes' in answer) return { ok: true, bytes: answer.bytes }
    return { ok: false, fault: 'damaged', detail: answer.error }
  } catch (error) {
    // The file went away, or cannot be read.
    return { ok: false, fault: 'damaged', detail: String(error) }
  }
}

async function drawn(file: Blob): Promise<z.output<typeof answerSchema>> {
  const worker = new Worker(new URL('./photo.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const answer = answerSchema.safeParse(data)
        if (answer.success) resolve(answer.data)
        else reject(answer.error)
      })
      worker.addEventListener('error', (event) => reject(new Error(event.message)))
      worker.postMessage(file)
    })
  } finally {
    worker.terminate()
  }
}
