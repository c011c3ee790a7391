import { computed, onScopeDispose, useId, watch, type ComputedRef } from 'vue'
import type { KeptAnswers } from '@shared/domain/commandAnswer'
import type { ThingOfStack } from '@/stores/followedThings'
import { useKeptAnswersStore } from './keptAnswersStore'

/**
 * What a thing has answered to our commands, as long as the component shows it: meanwhile it is looked for more often.
 * Null while it is not known.
 */
export function useKeptAnswers(thing: () => ThingOfStack | null): ComputedRef<KeptAnswers | null> {
  const store = useKeptAnswersStore()
  const by = `screen ${useId()}`
  const wanted = computed(() => {
    const of = thing()
    return of === null ? null : { stackId: of.stackId, tuid: of.tuid }
  })

  watch(
    () => `${wanted.value?.stackId ?? ''} ${wanted.value?.tuid ?? ''}`,
    () => store.follow(by, wanted.value === null ? null : { thing: wanted.value, onScreen: true }),
    { immediate: true, flush: 'sync' }
  )
  onScopeDispose(() => store.follow(by, null))

  return computed(() => (wanted.value === null ? null : store.of(wanted.value)))
}
