import { defineStore } from 'pinia'
import type { Action, Attempt, Choice, Intent } from '@shared/domain/action'
import { ask, listen } from '@/bridge'

/**
 * @param seqs sequence numbers of actions that are new or have changed; null: any of them may have
 * @param here it was asked for on this page just now, so somebody waits to see it
 */
export type ChangeListener = (seqs: readonly number[] | null, here: boolean) => void | Promise<void>

/**
 * What a person may do with actions, and word of every change to them. Holds no action itself: of a long queue, each
 * part of the page asks for what it shows.
 */
export const useOutboxStore = defineStore('outbox', () => {
  const listeners = new Set<ChangeListener>()
  let stopListening: (() => void) | null = null

  async function tell(seqs: readonly number[] | null, here: boolean): Promise<void> {
    await Promise.all([...listeners].map(async (listener) => listener(seqs, here)))
  }

  /** @returns a function that stops listening */
  function onChange(listener: ChangeListener): () => void {
    listeners.add(listener)
    stopListening ??= listen('outbox:changed', (seqs) => void tell(seqs, false))
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      stopListening?.()
      stopListening = null
    }
  }

  /** Resolves when everybody who shows the action has seen what became of it. */
  async function changed(action: Action): Promise<Action> {
    await tell([action.seq], true)
    return action
  }

  /** As `changed`, for a deed that may have touched any action. */
  async function changedMany(count: number): Promise<number> {
    await tell(null, true)
    return count
  }

  /** Saves what should be true. Resolves only when it is on disk. @throws {ProblemError} not saved, and why */
  const capture = (stackId: string, intents: Intent[]): Promise<Action[]> => ask('outbox:capture', { stackId, intents })
  /** @throws {ProblemError} action_not_open */
  const retry = async (id: string): Promise<Action> => changed(await ask('outbox:retry', { id }))
  /** Everything of a stack, or of one of its things. @returns how many are tried @throws {ProblemError} */
  const retryAll = async (stackId: string, tuid: string | null): Promise<number> =>
    changedMany(await ask('outbox:retryAll', { stackId, tuid }))
  /** @throws {ProblemError} action_not_open */
  const settle = async (id: string, choice: Choice): Promise<Action> =>
    changed(await ask('outbox:settle', { id, choice }))
  /** For all that are just like it, too. @returns for how many @throws {ProblemError} */
  const settleAlike = async (id: string, choice: Choice): Promise<number> =>
    changedMany(await ask('outbox:settleAlike', { id, choice }))
  /** @throws {ProblemError} action_not_open when it is on its way or done */
  async function discard(id: string, reason: string, withDependents: boolean): Promise<Action> {
    const action = await ask('outbox:discard', { id, reason, withDependents })
    await tell(withDependents ? null : [action.seq], true)
    return action
  }
  /** All that are just like it, too. @returns how many @throws {ProblemError} */
  const discardAlike = async (id: string, reason: string): Promise<number> =>
    changedMany(await ask('outbox:discardAlike', { id, reason }))
  /** As one, or not at all. @returns what has begun already, so that nothing was taken back @throws {ProblemError} */
  async function takeBack(stackId: string, ids: string[]): Promise<Action[]> {
    const begun = await ask('outbox:takeBack', { stackId, ids })
    await tell(null, true)
    return begun
  }
  /** How many others are just like it. @throws {ProblemError} */
  const alike = (id: string): Promise<number> => ask('queue:alike', { id })
  /** "Sync now". @throws {ProblemError} */
  const sync = (): Promise<void> => ask('outbox:sync')
  /** Open actions that count on what this one makes. @throws {ProblemError} */
  const dependents = (id: string): Promise<Action[]> => ask('outbox:dependents', { id })
  /** Stops the sending of a stack, or lets it go on. @throws {ProblemError} */
  const pause = (stackId: string, paused: boolean): Promise<void> => ask('outbox:pause', { stackId, paused })
  /** Every send and read-back so far. @throws {ProblemError} */
  const attempts = (id: string): Promise<Attempt[]> => ask('outbox:attempts', { id })

  return {
    onChange,
    capture,
    retry,
    retryAll,
    settle,
    settleAlike,
    discard,
    discardAlike,
    takeBack,
    alike,
    dependents,
    sync,
    pause,
    attempts
  }
})
