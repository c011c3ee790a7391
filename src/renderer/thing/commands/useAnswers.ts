import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { allAnswers } from '@shared/domain/commandAnswer'
import { newestMessages, type ListOf, type Reading, type ThingMessage } from '@shared/domain/thing'
import type { Part } from '@/readings/parts'
import { useReading } from '@/readings/useReading'
import type { ShownThing } from '../thingReadings'
import type { FoundAnswers } from './commandRows'

export interface Answers {
  /** Null before the first answer to the question. */
  readonly found: ComputedRef<FoundAnswers | null>
  readonly part: ComputedRef<Part<ListOf<ThingMessage>>>
  readonly read: () => Promise<void>
}

/**
 * The answers of a thing to commands, anybody's, as the server has them now. They are asked for by themselves, as those of a chatty thing are soon not among
 * its newest messages any more; what cannot be asked may still be among the newest that are kept here.
 */
export function useAnswers(thing: () => ShownThing): Answers {
  const asked = useReading(() => ({ channel: 'things:messages', input: { ...thing(), ...allAnswers } }))
  const isMissing = computed(() => asked.part.value.reading !== null && asked.part.value.reading.value === null)
  const kept = useReading(() =>
    isMissing.value ? { channel: 'things:messages', input: { ...thing(), limit: newestMessages } } : null
  )
  /** What was found while there was a connection is still true without it. */
  const seen = shallowRef<readonly ThingMessage[]>([])
  const key = computed(() => `${thing().stackId} ${thing().tuid}`)

  watch(key, () => (seen.value = []), { flush: 'sync' })
  watch(
    () => asked.part.value.reading?.value,
    (value) => {
      if (value != null) seen.value = value.items
    },
    { immediate: true, flush: 'sync' }
  )

  const found = computed<FoundAnswers | null>(() => {
    const { reading } = asked.part.value
    if (reading === null) return null
    if (reading.value !== null) return { messages: reading.value.items, looked: lookedOf(reading, reading.value.items) }
    return { messages: [...seen.value, ...(kept.part.value.reading?.value?.items ?? [])], looked: null }
  })

  return { found, part: asked.part, read: asked.read }
}

/** As many as were asked for may not be all: earlier ones are then not known. */
function lookedOf({ asOf }: Reading<unknown>, items: readonly ThingMessage[]): FoundAnswers['looked'] {
  if (asOf === null) return null
  return { from: items.length < allAnswers.limit ? 0 : (items.at(-1)?.at ?? 0), at: asOf }
}
