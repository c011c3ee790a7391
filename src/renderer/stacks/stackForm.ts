import type { ProblemKind } from '@shared/domain/problem'
import { readBaseUrl } from '@shared/domain/stack'
import type { ChannelInput, StackView } from '@shared/ipc/channels'

/** What a person types into the form of a stack. */
export interface StackEntries {
  name: string
  baseUrl: string
  clientId: string
  /** Empty when a stored one is to stay. */
  clientSecret: string
}

export type StackField = keyof StackEntries

export const stackFields = ['name', 'baseUrl', 'clientId', 'clientSecret'] as const satisfies readonly StackField[]

/** Message keys of what is wrong, by field. */
export type StackFaults = Partial<Record<StackField, readonly string[]>>

/** The fields begin as the stack is, the secret always empty. */
export function entriesOf(stack: StackView | null): StackEntries {
  return {
    name: stack?.name ?? '',
    baseUrl: stack?.baseUrl ?? '',
    clientId: stack?.clientId ?? '',
    clientSecret: ''
  }
}

/** An address copied without its beginning gets the one it must have; whatever else was typed stays as it is. */
export function withScheme(address: string): string {
  const typed = address.trim()
  return /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(typed) ? `https://${typed}` : address
}

/** Whether only the name is new: that concerns nobody but this laptop, so that there is nothing to test. */
export function isRenaming(entries: StackEntries, stack: StackView | null): boolean {
  if (stack === null || entries.clientSecret !== '' || entries.name.trim() === stack.name) return false
  const url = readBaseUrl(entries.baseUrl)
  return url.ok && url.baseUrl === stack.baseUrl && entries.clientId.trim() === stack.clientId
}

/** A secret that is there may stay, and a new name needs none; otherwise it has to be entered. */
function needsSecret(entries: StackEntries, stack: StackView | null): boolean {
  return stack === null || (stack.secret === 'missing' && !isRenaming(entries, stack))
}

/** What can be seen to be wrong without asking the server. */
export function faultsOf(entries: StackEntries, stack: StackView | null): StackFaults {
  const faults: StackFaults = {}
  if (entries.name.trim() === '') faults.name = ['settings.stacks.faults.name']
  const url = readBaseUrl(entries.baseUrl)
  if (!url.ok) faults.baseUrl = words(url.kind)
  if (entries.clientId.trim() === '') faults.clientId = ['settings.stacks.faults.clientId']
  if (entries.clientSecret === '' && needsSecret(entries, stack))
    faults.clientSecret = ['settings.stacks.faults.clientSecret']
  return faults
}

const fieldsOfProblems: Partial<Record<ProblemKind, readonly StackField[]>> = {
  bad_url: ['baseUrl'],
  not_https: ['baseUrl'],
  not_this_api: ['baseUrl'],
  bad_credentials: ['clientId', 'clientSecret'],
  secret_missing: ['clientSecret'],
  stack_name_taken: ['name']
}

/** The fields a problem concerns, with its words; nothing for a problem that concerns no field. */
export function faultsOfProblem(kind: ProblemKind): StackFaults {
  const faults: StackFaults = {}
  for (const field of fieldsOfProblems[kind] ?? []) faults[field] = words(kind)
  return faults
}

/** @param forThisRun keep the secret in memory, where the machine has no keychain */
export function savingOf(
  entries: StackEntries,
  stack: StackView | null,
  forThisRun: boolean
): ChannelInput<'stacks:save'> {
  const stays = entries.clientSecret === ''
  return {
    id: stack?.id ?? null,
    name: entries.name.trim(),
    baseUrl: entries.baseUrl.trim(),
    clientId: entries.clientId.trim(),
    clientSecret: stays ? null : entries.clientSecret,
    keep: forThisRun || (stays && stack?.secret === 'memory') ? 'memory' : 'keychain'
  }
}

function words(kind: ProblemKind): readonly string[] {
  return [`problems.${kind}.title`, `problems.${kind}.next`]
}
