import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { newestMessages, type Reading } from '@shared/domain/thing'
import type { Tuid } from '@shared/domain/tuid'
import { ask } from '@/bridge'
import { problemOf } from '@/problemOf'
import { nothingRead, partNames, type Part, type PartName, type PartValues, type Parts } from './reading'

interface ThingOfStack {
  readonly stackId: string
  readonly tuid: Tuid
}

const readers: { readonly [P in PartName]: (thing: ThingOfStack) => Promise<Reading<PartValues[P]>> } = {
  general: (thing) => ask('things:general', thing),
  installations: (thing) => ask('things:installations', thing),
  group: (thing) => ask('things:group', thing),
  alerts: (thing) => ask('things:alerts', thing),
  messages: (thing) => ask('things:messages', { ...thing, limit: newestMessages })
}

/** What is known of the thing on the bench, part by part. An answer that comes too late is dropped. */
export const useReadingsStore = defineStore('install-readings', () => {
  const parts = shallowRef<Parts>(nothingRead)
  let current: ThingOfStack | null = null
  let questions = 0
  const latest = new Map<PartName, { question: number; answer: Promise<void> }>()

  /** Forgets the earlier thing and reads all parts of this one at once. */
  function open(thing: ThingOfStack | null): void {
    current = thing
    latest.clear()
    parts.value = nothingRead
    if (thing !== null) for (const name of partNames) void read(name)
  }

  /** Reads one part again. Never rejects: what went wrong stands in the reading. */
  function read(name: PartName): Promise<void> {
    if (current === null) return Promise.resolve()
    questions += 1
    const question = questions
    const answer = answerTo(question, name, current)
    latest.set(name, { question, answer })
    return answer
  }

  /** Reads again what could not be read before: the way to the server is open again. */
  function readFailed(): void {
    for (const name of partNames) if (parts.value[name].reading?.problem != null) void read(name)
  }

  async function answerTo(question: number, name: PartName, thing: ThingOfStack): Promise<void> {
    const before = parts.value[name]
    put(name, { reading: before.reading, busy: true })
    const reading = await readingOf(name, thing, before.reading)
    // Another thing is on the bench, or this part was asked for again: somebody knows better.
    if (latest.get(name)?.question === question) put(name, { reading, busy: false })
  }

  function put<P extends PartName>(name: P, part: Part<PartValues[P]>): void {
    parts.value = { ...parts.value, [name]: part }
  }

  /** Waits for the readings under way, but never longer than this many milliseconds. */
  async function settled(names: readonly PartName[], longest: number): Promise<void> {
    const answers = names.map((name) => latest.get(name)?.answer ?? Promise.resolve())
    let timer: ReturnType<typeof setTimeout> | undefined
    const enough = new Promise((resolve) => (timer = setTimeout(resolve, longest)))
    await Promise.race([Promise.all(answers), enough])
    clearTimeout(timer)
  }

  return { parts, open, read, readFailed, settled }
})

/** The channel itself fails on nonsense only; then what was known before stays, with the problem beside it. */
async function readingOf<P extends PartName>(
  name: P,
  thing: ThingOfStack,
  before: Reading<PartValues[P]> | null
): Promise<Reading<PartValues[P]>> {
  try {
    return await readers[name](thing)
  } catch (error) {
    return { value: before?.value ?? null, asOf: before?.asOf ?? null, live: false, problem: problemOf(error) }
  }
}
