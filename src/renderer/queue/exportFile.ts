import { format as formatTime } from 'date-fns'
import type { ChannelOutput } from '@shared/ipc/channels'
import { ask } from '@/bridge'
import { saveFile } from '@/saveFile'
import { csvWriter } from './queueCsv'
import { jsonWriter } from './queueJson'

export const exportFormats = ['json', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportOptions {
  readonly format: ExportFormat
  /** Called with how many actions are written so far. */
  readonly onProgress?: (written: number) => void
  /** Ends the export without a file. */
  readonly signal?: AbortSignal
}

/** How many actions are asked for at once: some milliseconds of work for main, and for the page. */
const pieceSize = 200

/** Characters that some file system does not take in a name. */
export const unsafeInFileNames = /[^\p{L}\p{N}_-]+/gu

/** @param now milliseconds since 1970 UTC; the name carries the local time, as a person would say it */
export function exportFileName(stackName: string, now: number, format: ExportFormat): string {
  return `queue-${stackName.replaceAll(unsafeInFileNames, '-')}-${formatTime(now, 'yyyy-MM-dd-HHmm')}.${format}`
}

/**
 * Saves everything there is in the queue of a stack, done or not, with all attempts, as a file. Read and written piece
 * by piece, so that 100,000 actions keep neither page nor main from their work.
 *
 * @returns the name of the file; null when `signal` was aborted
 * @throws {ProblemError} when the queue cannot be read; then there is no file
 */
export async function exportQueue(
  stack: { readonly id: string; readonly name: string },
  options: ExportOptions
): Promise<string | null> {
  const content = await queueContent(stack.id, options)
  if (content === null) return null
  const fileName = exportFileName(stack.name, Date.now(), options.format)
  saveFile(content, fileName)
  return fileName
}

/** What such a file holds. See {@link exportQueue}. */
export async function queueContent(
  stackId: string,
  { format, onProgress, signal }: ExportOptions
): Promise<Blob | null> {
  const writer = format === 'json' ? jsonWriter() : csvWriter()
  // Blobs, not one long text: the browser keeps them out of the page's memory.
  const parts: Blob[] = [new Blob([writer.begin])]
  let written = 0
  for (let after: number | null = 0; after !== null;) {
    const { rows, next }: ChannelOutput<'queue:export'> = await ask('queue:export', {
      stackId,
      after,
      limit: pieceSize
    })
    if (signal?.aborted === true) return null
    parts.push(new Blob([writer.write(rows)]))
    written += rows.length
    onProgress?.(written)
    after = next
  }
  parts.push(new Blob([writer.end]))
  return new Blob(parts, { type: writer.type })
}
