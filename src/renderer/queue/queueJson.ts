import type { FileWriter } from './fileWriter'

/** Writes the queue as one JSON array, an action with all its attempts in each element. */
export function jsonWriter(): FileWriter {
  let isFirst = true
  return {
    type: 'application/json',
    begin: '[',
    write(rows) {
      const text = rows.map((row, index) => `${isFirst && index === 0 ? '' : ','}\n${JSON.stringify(row, null, 2)}`)
      isFirst = isFirst && rows.length === 0
      return text.join('')
    },
    end: '\n]\n'
  }
}
