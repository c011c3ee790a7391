import { randomUUID } from 'node:crypto'
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import { ProblemError, type Problem } from '@shared/domain/problem'
import type { channels, ChannelOutput, ParsedInput } from '@shared/ipc/channels'
import type { ChannelName } from '@shared/ipc/names'
import type { Result } from '@shared/ipc/result'
import type { Log } from '../ports/log'
import { unfitInput } from './plainInput'

/** One function for each channel of the table; the compiler refuses a missing or a surplus one. */
export type Handlers = {
  readonly [C in ChannelName]: (input: ParsedInput<C>) => ChannelOutput<C> | Promise<ChannelOutput<C>>
}

/** What a handler is once its channel is no longer known by name: the table's own schemas stand around it. */
type AnyHandler = (input: unknown) => unknown

/**
 * Puts every handler behind the same three gates: who asks, what is asked, what is answered. A wrong sender is thrown
 * out without a word; everything else answers with a Result, so that the page always learns the kind of a problem.
 *
 * @param table of all channels, or of some: the others do not answer at all
 * @param handlers of its channels
 * @param isTrusted see trustedSender
 * @returns a function that takes the handlers away again
 */
export function registerIpc<C extends ChannelName>(
  table: Pick<typeof channels, C>,
  handlers: Pick<Handlers, C>,
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
  log: Log
): () => void {
  // The table's own keys.
  const given = Object.keys(table) as C[]
  for (const channel of given) {
    const { input, output } = table[channel]
    // Each handler belongs to the channel it is looked up by, which a union over all channels cannot express.
    const handler = handlers[channel] as AnyHandler
    ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<Result<unknown>> => {
      if (!isTrusted(event)) {
        log.warn('ipc', 'refused a call from a foreign sender', { channel })
        throw new Error('refused')
      }
      return answer(channel, input, output, handler, args, log)
    })
  }
  return () => given.forEach((channel) => ipcMain.removeHandler(channel))
}

async function answer(
  channel: ChannelName,
  inputSchema: z.ZodType,
  outputSchema: z.ZodType,
  handler: AnyHandler,
  args: readonly unknown[],
  log: Log
): Promise<Result<unknown>> {
  const read = readInput(inputSchema, args)
  if (!read.ok) {
    log.warn('ipc', 'refused an input', { channel, reason: read.reason })
    return { ok: false, problem: { kind: 'invalid_input', detail: read.reason } }
  }
  try {
    const given = await handler(read.value)
    const answered = outputSchema.safeParse(given)
    if (answered.success) return { ok: true, value: answered.data }
    return { ok: false, problem: ourFault(channel, log, { wrongAnswer: describeIssues(answered.error) }) }
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem }
    return { ok: false, problem: ourFault(channel, log, { error }) }
  }
}

type ReadInput = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string }

function readInput(schema: z.ZodType, args: readonly unknown[]): ReadInput {
  try {
    return parseInput(schema, args)
  } catch {
    // Nothing that comes out of a structured clone throws when it is looked at; what does, is no input.
    return { ok: false, reason: 'cannot be read' }
  }
}

function parseInput(schema: z.ZodType, args: readonly unknown[]): ReadInput {
  if (args.length > 1) return { ok: false, reason: 'more than one argument' }
  const unfit = unfitInput(args[0])
  if (unfit !== null) return { ok: false, reason: unfit }
  const parsed = schema.safeParse(args[0])
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: describeIssues(parsed.error) }
}

const mostIssues = 5
const longestPath = 80

/** Which fields are wrong and how, without a word of what was in them: the input may hold a secret. */
export function describeIssues(error: z.ZodError): string {
  const said = error.issues.slice(0, mostIssues).map((issue) => {
    const path = issue.path.map(String).join('.').slice(0, longestPath)
    return `${path === '' ? '(input)' : path}: ${issue.code}`
  })
  const rest = error.issues.length - said.length
  return rest > 0 ? `${said.join(', ')} and ${rest} more` : said.join(', ')
}

/** Logs what went wrong under a reference that the page can show and support can look for. */
function ourFault(channel: ChannelName, log: Log, fields: Readonly<Record<string, unknown>>): Problem {
  const reference = randomUUID().slice(0, 8)
  log.error('ipc', 'a call failed', { channel, reference, ...fields })
  return { kind: 'internal', detail: `log reference ${reference}` }
}
