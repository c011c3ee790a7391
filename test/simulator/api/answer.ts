import { STATUS_CODES } from 'node:http'
import type { Json } from '../model.ts'

export interface Answer {
  status: number
  body: string
  headers?: Record<string, string>
}

export function answerData(data: Json): Answer {
  return { status: 200, body: JSON.stringify({ data }) }
}

/** The error body as seen from the vendor's cloud; nothing in the specification promises it. */
export function answerError(status: number, message: string): Answer {
  return { status, body: JSON.stringify({ statusCode: status, error: STATUS_CODES[status] ?? 'Error', message }) }
}

/** Thrown by a handler to answer with an error status. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
