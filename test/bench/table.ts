import type { Report } from './benchmark.ts'
import { shown } from './timing.ts'

/** The figures as a table for a terminal; details go under it when they would make lines too long. */
export function tableOf(reports: readonly Report[]): string {
  const head = ['name', 'value', 'aim', 'holds', 'detail']
  const rows = reports.map(({ name, value, aim, holds, detail }) => [
    name,
    shown(value),
    aim ?? 'none',
    holds ? 'yes' : 'NO',
    detail
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  return [head, ...rows]
    .map((row) => row.map((cell, column) => (column === 4 ? cell : cell.padEnd(widths[column] ?? 0))).join('  '))
    .join('\n')
}
