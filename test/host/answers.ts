import type { Answer } from './driven-messages.ts'
import { decode, encode } from './page/wire.ts'

/** Questions that were sent and wait for the answer with their number. */
export class Questions {
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  #lastId = 0

  /** @throws what the other side says went wrong */
  ask(send: (id: number) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId
      this.#waiting.set(id, { resolve, reject })
      send(id)
    })
  }

  settle(answer: Answer): void {
    const question = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if (answer.ok) question?.resolve(decode(answer.value))
    else question?.reject(new Error(answer.error))
  }

  /** The other side is gone. */
  abandon(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason))
    this.#waiting.clear()
  }
}

/** Does the work and puts its outcome into words for the other side. */
export async function answerTo(id: number, work: () => unknown): Promise<Answer> {
  try {
    return { id, ok: true, value: encode(await work()) }
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
