import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { KeptAnswers } from '@shared/domain/commandAnswer'
import { ask, listen } from '@/bridge'
import { useFaultsStore } from '@/stores/faults'
import type { ThingOfStack } from '@/stores/followedThings'

const keyOf = ({ stackId, tuid }: ThingOfStack): string => `${stackId} ${tuid}`

/** What somebody wants to know of the answers of a thing. */
interface Wish {
  readonly thing: ThingOfStack
  /** They are on screen, rather than only needed for something else. */
  readonly onScreen: boolean
}

/**
 * What the few things on screen have answered to our commands, as main keeps it. Main looks for the answers by itself;
 * the page says where somebody waits for them, and asks again when word comes that there is something new.
 */
export const useKeptAnswersStore = defineStore('keptAnswers', () => {
  const faults = useFaultsStore()
  /** By who wants it. */
  const wishes = new Map<string, Wish>()
  /** A thing that main has not answered for yet is not in it. */
  const known = shallowRef<ReadonlyMap<string, KeptAnswers>>(new Map())
  let attended: ThingOfStack | null = null
  let stopListening: (() => void) | null = null

  /** Null while it is not known. */
  const of = (thing: ThingOfStack): KeptAnswers | null => known.value.get(keyOf(thing)) ?? null

  /**
   * Follows this thing from now on, and no other.
   * @param by who follows, under a name of its own
   */
  function follow(by: string, wish: Wish | null): void {
    start()
    const before = wishes.get(by)
    if (wish === null) wishes.delete(by)
    else wishes.set(by, wish)
    const wanted = new Set([...wishes.values()].map(({ thing }) => keyOf(thing)))
    known.value = new Map([...known.value].filter(([key]) => wanted.has(key)))
    attend()
    if (wish !== null && (before === undefined || keyOf(before.thing) !== keyOf(wish.thing))) void load(wish.thing)
  }

  /** Looks for the answers of a thing now. Never rejects: what went wrong stands in them, or is told above all. */
  function look(thing: ThingOfStack): Promise<void> {
    return take(thing, ask('answers:look', { ...thing }))
  }

  function load(thing: ThingOfStack): Promise<void> {
    return take(thing, ask('answers:kept', { ...thing }))
  }

  async function take(thing: ThingOfStack, asked: Promise<KeptAnswers>): Promise<void> {
    try {
      const kept = await asked
      if (isFollowed(thing)) known.value = new Map(known.value).set(keyOf(thing), kept)
    } catch (error) {
      faults.report(error)
    }
  }

  function isFollowed(thing: ThingOfStack): boolean {
    return [...wishes.values()].some((wish) => keyOf(wish.thing) === keyOf(thing))
  }

  /** One thing at a time is on screen; nobody waits in front of a window that is not seen. */
  function attend(): void {
    const isSeen = document.visibilityState === 'visible'
    const next = isSeen ? ([...wishes.values()].findLast(({ onScreen }) => onScreen)?.thing ?? null) : null
    const concerned = next ?? attended
    const isSame = next === null ? attended === null : attended !== null && keyOf(next) === keyOf(attended)
    if (concerned === null || isSame) return
    attended = next
    const tuids = next === null ? [] : [next.tuid]
    ask('answers:attend', { stackId: concerned.stackId, tuids }).catch(faults.report)
  }

  function start(): void {
    if (stopListening !== null) return
    const stopHearing = listen('answers:changed', (thing) => {
      if (isFollowed(thing)) void load(thing)
    })
    document.addEventListener('visibilitychange', attend)
    stopListening = () => {
      stopHearing()
      document.removeEventListener('visibilitychange', attend)
    }
  }

  return { of, follow, look }
})
