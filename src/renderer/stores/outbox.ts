import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { openActionStates, tuidOf, type Action, type Choice, type Intent } from '@shared/domain/action'
import type { Attempt } from '@shared/domain/action'
import type { Problem } from '@shared/domain/problem'
import { ask, listen } from '@/bridge'
import { problemOf } from '@/problemOf'

/** As many as the channel allows; older ones stay in the journal. */
const listLimit = 10_000

const isOpen = (action: Action): boolean => (openActionStates as readonly string[]).includes(action.state)

/** The actions of the active stack, kept up to date by what the main process announces. */
export const useOutboxStore = defineStore('outbox', () => {
  const stackId = ref<string | null>(null)
  const byId = shallowRef<ReadonlyMap<string, Action>>(new Map())
  const loaded = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let stopListening: (() => void) | undefined

  /** Newest first. */
  const actions = computed(() => [...byId.value.values()].toSorted((a, b) => b.seq - a.seq))
  const open = computed(() => actions.value.filter(isOpen))
  const needsYou = computed(() => actions.value.filter((action) => action.state === 'needs_you'))
  /** Open, and no person is asked. */
  const waiting = computed(() => open.value.filter((action) => action.state !== 'needs_you'))
  const byTuid = computed(() => {
    const lists = new Map<string, Action[]>()
    for (const action of actions.value) {
      const tuid = tuidOf(action.intent)
      if (tuid === null) continue
      const list = lists.get(tuid)
      if (list === undefined) lists.set(tuid, [action])
      else list.push(action)
    }
    return lists
  })

  /** Actions about one thing, newest first. */
  const ofThing = (tuid: string): readonly Action[] => byTuid.value.get(tuid) ?? []

  function apply(changed: readonly Action[]): void {
    const ours = changed.filter((action) => action.stackId === stackId.value)
    if (ours.length === 0) return
    const next = new Map(byId.value)
    for (const action of ours) next.set(action.id, action)
    byId.value = next
  }

  /** Shows the actions of another stack, or of none. A failure stands in `problem`. */
  async function show(id: string | null): Promise<void> {
    stopListening ??= listen('outbox:changed', apply)
    if (id !== stackId.value) {
      stackId.value = id
      byId.value = new Map()
      loaded.value = false
    }
    problem.value = null
    if (id === null) return
    try {
      const listed = await ask('outbox:list', { stackId: id, states: null, tuid: null, limit: listLimit })
      if (stackId.value !== id) return
      // What was announced while we asked is newer than the list.
      const announced = byId.value
      byId.value = new Map([...listed.map((action) => [action.id, action] as const), ...announced])
      loaded.value = true
    } catch (error) {
      if (stackId.value === id) problem.value = problemOf(error)
    }
  }

  /**
   * Takes over the answer of a call about one action, unless something newer was announced while it was on its way.
   */
  async function change(id: string, call: () => Promise<Action>): Promise<Action> {
    const before = byId.value.get(id)
    const answer = await call()
    if (byId.value.get(id) === before) apply([answer])
    return answer
  }

  /** Saves what should be true. Resolves only when it is on disk. @throws {ProblemError} not saved, and why */
  async function capture(stack: string, intents: Intent[]): Promise<Action[]> {
    const captured = await ask('outbox:capture', { stackId: stack, intents })
    apply(captured.filter((action) => !byId.value.has(action.id)))
    return captured
  }

  /** @throws {ProblemError} */
  const retry = (id: string) => change(id, () => ask('outbox:retry', { id }))
  /** @throws {ProblemError} */
  const settle = (id: string, choice: Choice) => change(id, () => ask('outbox:settle', { id, choice }))
  /** @throws {ProblemError} action_not_open when it is on its way or done */
  const discard = (id: string, reason: string, withDependents: boolean) =>
    change(id, () => ask('outbox:discard', { id, reason, withDependents }))
  /** "Sync now". @throws {ProblemError} */
  const sync = (): Promise<void> => ask('outbox:sync')
  /** Open actions that count on what this one makes. @throws {ProblemError} */
  const dependents = (id: string): Promise<Action[]> => ask('outbox:dependents', { id })
  /** Stops the sending of the shown stack, or lets it go on. @throws {ProblemError} */
  const pause = async (paused: boolean): Promise<void> => {
    if (stackId.value !== null) await ask('outbox:pause', { stackId: stackId.value, paused })
  }
  /** Every send and read-back so far. @throws {ProblemError} */
  const attempts = (id: string): Promise<Attempt[]> => ask('outbox:attempts', { id })

  function stop(): void {
    stopListening?.()
    stopListening = undefined
  }

  return {
    stackId,
    loaded,
    problem,
    actions,
    open,
    waiting,
    needsYou,
    ofThing,
    show,
    capture,
    retry,
    settle,
    discard,
    dependents,
    sync,
    pause,
    attempts,
    stop
  }
})
