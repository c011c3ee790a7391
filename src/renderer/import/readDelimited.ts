import { parse, type Parser, type ParseResult } from 'papaparse'
import { readLabel } from '@shared/domain/label'
import type { ImportRow, ImportTable } from './importedThing'

/** Characters read at a time: some milliseconds of work, after which the page may draw. */
const pieceSize = 200_000
/** Lines that are looked at to tell what separates the cells. */
const sampleSize = 50

const delimiters = ['\t', ';', ','] as const
/** In no list that anybody makes: stands for "one cell in each line". */
const noDelimiter = '\u001F'

/** The same for quotes. */
const noQuotes = '\u001E'

export interface ReadOptions {
  /** Told how much of it is read, from 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/**
 * Reads a list, pasted or from a CSV file: cells separated by tabs, semicolons or commas, in quotes where they hold
 * those or line breaks. A list of nothing but labels is one column, although labels have commas of their own.
 *
 * @throws when `signal` was aborted
 */
export async function readDelimited(text: string, options: ReadOptions = {}): Promise<ImportTable> {
  const enclosed = hasQuotes(text) ? await readWith(text, '"', options) : null
  const table = enclosed ?? (await readWith(text, noQuotes, options))
  if (table === null) throw new Error('a list without quotes has wrong ones')
  return table
}

/**
 * @param quoteChar what encloses cells
 * @returns null when it encloses some only by half, which would swallow the lines after them
 * @throws when `signal` was aborted
 */
function readWith(text: string, quoteChar: string, { onProgress, signal }: ReadOptions): Promise<ImportTable | null> {
  const rows: ImportRow[] = []
  let [width, line] = [0, 1]
  const { promise, resolve, reject } = Promise.withResolvers<ImportTable | null>()
  parse<string[]>(text, {
    delimiter: delimiterOf(text),
    quoteChar,
    chunkSize: pieceSize,
    chunk: ({ data, errors, meta }: ParseResult<string[]>, parser: Parser) => {
      if (signal?.aborted === true) {
        // First, since ending it counts as complete.
        reject(signal.reason instanceof Error ? signal.reason : new DOMException('given up', 'AbortError'))
        parser.abort()
        return
      }
      if (errors.some(({ type }) => type === 'Quotes')) {
        resolve(null)
        parser.abort()
        return
      }
      for (const cells of data) {
        const isEmpty = cells.every((cell) => cell.trim() === '')
        if (!isEmpty) rows.push({ line, cells })
        width = Math.max(width, cells.length)
        line += 1 + breaksIn(cells)
      }
      onProgress?.(text.length === 0 ? 1 : meta.cursor / text.length)
      parser.pause()
      setTimeout(() => parser.resume())
    },
    complete: () => resolve({ rows, width })
  })
  return promise
}

/** What separates cells: whatever gives the first lines the same number of them, more than one. */
export function delimiterOf(text: string): string {
  const sample = text
    .slice(0, pieceSize)
    .split(/\r\n|\r|\n/, sampleSize)
    .filter((line) => line.trim() !== '')
  const others = sample.filter((line) => !readLabel(line).ok)
  const isPlainHeading = others.length === 1 && delimiters.every((delimiter) => !others[0]?.includes(delimiter))
  if (sample.length > 0 && (others.length === 0 || isPlainHeading)) return noDelimiter
  const counts = delimiters.map((delimiter) => sample.filter((line) => line.includes(delimiter)).length)
  const most = Math.max(...counts)
  if (most === 0) return noDelimiter
  // Of two that stand in as many lines the rarer character counts: a comma is also part of words and labels.
  return delimiters[counts.indexOf(most)] ?? noDelimiter
}

/** Quotes enclose cells only where one begins a cell. */
function hasQuotes(text: string): boolean {
  return /(?:^|[\t;,\r\n])"/.test(text.slice(0, pieceSize))
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
}
