import { computed, onScopeDispose, useId, watch, type ComputedRef } from 'vue'
import type { Action } from '@shared/domain/action'
import { useFollowedThings } from '@/stores/followedThings'
import type { ShownThing } from './thingReadings'

/** Our own actions about a thing, newest first, as long as the component shows it. */
export function useThingActions(thing: () => ShownThing): ComputedRef<readonly Action[]> {
  const followed = useFollowedThings()
  const by = `thing ${useId()}`

  watch(
    () => `${thing().stackId} ${thing().tuid}`,
    () => followed.follow(by, [thing()]),
    { immediate: true, flush: 'sync' }
  )
  onScopeDispose(() => followed.follow(by, []))

  return computed(() => followed.of(thing()))
}
