/** Runs first in a child that stands in for a utility process: gives it `process.parentPort` and ties it to its parent. */
import { EventEmitter } from 'node:events'

class ParentPort extends EventEmitter {
  readonly #early: unknown[] = []

  constructor() {
    super()
    // Electron keeps messages until somebody listens.
    this.on('newListener', (event) => {
      if (event === 'message') queueMicrotask(() => this.#deliverEarly())
    })
    process.on('message', (data) => {
      if (this.listenerCount('message') === 0 || this.#early.length > 0) this.#early.push(data)
      else this.emit('message', { data, ports: [] })
    })
  }

  postMessage(message: unknown): void {
    process.send?.(message)
  }

  #deliverEarly(): void {
    for (const data of this.#early.splice(0)) this.emit('message', { data, ports: [] })
  }
}

Object.defineProperty(process, 'type', { value: 'utility', enumerable: true })
Object.defineProperty(process, 'parentPort', { value: new ParentPort(), enumerable: true })

// Also after a SIGKILL of the parent, and also while a native call hangs, for which process.exit() would wait.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
