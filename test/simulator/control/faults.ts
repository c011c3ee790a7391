import { FAULT_KINDS, type FaultRule } from '../faults.ts'
import { asInput, choice, ControlError, flag, type Input, number, optional, text, texts } from './read.ts'

/** A rule as sent over HTTP, where `match.pathPattern` holds the source of a regular expression. */
export function readFaultRule(input: Input): FaultRule {
  const rule: FaultRule = { fault: choice(input, 'fault', FAULT_KINDS) }
  if (input['match'] !== undefined) rule.match = readMatch(asInput(input['match']))
  for (const name of ['status', 'ms', 'times', 'skip'] as const) {
    const value = optional(input, name, number)
    if (value !== undefined) rule[name] = value
  }
  for (const name of ['message', 'body'] as const) {
    const value = optional(input, name, text)
    if (value !== undefined) rule[name] = value
  }
  const retryAfter = optional(input, 'retryAfter', (from, name) =>
    (typeof from[name] === 'string' ? text : number)(from, name)
  )
  if (retryAfter !== undefined) rule.retryAfter = retryAfter
  const headers = optional(input, 'headers', texts)
  if (headers !== undefined) rule.headers = headers
  const act = optional(input, 'act', flag)
  if (act !== undefined) rule.act = act
  return rule
}

function readMatch(input: Input): NonNullable<FaultRule['match']> {
  const method = optional(input, 'method', text)
  const part = optional(input, 'path', text)
  const pattern = optional(input, 'pathPattern', text)
  const path = pattern === undefined ? part : expression(pattern)
  return { ...(method === undefined ? {} : { method }), ...(path === undefined ? {} : { path }) }
}

function expression(source: string): RegExp {
  try {
    return new RegExp(source)
  } catch {
    throw new ControlError(`pathPattern is not a regular expression: ${source}`)
  }
}
