import { type Json, UNASSIGNED } from '../model.ts'
import { Refusal } from './answer.ts'
import type { Call } from './context.ts'

/** The body as JSON, or 400. */
export function readJson(call: Call): unknown {
  try {
    // JSON.parse is typed any; from here on it is checked.
    return JSON.parse(call.body) as unknown
  } catch {
    throw new Refusal(400, 'The request body is not valid JSON')
  }
}

export function isObject(value: unknown): value is Record<string, Json | undefined> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function readObject(call: Call): Record<string, Json | undefined> {
  const value = readJson(call)
  if (!isObject(value)) throw new Refusal(400, 'The request body must be an object')
  return value
}

export function requiredText(from: Record<string, Json | undefined>, name: string): string {
  const value = from[name]
  if (typeof value !== 'string' || value === '') throw new Refusal(400, `${name} is required and must be a string`)
  return value
}

export function optionalText(from: Record<string, Json | undefined>, name: string): string | undefined {
  const value = from[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw new Refusal(400, `${name} must be a string`)
  return value
}

/** spec: Create a group, Rename a group. */
export function newGroupId(from: Record<string, Json | undefined>): string {
  const groupId = requiredText(from, 'group_id')
  if (/\s/.test(groupId)) throw new Refusal(400, 'group_id must not contain whitespaces')
  if (groupId === UNASSIGNED) throw new Refusal(400, `group_id must not be "${UNASSIGNED}"`)
  return groupId
}

export function optionalNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  const value = Number(text)
  if (!Number.isFinite(value)) throw new Refusal(400, `${name} must be a number`)
  return value
}

export function optionalLimit(query: URLSearchParams): number | undefined {
  const limit = optionalNumber(query, 'limit')
  if (limit === undefined) return undefined
  if (!Number.isInteger(limit) || limit < 1) throw new Refusal(400, 'limit must be a whole number above zero')
  return limit
}

/** A comma-separated list of ids, or undefined where none are asked for. */
export function optionalIds(query: URLSearchParams, name: string): Set<number> | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  const ids = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (!ids.every(Number.isInteger)) throw new Refusal(400, `${name} must be a comma-separated list of numbers`)
  return new Set(ids)
}
