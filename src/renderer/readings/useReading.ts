import { computed, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue'
import { unread, type Part } from './parts'
import { keyOf, type AnswerTo, type Question, type ThingChannel } from './question'
import { useReadingPool, type HeldReading } from './readingPool'

export interface UsedReading<T> {
  readonly part: ComputedRef<Part<T>>
  /** Asks again now. Never rejects. */
  readonly read: () => Promise<void>
  /** Asks again unless the answer is a moment old. Never rejects. */
  readonly freshen: () => Promise<void>
}

/**
 * Something read of a thing, as long as the component shows it. Asked at once, unless it was answered a moment ago; when
 * the question changes or the component goes, what nobody else waits for is given up.
 *
 * @param question null: nothing is asked
 */
export function useReading<C extends ThingChannel>(question: () => Question<C> | null): UsedReading<AnswerTo<C>> {
  const pool = useReadingPool()
  const held = shallowRef<HeldReading<AnswerTo<C>> | null>(null)

  watch(
    () => {
      const asked = question()
      return asked === null ? null : keyOf(asked)
    },
    () => {
      const asked = question()
      const before = held.value
      held.value = asked === null ? null : pool.hold(asked)
      before?.release()
      void held.value?.freshen()
    },
    // At once, so that everything a page asks goes out together and before it is drawn.
    { immediate: true, flush: 'sync' }
  )
  onScopeDispose(() => held.value?.release())

  return {
    part: computed(() => held.value?.part.value ?? unread),
    read: () => held.value?.read() ?? Promise.resolve(),
    freshen: () => held.value?.freshen() ?? Promise.resolve()
  }
}
