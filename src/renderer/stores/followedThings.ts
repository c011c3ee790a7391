import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Action } from '@shared/domain/action'
import { longestQueuePage, subjectOf } from '@shared/domain/queue'
import { ask } from '@/bridge'
import { useFaultsStore } from './faults'
import { useOutboxStore } from './outbox'

export interface ThingOfStack {
  readonly stackId: string
  readonly tuid: string
}

/** A group as such: what is done with its things is theirs. */
export interface GroupOfStack {
  readonly stackId: string
  readonly groupId: string
}

type Followable = ThingOfStack | GroupOfStack

/** A thing or group that is followed, and the question about it that is under way. */
interface Followed {
  readonly subject: Followable
  asking: Promise<void> | null
  /** How often something has changed about it: an answer that was asked for before the last change may be older. */
  changes: number
}

/** Neither a TUID nor the name of a group has a blank in it. */
function keyOf(subject: Followable): string {
  return 'tuid' in subject ? `${subject.stackId} ${subject.tuid}` : `${subject.stackId} group ${subject.groupId}`
}

/**
 * The actions of the few things that are on screen, and of groups made for them, as main has them: asked for when one is
 * first followed, and again when word comes that one of them has changed. Of each the newest 100.
 */
export const useFollowedThings = defineStore('followedThings', () => {
  const outbox = useOutboxStore()
  const faults = useFaultsStore()
  const followed = new Map<string, Followed>()
  /** What each who follows wants to follow. */
  const wishes = new Map<string, readonly Followable[]>()
  /** Newest first; one that main has not answered for yet is not in it. */
  const lists = shallowRef<ReadonlyMap<string, readonly Action[]>>(new Map())
  let stopListening: (() => void) | null = null

  /** Actions about it, newest first; none while they are not known. */
  const of = (subject: Followable): readonly Action[] => lists.value.get(keyOf(subject)) ?? []
  const isKnown = (subject: Followable): boolean => lists.value.has(keyOf(subject))

  /**
   * Follows these from now on, and no others, but for what somebody else follows.
   * @param by who follows, under a name of its own
   */
  function follow(by: string, subjects: readonly Followable[]): void {
    stopListening ??= outbox.onChange(hear)
    if (subjects.length === 0) wishes.delete(by)
    else wishes.set(by, subjects)
    const wanted = new Map([...wishes.values()].flat().map((subject) => [keyOf(subject), subject]))
    for (const key of followed.keys()) if (!wanted.has(key)) followed.delete(key)
    lists.value = new Map([...lists.value].filter(([key]) => wanted.has(key)))
    for (const [key, subject] of wanted) {
      if (followed.has(key)) continue
      const one: Followed = { subject, asking: null, changes: 0 }
      followed.set(key, one)
      void refresh(one)
    }
  }

  /** Takes in what was captured here just now, before main tells of it. */
  function add(captured: readonly Action[]): void {
    for (const action of captured) {
      const one = followed.get(keyOf({ stackId: action.stackId, ...subjectOf(action.intent) }))
      if (one === undefined) continue
      put(one, [action, ...of(one.subject)])
      one.changes++
    }
  }

  /**
   * Resolves when what waits for one that is followed is known here as it is now: a batch captures in main, and of what is
   * new no word says which thing it is about.
   * @throws {ProblemError} when it cannot be asked
   */
  async function known(subject: Followable): Promise<void> {
    const one = followed.get(keyOf(subject))
    if (one === undefined) return
    if (isKnown(subject)) one.changes++
    await load(one)
  }

  async function hear(seqs: readonly number[] | null): Promise<void> {
    const changed = new Set(seqs)
    const concerned = [...followed.values()].filter(
      (one) => seqs === null || one.asking !== null || of(one.subject).some((action) => changed.has(action.seq))
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
    const { stackId, ...subject } = one.subject
    const isFollowed = (): boolean => followed.get(keyOf(one.subject)) === one
    let changes: number
    do {
      changes = one.changes
      const all = { states: null, search: '', offset: 0, limit: longestQueuePage }
      const { actions } = await ask('queue:list', { stackId, subject, ...all })
      if (!isFollowed()) return
      const newest = Math.max(0, ...actions.map((action) => action.seq))
      const captured = of(one.subject).filter((action) => action.seq > newest)
      put(one, [...captured, ...actions.toSorted((a, b) => b.seq - a.seq)])
    } while (one.changes !== changes)
  }

  function put({ subject }: Followed, actions: readonly Action[]): void {
    lists.value = new Map(lists.value).set(keyOf(subject), actions)
  }

  return { of, isKnown, follow, add, known }
})
