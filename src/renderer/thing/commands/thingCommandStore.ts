import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Command } from '@shared/domain/command'
import { deviceKindOf } from '@shared/domain/deviceKind'
import { createCommandDraft } from '@/commands/commandDraft'
import { useDeed } from '@/deed'
import { useFollowedThings } from '@/stores/followedThings'
import { useOutboxStore } from '@/stores/outbox'
import type { ShownThing } from '../thingReadings'

/** The command that is being filled in on a thing's page; it survives leaving the section, but not the thing. */
export const useThingCommandStore = defineStore('thing-command', () => {
  const outbox = useOutboxStore()
  const followed = useFollowedThings()
  const thing = ref<ShownThing | null>(null)
  /** How often the thing reports, in seconds, as far as it is known. */
  const reportInterval = ref<number | null>(null)
  const { run, busy, problem } = useDeed()
  const draft = createCommandDraft({
    kind: () => deviceKindOf(thing.value?.tuid ?? '').kind,
    reportInterval: () => reportInterval.value
  })

  function open(next: ShownThing): void {
    const { value: before } = thing
    if (before?.stackId === next.stackId && before.tuid === next.tuid) return
    thing.value = { ...next }
    problem.value = null
    draft.clear()
  }

  /** Puts commands into the outbox, to go in one request. @returns whether they are there; if not, why stands in `problem` */
  function save(commands: Command[]): Promise<boolean> {
    return run(async () => {
      const { value: open } = thing
      if (open === null) throw new Error('A command was filled in for no thing')
      const captured = await outbox.capture(open.stackId, [{ type: 'command', tuid: open.tuid, commands }])
      followed.add(captured)
    })
  }

  return { ...draft, reportInterval, busy, problem, open, save }
})
