import { tuidOf, type Action } from '@shared/domain/action'
import { askedCommands, lateForAnswerMs, type AskedCommand } from '@shared/domain/commandAnswer'
import type { Problem } from '@shared/domain/problem'
import type { Instant } from '@shared/domain/thing'
import type { AnswerStore } from '../ports/answerStore'

/**
 * What the server took longer ago is not waited for any more, in milliseconds. A laptop that was closed over a holiday
 * still finds what has come meanwhile.
 */
const longestBackMs = 7 * 86_400_000

/** A command of ours that the server took, and that the device has not answered yet. */
export interface AwaitedCommand extends AskedCommand {
  /** The action that carried it. */
  readonly seq: number
  readonly transactionId: number
  readonly capturedAt: Instant
  readonly acceptedAt: Instant
}

/** A thing whose answers are waited for, and how looking for them goes. */
export interface AwaitedThing {
  readonly stackId: string
  readonly tuid: string
  commands: readonly AwaitedCommand[]
  /** When the last look ended, in this run of the app. */
  triedAt: Instant | null
  /** Looks in a row that came to nothing. */
  failures: number
  problem: Problem | null
  /** A look is on its way, or waits for its turn. */
  looking: Promise<void> | null
}

export interface AwaitedThingsOptions {
  readonly store: AnswerStore
  readonly action: (seq: number) => Action | null
  readonly now: () => Instant
}

/** The things whose answers are waited for. What they are stands in the journal and beside it; nothing is kept here. */
export class AwaitedThings {
  readonly #options: AwaitedThingsOptions
  readonly #stacks = new Map<string, Map<string, AwaitedThing>>()

  constructor(options: AwaitedThingsOptions) {
    this.#options = options
  }

  /** Takes up what an earlier run of the app has waited for. A clock may have been set back by some hours since. */
  takeUp(stackId: string): void {
    const { store, action, now } = this.#options
    const seqs = store.unanswered(stackId, now() - longestBackMs, now() + lateForAnswerMs, lateForAnswerMs)
    for (const seq of seqs) {
      const sent = action(seq)
      if (sent !== null) this.add(sent)
    }
  }

  /** @returns the thing that now has something to answer; null when the action changes nothing about that */
  add(action: Action): AwaitedThing | null {
    const { stackId, seq } = action
    const tuid = tuidOf(action.intent)
    const sent = awaitedIn(action)
    if (tuid === null || sent.length === 0) return null
    const known = this.of(stackId, tuid)
    if (known?.commands.some((command) => command.seq === seq) === true) return null
    const over = new Set(
      this.#options.store
        .ofThing(stackId, tuid)
        .filter(({ answer }) => answer !== null)
        .map(({ transactionId }) => transactionId)
    )
    const commands = sent.filter(({ transactionId }) => !over.has(transactionId))
    if (commands.length === 0) return null
    const thing = known ?? this.#begin(stackId, tuid)
    thing.commands = [...thing.commands, ...commands]
    return thing
  }

  of(stackId: string, tuid: string): AwaitedThing | null {
    return this.#stacks.get(stackId)?.get(tuid) ?? null
  }

  count(stackId: string): number {
    return this.#stacks.get(stackId)?.size ?? 0
  }

  *all(): Iterable<AwaitedThing> {
    for (const things of this.#stacks.values()) yield* things.values()
  }

  stacks(): Iterable<string> {
    return this.#stacks.keys()
  }

  /** These commands are not waited for any more. */
  end(thing: AwaitedThing, isOver: (command: AwaitedCommand) => boolean): void {
    thing.commands = thing.commands.filter((command) => !isOver(command))
    if (thing.commands.length > 0 || this.of(thing.stackId, thing.tuid) !== thing) return
    this.#stacks.get(thing.stackId)?.delete(thing.tuid)
  }

  forget(stackId: string): void {
    this.#stacks.delete(stackId)
  }

  #begin(stackId: string, tuid: string): AwaitedThing {
    const thing = { stackId, tuid, commands: [], triedAt: null, failures: 0, problem: null, looking: null }
    const things = this.#stacks.get(stackId) ?? new Map<string, AwaitedThing>()
    this.#stacks.set(stackId, things.set(tuid, thing))
    return thing
  }
}

/** Whether nobody waits for the answer any more once it was looked for at this moment. */
export function isLate({ acceptedAt }: AwaitedCommand, lookedAt: Instant): boolean {
  return lookedAt - acceptedAt >= lateForAnswerMs
}

/** The commands of an action as they are to be waited for; none before the server took it. */
function awaitedIn(action: Action): AwaitedCommand[] {
  const { seq, capturedAt, receipt, state } = action
  if (state !== 'done' || receipt === null) return []
  const acceptedAt = receipt.at
  return askedCommands(action).flatMap(({ transactionId, ...asked }) =>
    transactionId === null ? [] : [{ ...asked, transactionId, seq, capturedAt, acceptedAt }]
  )
}
