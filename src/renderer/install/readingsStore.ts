import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { newestMessages } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import { nothingRead, partNames, type PartName, type Parts } from '@/readings/parts'
import { useReadingPool, type HeldReading } from '@/readings/readingPool'

interface ThingOfStack {
  readonly stackId: string
  readonly tuid: Tuid
}

type Held = { readonly [P in PartName]: HeldReading<NonNullable<NonNullable<Parts[P]['reading']>['value']>> }

/** What is known of the thing on the bench, part by part. */
export const useReadingsStore = defineStore('install-readings', () => {
  const pool = useReadingPool()
  const held = shallowRef<Held | null>(null)

  const parts = computed<Parts>(() => {
    const { value: each } = held
    if (each === null) return nothingRead
    return {
      general: each.general.part.value,
      installations: each.installations.part.value,
      group: each.group.part.value,
      alerts: each.alerts.part.value,
      messages: each.messages.part.value
    }
  })

  /** Lets the earlier thing go and reads all parts of this one at once. */
  function open(thing: ThingOfStack | null): void {
    const { value: before } = held
    held.value =
      thing === null
        ? null
        : {
            general: pool.hold({ channel: 'things:general', input: thing }),
            installations: pool.hold({ channel: 'things:installations', input: thing }),
            group: pool.hold({ channel: 'things:group', input: thing }),
            alerts: pool.hold({ channel: 'things:alerts', input: thing }),
            messages: pool.hold({ channel: 'things:messages', input: { ...thing, limit: newestMessages } })
          }
    for (const name of partNames) {
      before?.[name].release()
      void held.value?.[name].freshen()
    }
  }

  /** Reads one part again. Never rejects: what went wrong stands in the reading. */
  function read(name: PartName): Promise<void> {
    return held.value?.[name].read() ?? Promise.resolve()
  }

  function readAll(): void {
    for (const name of partNames) void read(name)
  }

  /** Waits for the readings under way, but never longer than this many milliseconds. */
  async function settled(names: readonly PartName[], longest: number): Promise<void> {
    const answers = names.map((name) => held.value?.[name].settled() ?? Promise.resolve())
    let timer: ReturnType<typeof setTimeout> | undefined
    const enough = new Promise((resolve) => (timer = setTimeout(resolve, longest)))
    await Promise.race([Promise.all(answers), enough])
    clearTimeout(timer)
  }

  return { parts, open, read, readAll, settled }
})
