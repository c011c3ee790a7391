import { computed, onScopeDispose, useId, watch, type ComputedRef } from 'vue'
import type { KnownFact, ThingAtHand } from '@shared/domain/fieldWork'
import type { Tuid } from '@shared/domain/tuid'
import { beliefOf } from '@/install/belief'
import type { Belief, Known } from '@/install/choices'
import { nothingRead } from '@/readings/parts'
import { useReading } from '@/readings/useReading'
import { useFollowedThings } from '@/stores/followedThings'
import { useSessionStore } from '@/stores/session'

export interface UsedThing {
  readonly tuid: Tuid
  readonly belief: Belief
  /** The same as a plan asks for it. */
  readonly atHand: ThingAtHand
  /** Something of it is being read. */
  readonly busy: boolean
}

/**
 * A thing that was scanned for work on it, with what the server shows and our own open actions on top.
 *
 * @returns the thing, and `known`: resolves when all that can be known of it is. @throws {ProblemError} from `known`,
 * when not even what waits for it here can be asked
 */
export function useThingAtHand(tuid: () => Tuid | null): {
  readonly thing: ComputedRef<UsedThing | null>
  readonly known: () => Promise<void>
} {
  const session = useSessionStore()
  const followed = useFollowedThings()
  const by = `work ${useId()}`

  const subject = computed(() => {
    const { stackId } = session
    const its = tuid()
    return stackId === null || its === null ? null : { stackId, tuid: its }
  })
  const general = useReading(() => asked('things:general'))
  const installations = useReading(() => asked('things:installations'))
  const group = useReading(() => asked('things:group'))

  function asked<C extends 'things:general' | 'things:installations' | 'things:group'>(channel: C) {
    return subject.value === null ? null : { channel, input: subject.value }
  }

  watch(subject, (thing) => followed.follow(by, thing === null ? [] : [thing]), { immediate: true })
  onScopeDispose(() => followed.follow(by, []))

  const thing = computed<UsedThing | null>(() => {
    if (subject.value === null) return null
    const parts = {
      ...nothingRead,
      general: general.part.value,
      installations: installations.part.value,
      group: group.part.value
    }
    const belief = beliefOf(parts, followed.of(subject.value))
    return {
      tuid: subject.value.tuid,
      belief,
      atHand: {
        tuid: subject.value.tuid,
        group: factOf(belief.group),
        status: factOf(belief.status),
        notKnownToStack: belief.notKnownToStack
      },
      busy: parts.general.busy || parts.installations.busy || parts.group.busy
    }
  })

  async function known(): Promise<void> {
    if (subject.value === null) return
    const ours = followed.known(subject.value)
    await Promise.all([ours, general.freshen(), installations.freshen(), group.freshen()])
  }

  return { thing, known }
}

function factOf(known: Known | null): KnownFact | null {
  return known === null ? null : { value: known.value, sure: known.source !== 'remembered' }
}
