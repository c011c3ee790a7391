import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { tuidOf, type Action } from '@shared/domain/action'
import { longestQueuePage } from '@shared/domain/queue'
import { ask } from '@/bridge'
import { useFaultsStore } from './faults'
import { useOutboxStore } from './outbox'

export interface ThingOfStack {
  readonly stackId: string
  readonly tuid: string
}

/** A thing that is followed, and the question about it that is under way. */
interface Followed {
  readonly thing: ThingOfStack
  asking: Promise<void> | null
  /** How often something has changed about it: an answer that was asked for before the last change may be older. */
  changes: number
}

const keyOf = ({ stackId, tuid }: ThingOfStack): string => `${stackId} ${tuid}`

/**
 * The actions of the few things that are on screen, as main has them: asked for when a thing is first followed, and
 * again when word comes that one of them has changed. Of each thing the newest 100.
 */
export const useFollowedThings = defineStore('followedThings', () => {
  const outbox = useOutboxStore()
  const faults = useFaultsStore()
  const followed = new Map<string, Followed>()
  /** What each who follows wants to follow. */
  const wishes = new Map<string, readonly ThingOfStack[]>()
  /** Newest first; a thing that main has not answered for yet is not in it. */
  const lists = shallowRef<ReadonlyMap<string, readonly Action[]>>(new Map())
  let stopListening: (() => void) | null = null

  /** Actions about a thing, newest first; none while they are not known. */
  const of = (thing: ThingOfStack): readonly Action[] => lists.value.get(keyOf(thing)) ?? []
  const isKnown = (thing: ThingOfStack): boolean => lists.value.has(keyOf(thing))

  /**
   * Follows these things from now on, and no others, but for what somebody else follows.
   * @param by who follows, under a name of its own
   */
  function follow(by: string, things: readonly ThingOfStack[]): void {
    stopListening ??= outbox.onChange(hear)
    if (things.length === 0) wishes.delete(by)
    else wishes.set(by, things)
    const wanted = new Map([...wishes.values()].flat().map((thing) => [keyOf(thing), thing]))
    for (const key of followed.keys()) if (!wanted.has(key)) followed.delete(key)
    lists.value = new Map([...lists.value].filter(([key]) => wanted.has(key)))
    for (const [key, thing] of wanted) {
      if (followed.has(key)) continue
      const one: Followed = { thing, asking: null, changes: 0 }
      followed.set(key, one)
      void refresh(one)
    }
  }

  /** Takes in what was captured here just now, before main tells of it. */
  function add(captured: readonly Action[]): void {
    for (const action of captured) {
      const tuid = tuidOf(action.intent)
      const one = tuid === null ? undefined : followed.get(keyOf({ stackId: action.stackId, tuid }))
      if (one === undefined) continue
      put(one, [action, ...of(one.thing)])
      one.changes++
    }
  }

  /** Resolves when what waits for a followed thing is known here. @throws {ProblemError} when it cannot be asked */
  async function known(thing: ThingOfStack): Promise<void> {
    const one = followed.get(keyOf(thing))
    if (one !== undefined && !isKnown(thing)) await load(one)
  }

  async function hear(seqs: readonly number[] | null): Promise<void> {
    const changed = new Set(seqs)
    const concerned = [...followed.values()].filter(
      (one) => seqs === null || one.asking !== null || of(one.thing).some((action) => changed.has(action.seq))
    )
    for (const one of concerned) one.changes++
    await Promise.all(concerned.map(refresh))
  }

  async function refresh(one: Followed): Promise<void> {
    try {
      await load(one)
    } catch (error) {
      faults.report(error)
    }
  }

  function load(one: Followed): Promise<void> {
    one.asking ??= askAbout(one).finally(() => (one.asking = null))
    return one.asking
  }

  async function askAbout(one: Followed): Promise<void> {
    const { stackId, tuid } = one.thing
    const isFollowed = (): boolean => followed.get(keyOf(one.thing)) === one
    let changes: number
    do {
      changes = one.changes
      const all = { states: null, search: '', offset: 0, limit: longestQueuePage }
      const { actions } = await ask('queue:list', { stackId, subject: { tuid }, ...all })
      if (!isFollowed()) return
      const newest = Math.max(0, ...actions.map((action) => action.seq))
      const captured = of(one.thing).filter((action) => action.seq > newest)
      put(one, [...captured, ...actions.toSorted((a, b) => b.seq - a.seq)])
    } while (one.changes !== changes)
  }

  function put({ thing }: Followed, actions: readonly Action[]): void {
    lists.value = new Map(lists.value).set(keyOf(thing), actions)
  }

  return { of, isKnown, follow, add, known }
})
