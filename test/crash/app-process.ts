import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { tidingSchema, type Order } from './child-messages.ts'
import { memorySchema, type Memory } from './memory-watch.ts'

const resultSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), problem: z.looseObject({ kind: z.string() }) })
])

/** The app in a process of its own, to be asked as its page would ask, and to be killed. */
export class AppProcess {
  readonly #child: ChildProcess
  readonly #up = Promise.withResolvers<void>()
  readonly #waiting = new Map<number, (answer: unknown) => void>()
  readonly exited: Promise<string>
  #lastId = 0
  #output = ''

  /** @param execArgv for Node itself */
  constructor(userData: string, clockAhead: number, execArgv: readonly string[] = []) {
    this.#child = fork(
      join(import.meta.dirname, 'child.ts'),
      ['--user-data', userData, '--clock-ahead', String(clockAhead)],
      {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        serialization: 'advanced',
        execArgv: [...execArgv]
      }
    )
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#output += text))
    }
    this.exited = new Promise((resolve) => {
      this.#child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`))
    })
    this.#child.on('message', (message) => {
      const tiding = tidingSchema.parse(message)
      if (tiding.type === 'up') this.#up.resolve()
      else this.#waiting.get(tiding.id)?.(tiding.answer)
    })
    void this.exited.then((how) => this.#up.reject(new Error(`the app ended (${how})\n${this.#output}`)))
  }

  get output(): string {
    return this.#output
  }

  isUp(): Promise<void> {
    return this.#up.promise
  }

  /** @returns the value of the answer, or null when the app died over it; throws when the app says it has a problem */
  async call(channel: string, input?: unknown): Promise<unknown> {
    const answer = await this.#ask((id) => ({ type: 'call', id, channel, input }))
    if (answer === null) return null
    const result = resultSchema.parse(answer)
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.problem)}\n${this.#output}`)
    return result.value
  }

  /** @param collect whether to take away garbage first @throws when the app has died */
  async memory(collect: boolean): Promise<Memory> {
    return memorySchema.parse(await this.#ask((id) => ({ type: 'memory', id, collect })))
  }

  order(order: Order): void {
    // A process that has just died cannot be told anything; its end is noticed by whoever waits for the answer.
    if (this.#child.connected) this.#child.send(order, () => undefined)
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  /** @returns null when the app died over it */
  #ask(order: (id: number) => Order): Promise<unknown> {
    const id = ++this.#lastId
    const answered = new Promise<unknown>((resolve) => this.#waiting.set(id, resolve))
    this.order(order(id))
    return Promise.race([answered, this.exited.then(() => null)])
  }
}
