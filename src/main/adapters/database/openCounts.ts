import { openActionStates, type ActionState } from '@shared/domain/action'
import type { StateCounts } from '../../outbox/journal'

type OpenState = (typeof openActionStates)[number]

/**
 * How many open actions each stack has. Counted once and kept up with every change: screens ask several times a second,
 * and counting a hundred thousand rows takes milliseconds each time.
 */
export class OpenCounts {
  readonly #count: (stackId: string) => Record<string, unknown>[]
  readonly #byStack = new Map<string, Record<OpenState, number>>()

  /** @param count gives rows `{state, n}` */
  constructor(count: (stackId: string) => Record<string, unknown>[]) {
    this.#count = count
  }

  of(stackId: string): StateCounts {
    let counts = this.#byStack.get(stackId)
    if (counts === undefined) {
      counts = { pending: 0, sending: 0, unknown: 0, needs_you: 0 }
      for (const { state, n } of this.#count(stackId)) if (isOpen(state)) counts[state] = Number(n)
      this.#byStack.set(stackId, counts)
    }
    const { pending, sending, unknown, needs_you } = counts
    return { waiting: pending + sending + unknown, sending, needsYou: needs_you }
  }

  /** @param before null for a new action */
  changed(stackId: string, before: ActionState | null, after: ActionState): void {
    const counts = this.#byStack.get(stackId)
    if (counts === undefined) return
    if (isOpen(before)) counts[before]--
    if (isOpen(after)) counts[after]++
  }

  /** Counts anew when next asked. */
  forget(): void {
    this.#byStack.clear()
  }
}

function isOpen(state: unknown): state is OpenState {
  return (openActionStates as readonly unknown[]).includes(state)
}
