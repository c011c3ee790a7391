import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Diagnostics } from '@shared/ipc/diagnosticsChannels'
import { ask } from '@/bridge'
import { useDeed } from '@/deed'
import { queueContent } from '@/queue/exportFile'
import { saveFile } from '@/saveFile'
import { diagnosticsFiles, zipOf, type QueueText } from './diagnosticsFiles'

interface Gathered {
  readonly diagnostics: Diagnostics
  readonly queues: readonly QueueText[]
  readonly at: number
}

/** What support needs to know: gathered, looked at, and saved as it was looked at. */
export function useDiagnostics() {
  const { t } = useI18n()
  const { busy, problem, run } = useDeed()
  const gathered = shallowRef<Gathered | null>(null)
  const withQueue = ref(true)
  /** Name of the file that was made; empty before. */
  const made = ref('')
  let given = new AbortController()
  let underWay: Promise<unknown> = Promise.resolve()

  const files = computed(() => {
    if (gathered.value === null) return []
    const { diagnostics, queues, at } = gathered.value
    return diagnosticsFiles(diagnostics, withQueue.value ? queues : null, at, t)
  })

  async function gather(): Promise<void> {
    given.abort()
    const { signal } = (given = new AbortController())
    gathered.value = null
    made.value = ''
    // What was given up ends first.
    await underWay
    if (!signal.aborted) await (underWay = run(() => collect(signal)))
  }

  async function collect(signal: AbortSignal): Promise<void> {
    const diagnostics = await ask('diagnostics:collect')
    const queues: QueueText[] = []
    for (const { id, name } of diagnostics.stacks) {
      const content = await queueContent(id, { format: 'json', signal })
      if (content === null) return
      queues.push({ stackName: name, text: await content.text() })
    }
    gathered.value = { diagnostics, queues, at: Date.now() }
  }

  function save(): void {
    const { name, content } = zipOf(files.value, gathered.value?.at ?? Date.now())
    saveFile(content, name)
    made.value = name
  }

  const giveUp = (): void => given.abort()
  onScopeDispose(giveUp)

  return { busy, problem, files, withQueue, made, gather, save, giveUp }
}
