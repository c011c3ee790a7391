import type { ChannelInput, ChannelOutput, EventPayload } from '@shared/ipc/channels'
import { frontChannelNames, type ChannelName, type EventName } from '@shared/ipc/names'
import type { Result } from '@shared/ipc/result'
import { ProblemError } from '@shared/domain/problem'

type Input<C extends ChannelName> = ChannelInput<C> extends undefined ? [] : [input: ChannelInput<C>]

type AnyCall = (input?: unknown) => Promise<Result<unknown>>

/** While the files are not open, what needs them is not asked but waits for this. */
let filesOpen: Promise<void> | null = null

/** Lets a page be drawn before the files are open: what they are needed for is asked when this resolves. */
export function askWhenOpen(opened: Promise<void>): void {
  filesOpen = opened
}

/**
 * Asks the main process.
 * @throws {ProblemError} with the problem the main process answered, or `internal` when it did not answer at all
 */
export async function ask<C extends ChannelName>(channel: C, ...input: Input<C>): Promise<ChannelOutput<C>> {
  if (filesOpen !== null && !isFront(channel)) await filesOpen
  const result = await answerOf(channel, input[0])
  if (!result.ok) throw new ProblemError(result.problem)
  // The bridge's type is derived from the same table and the main process parses what it sends.
  return result.value as ChannelOutput<C>
}

/** Listens to what the main process tells unasked. @returns a function that stops listening */
export function listen<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
  return window.installer.on(event, listener)
}

function isFront(channel: ChannelName): boolean {
  return frontChannelNames.some((front) => front === channel)
}

async function answerOf(channel: ChannelName, input: unknown): Promise<Result<unknown>> {
  const [room = '', deed = ''] = channel.split(':')
  // `stacks:list` is `installer.stacks.list`: a channel's name is its path, which the compiler cannot follow.
  const rooms = window.installer as unknown as Record<string, Record<string, AnyCall> | undefined>
  const call = rooms[room]?.[deed]
  if (call === undefined) throw new ProblemError({ kind: 'internal', detail: `no such channel: ${channel}` })
  try {
    return await call(plainCopy(input))
  } catch (error) {
    throw new ProblemError({ kind: 'internal', detail: String(error) }, { cause: error })
  }
}

/**
 * What crosses is plain data, and bytes as they are. A reactive object would be refused, and only where the two worlds
 * are truly apart.
 */
function plainCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map(plainCopy)
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(entries.map(([name, part]: [string, unknown]) => [name, plainCopy(part)]))
}
