import { z } from 'zod'

/** Calls a channel of the app as its page would, and resolves to the answer's envelope. */
export type AskApp = (channel: string, input?: unknown) => Promise<unknown>

/** A stack that a simulator offers. */
export interface OfferedStack {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
}

const envelope = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem: z.object({ kind: z.string(), detail: z.string().optional() }) })
  ])

const stacksSchema = envelope(
  z.array(z.object({ id: z.string(), name: z.string(), baseUrl: z.string(), secret: z.string() }))
)
const savedSchema = envelope(z.unknown())
const openedSchema = envelope(z.object({ kind: z.string(), detail: z.string() }).nullable())

function freeName(taken: string[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'Demo' : `Demo ${number}`
    if (!taken.includes(name)) return name
  }
}

/**
 * Gives a running app a stack through its own front door: the channel that the set-up screen uses. The secret passes
 * through memory only, and ends up in the keychain; where there is none, the app keeps it for this run.
 *
 * @returns where the secret is now
 * @throws in words when the app does not take the stack
 */
export async function handOverStack(ask: AskApp, stack: OfferedStack): Promise<'keychain' | 'memory'> {
  // As a page does; until then nothing else is answered.
  const opened = openedSchema.parse(await ask('storage:open'))
  if (!opened.ok) throw new Error(`the app cannot open its files: ${opened.problem.kind}`)
  if (opened.value !== null) throw new Error(`the app cannot open its files: ${opened.value.detail}`)
  const list = stacksSchema.parse(await ask('stacks:list'))
  if (!list.ok) throw new Error(`the app cannot list its stacks: ${list.problem.kind}`)
  const known = list.value.find(({ baseUrl }) => baseUrl === stack.url)
  if (known?.secret === 'keychain') return 'keychain'

  const save = async (keep: 'keychain' | 'memory') =>
    savedSchema.parse(
      await ask('stacks:save', {
        id: known?.id ?? null,
        name: known?.name ?? freeName(list.value.map(({ name }) => name)),
        baseUrl: stack.url,
        clientId: stack.clientId,
        clientSecret: stack.clientSecret,
        keep
      })
    )
  const kept = await save('keychain')
  if (kept.ok) return 'keychain'
  const noKeychain = ['keychain_unavailable', 'keychain_locked'].includes(kept.problem.kind)
  const remembered = noKeychain ? await save('memory') : kept
  if (remembered.ok) return 'memory'
  const { kind, detail = '' } = remembered.problem
  throw new Error(`the app did not take the stack: ${kind} ${detail}`)
}
