import { format } from 'date-fns'
import { unparse } from 'papaparse'
import type { Instant } from '@shared/domain/thing'

/** Tells Excel that the file is UTF-8; without it, it takes an ä for two letters. */
export const byteOrderMark = '\uFEFF'

/**
 * A cell that begins like this is taken for a formula by Excel, LibreOffice and others, and its text may come from a
 * server: an apostrophe before it makes it text again. Also with the wide forms of the signs. A negative number with a
 * decimal comma is none.
 */
const formulaStart = /^(?!-\d+,\d+$)[=+\-@\t\r\n＝＋－＠]/u

export type Cell = string | number | null
export type Delimiter = ';' | ','

/** "2026-11-23 10:00:05", which spreadsheets read as a time. */
export function utcCell(at: Instant | null | undefined): Cell {
  return at == null ? null : new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}

export function localCell(at: Instant | null | undefined): Cell {
  return at == null ? null : format(at, 'yyyy-MM-dd HH:mm:ss')
}

/** Where the decimal mark is a comma, Excel expects semicolons between cells. */
export function delimiterHere(): Delimiter {
  return (1.5).toLocaleString().includes(',') ? ';' : ','
}

/** A measured number as the same Excel reads it. */
export function decimalCell(value: number, delimiter: Delimiter): Cell {
  return delimiter === ';' && !Number.isInteger(value) ? String(value).replace('.', ',') : value
}

/** UTF-8, RFC 4180, with nothing in it that would be run as a formula. */
export function csvLines(rows: Cell[][], delimiter: Delimiter): string {
  return `${unparse(rows, { delimiter, newline: '\r\n', escapeFormulae: formulaStart })}\r\n`
}
