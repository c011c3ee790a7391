import { onScopeDispose, ref } from 'vue'
import { exportQueue, type ExportFormat } from './exportFile'

/** A file of the queue being written: how far it is, and a way to give it up. */
export function useQueueExport() {
  /** How many actions are written; null while no file is being written. */
  const written = ref<number | null>(null)
  let abort: AbortController | null = null

  /** @throws {ProblemError} when the queue cannot be read */
  async function write(stack: { id: string; name: string }, format: ExportFormat): Promise<void> {
    const { signal } = (abort = new AbortController())
    written.value = 0
    try {
      await exportQueue(stack, { format, signal, onProgress: (count) => (written.value = count) })
    } finally {
      written.value = null
    }
  }

  const cancel = (): void => abort?.abort()
  onScopeDispose(cancel)

  return { written, write, cancel }
}
