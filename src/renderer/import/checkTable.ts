import { LineChecker } from './checkLines'
import type { ColumnGuess } from './guessColumns'
import type { BadLine, ImportedThing, ImportTable } from './importedThing'
import type { ReadOptions } from './readDelimited'

export interface CheckedTable {
  readonly things: readonly ImportedThing[]
  readonly bad: readonly BadLine[]
}

/** Lines checked at a time: some milliseconds of work, after which the page may draw. */
const pieceSize = 2000

/** @throws when `signal` was aborted */
export async function checkTable(
  { rows }: ImportTable,
  { mapping, hasHeader }: ColumnGuess,
  { onProgress, signal }: ReadOptions = {}
): Promise<CheckedTable> {
  const checker = new LineChecker(mapping)
  const things: ImportedThing[] = []
  const bad: BadLine[] = []
  for (let from = hasHeader ? 1 : 0; from < rows.length; from += pieceSize) {
    for (const row of rows.slice(from, from + pieceSize)) {
      const checked = checker.check(row)
      if ('reason' in checked) bad.push(checked)
      else things.push(checked)
    }
    onProgress?.(Math.min(1, (from + pieceSize) / rows.length))
    await new Promise((resolve) => setTimeout(resolve))
    signal?.throwIfAborted()
  }
  return { things, bad }
}
