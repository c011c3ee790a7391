import { byteOrderMark, csvLines, delimiterHere } from '@/csv'
import type { BadLine } from './importedThing'

/**
 * The lines that were not taken over, as they were and with the reason, to be mended and imported again.
 *
 * @param words of the reason
 */
export function badLinesFile(
  bad: readonly BadLine[],
  titles: { line: string; reason: string },
  words: (line: BadLine) => string
): Blob {
  const rows = bad.map((line) => [line.line, words(line), ...line.cells])
  const text = csvLines([[titles.line, titles.reason], ...rows], delimiterHere())
  return new Blob([byteOrderMark, text], { type: 'text/csv;charset=utf-8' })
}
