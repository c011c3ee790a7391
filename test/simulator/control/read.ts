import { type Echo, INSTALLATION_STATUSES, type InstallationStatus, type Json } from '../model.ts'

/** What a control request asked for was not understood; answered with 400 and these words. */
export class ControlError extends Error {}

export type Input = Record<string, unknown>

export function asInput(value: unknown): Input {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ControlError('Expected an object')
  // An object that is not an array has nothing but named values.
  return value as Input
}

export function asList(value: unknown): Input[] {
  return Array.isArray(value) ? value.map(asInput) : [asInput(value)]
}

export function text(input: Input, name: string): string {
  const value = input[name]
  if (typeof value !== 'string') throw new ControlError(`${name} must be a string`)
  return value
}

export function optional<T>(input: Input, name: string, read: (input: Input, name: string) => T): T | undefined {
  return input[name] === undefined ? undefined : read(input, name)
}

export function textOrNull(input: Input, name: string): string | null {
  return input[name] === null ? null : text(input, name)
}

export function number(input: Input, name: string): number {
  const value = input[name]
  if (typeof value !== 'number') throw new ControlError(`${name} must be a number`)
  return value
}

export function flag(input: Input, name: string): boolean {
  const value = input[name]
  if (typeof value !== 'boolean') throw new ControlError(`${name} must be true or false`)
  return value
}

export function choice<T extends string>(input: Input, name: string, choices: readonly T[]): T {
  const found = choices.find((one) => one === input[name])
  if (found === undefined) throw new ControlError(`${name} must be one of ${choices.join(', ')}`)
  return found
}

export function texts(input: Input, name: string): Record<string, string> {
  const entries = asInput(input[name])
  return Object.fromEntries(Object.keys(entries).map((key) => [key, text(entries, key)]))
}

export function fields(input: Input, name: string): Record<string, Json> {
  // The control request was parsed from JSON, so its values are JSON.
  return asInput(input[name]) as Record<string, Json>
}

export function installationStatus(input: Input, name: string): InstallationStatus {
  return choice(input, name, INSTALLATION_STATUSES)
}

export function echo(input: Input, name: string): Echo {
  const given = asInput(input[name])
  const afterMs = optional(given, 'afterMs', number)
  const mode = choice(given, 'mode', ['at once', 'late', 'never', 'clamped', 'twice'])
  return { mode, ...(afterMs === undefined ? {} : { afterMs }) }
}
