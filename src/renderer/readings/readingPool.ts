import { defineStore } from 'pinia'
import { watch, type ShallowRef } from 'vue'
import type { ChangedThing } from '@shared/ipc/channels'
import { ask, listen } from '@/bridge'
import { useFaultsStore } from '@/stores/faults'
import { useSessionStore } from '@/stores/session'
import type { Part } from './parts'
import { PooledReading } from './pooledReading'
import { keyOf, type AnswerTo, type Question, type ThingChannel } from './question'

/** Answers nobody looks at are kept for going back, as long as there are not more than these, in elements of lists. */
const idleWeight = 20_000
const mostIdle = 100

/** What an action of ours may have made different. Everything else is changed by others, at any time. */
const changedByUs: readonly ThingChannel[] = ['things:installations', 'things:group', 'things:commands']

/** An answer that is held: while anybody holds it, it is kept up to date as well as can be. */
export interface HeldReading<T> {
  readonly part: Readonly<ShallowRef<Part<T>>>
  /** Asks now, or waits for the answer under way. Never rejects. */
  readonly read: () => Promise<void>
  /** Asks unless the server has said so a moment ago. Never rejects. */
  readonly freshen: () => Promise<void>
  /** Resolves when nothing is being asked. */
  readonly settled: () => Promise<void>
  /** What nobody holds is no longer asked for. */
  readonly release: () => void
}

/**
 * Everything the pages read of things. Nothing is asked twice: whoever wants the same shares the question and its
 * answer, and what was answered a moment ago is not asked again.
 */
export const useReadingPool = defineStore('reading-pool', () => {
  const session = useSessionStore()
  const faults = useFaultsStore()
  /** In the order of their last use. */
  const pool = new Map<string, PooledReading>()
  let givenUp: string[] = []

  function hold<C extends ThingChannel>(question: Question<C>): HeldReading<AnswerTo<C>> {
    const key = keyOf(question)
    // The key begins with the channel, so that what is under it answers that channel.
    const pooled = (pool.get(key) ?? new PooledReading(question, giveUp)) as unknown as PooledReading<C>
    pooled.holders += 1
    touch(key, pooled)
    let isHeld = true
    return {
      part: pooled.part,
      read: () => pooled.read(),
      // Without a connection the main process says what is remembered, and from when.
      freshen: () => (session.cutOff ? pooled.read() : pooled.freshen()),
      settled: () => pooled.settled(),
      release: () => {
        if (!isHeld) return
        isHeld = false
        pooled.holders -= 1
        if (pooled.holders === 0) pooled.giveUp()
        touch(key, pooled)
        dropIdle()
      }
    }
  }

  function touch(key: string, pooled: unknown): void {
    pool.delete(key)
    pool.set(key, pooled as PooledReading)
  }

  /** The least recently used go first. */
  function dropIdle(): void {
    const idle = [...pool].filter(([, { holders }]) => holders === 0)
    let weight = idle.reduce((sum, [, pooled]) => sum + pooled.weight, 0)
    let count = idle.length
    for (const [key, pooled] of idle) {
      if (weight <= idleWeight && count <= mostIdle) return
      pool.delete(key)
      weight -= pooled.weight
      count -= 1
    }
  }

  /** Those of one turn are handed back together. */
  function giveUp(ticket: string): void {
    if (givenUp.length === 0) queueMicrotask(handBack)
    givenUp.push(ticket)
  }

  function handBack(): void {
    const tickets = givenUp
    givenUp = []
    ask('things:cancel', { tickets }).catch((error: unknown) => faults.report(error))
  }

  /** @param changed null: any thing may have */
  function outdate(changed: readonly ChangedThing[] | null): void {
    for (const pooled of pool.values()) {
      const { channel, input } = pooled.question
      const isConcerned = (thing: ChangedThing): boolean =>
        thing.stackId === input.stackId && (thing.tuid === null || thing.tuid === input.tuid)
      if (changedByUs.includes(channel) && (changed === null || changed.some(isConcerned))) pooled.outdate()
    }
  }

  /** What was read at another address, or as another customer, is not this stack's. */
  function forget(stackId: string): void {
    for (const pooled of pool.values()) if (pooled.question.input.stackId === stackId) pooled.forget()
  }

  /** Asks again for what a stack's server was found not to offer. Never rejects. */
  async function recheck(stackId: string): Promise<void> {
    try {
      await ask('things:recheck', { stackId })
    } catch (error) {
      faults.report(error)
      return
    }
    for (const pooled of pool.values()) {
      const isLacking = pooled.part.value.reading?.problem?.kind === 'not_offered'
      if (isLacking && pooled.holders > 0 && pooled.question.input.stackId === stackId) void pooled.read()
    }
  }

  listen('things:changed', outdate)
  // What could not be read without a connection is read with it, and nobody has to ask.
  watch(
    () => session.online,
    (online) => {
      if (!online) return
      for (const pooled of pool.values()) {
        if (pooled.holders > 0 && pooled.part.value.reading?.problem != null) void pooled.read()
      }
    }
  )

  return { hold, forget, recheck }
})
