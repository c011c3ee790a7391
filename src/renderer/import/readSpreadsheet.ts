import { format } from 'date-fns'
import { z } from 'zod'
import type { ImportRow, ImportTable } from './importedThing'
import type { ReadOptions } from './readDelimited'

const answerSchema = z.union([
  z.object({ rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.date(), z.null()]))) }),
  z.object({ error: z.string() })
])

type Cell = string | number | boolean | Date | null

/**
 * Reads the first sheet of an Excel file (xlsx).
 *
 * @throws with the library's words when it is none, or when `signal` was aborted
 */
export async function readSpreadsheet(file: Blob, { signal }: ReadOptions = {}): Promise<ImportTable> {
  const worker = new Worker(new URL('./spreadsheet.worker.ts', import.meta.url), { type: 'module' })
  try {
    const answer = await new Promise<unknown>((resolve, reject) => {
      worker.addEventListener('message', ({ data }) => resolve(data))
      worker.addEventListener('error', (event) => reject(new Error(event.message)))
      signal?.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')))
      worker.postMessage(file)
    })
    const read = answerSchema.parse(answer)
    if ('error' in read) throw new Error(read.error)
    return tableOf(read.rows)
  } finally {
    worker.terminate()
  }
}

function tableOf(sheet: readonly (readonly Cell[])[]): ImportTable {
  const rows: ImportRow[] = []
  let width = 0
  sheet.forEach((row, index) => {
    const cells = row.map(words)
    width = Math.max(width, cells.length)
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: index + 1, cells })
  })
  return { rows, width }
}

function words(cell: Cell): string {
  if (cell === null) return ''
  return cell instanceof Date ? format(cell, 'yyyy-MM-dd') : String(cell)
}
