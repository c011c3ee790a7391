import { utilityProcess, type UtilityProcess } from 'electron'
import type { Log } from '../../ports/log'
import { KeychainFailure, faultOf } from './faults'
import { answerSchema, readySchema, type Deed, type Question } from './messages'

export interface KeychainLimits {
  /** Milliseconds until a fresh process must have said that it listens. */
  readonly startMs: number
  /** Milliseconds for one answer. Long, since any call may open a password prompt, reading included. */
  readonly answerMs: number
}

export const usualLimits: KeychainLimits = { startMs: 8_000, answerMs: 60_000 }

export interface KeychainProcessOptions {
  /** The bundled process.ts. */
  readonly entry: string
  /** Under which name all entries are kept. */
  readonly service: string
  readonly limits: KeychainLimits
  readonly log: Log
}

/**
 * Main's side of the keychain process: starts it when it is first needed, and again after it crashed, hung or talked
 * nonsense. Takes one question at a time; whoever asks waits for the answer before asking again.
 */
export class KeychainProcess {
  readonly #options: KeychainProcessOptions
  #child: UtilityProcess | null = null
  #lastId = 0
  #stopped = false

  constructor(options: KeychainProcessOptions) {
    this.#options = options
  }

  /** @throws KeychainFailure */
  async ask(deed: Deed): Promise<string | null> {
    const child = this.#child ?? (await this.#start())
    const question: Question = { ...deed, id: ++this.#lastId, service: this.#options.service }
    const answered = this.#nextMessage(child, this.#options.limits.answerMs, 'silent')
    child.postMessage(question)
    const answer = answerSchema.safeParse(await answered)
    if (!answer.success || answer.data.id !== question.id) throw this.#giveUp(child, 'garbled', '')
    if (!answer.data.ok) throw new KeychainFailure(faultOf(answer.data.words), answer.data.words)
    return answer.data.value
  }

  /** Ends the process for good, whatever it is doing. */
  stop(): void {
    this.#stopped = true
    if (this.#child !== null) killNow(this.#child)
    this.#child = null
  }

  async #start(): Promise<UtilityProcess> {
    if (this.#stopped) throw new KeychainFailure('stopped', '')
    const { entry, limits, log } = this.#options
    // Nothing the process or a library in it prints may end up on a terminal or in a journal.
    const child = utilityProcess.fork(entry, [], { serviceName: 'Keychain', stdio: 'ignore' })
    this.#child = child
    child.once('exit', (code) => {
      if (this.#child === child) this.#child = null
      log.info('keychain', 'process ended', { code })
    })
    const ready = readySchema.safeParse(await this.#nextMessage(child, limits.startMs, 'not_started'))
    if (!ready.success) throw this.#giveUp(child, 'garbled', '')
    return child
  }

  #nextMessage(child: UtilityProcess, limitMs: number, late: 'silent' | 'not_started'): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        clearTimeout(timer)
        child.off('message', onMessage)
        child.off('exit', onExit)
      }
      const onMessage = (message: unknown): void => {
        finish()
        resolve(message)
      }
      const onExit = (code: number): void => {
        finish()
        reject(this.#stopped ? new KeychainFailure('stopped', '') : new KeychainFailure('crashed', `exit code ${code}`))
      }
      const timer = setTimeout(() => {
        finish()
        reject(this.#giveUp(child, late, `no answer within ${limitMs / 1000} s`))
      }, limitMs)
      child.on('message', onMessage)
      child.on('exit', onExit)
    })
  }

  /** A process that cannot be trusted any more is not asked again: the next question gets a new one. */
  #giveUp(child: UtilityProcess, fault: 'silent' | 'not_started' | 'garbled', words: string): KeychainFailure {
    if (this.#child === child) this.#child = null
    killNow(child)
    this.#options.log.warn('keychain', 'process given up', { fault, words })
    return new KeychainFailure(fault, words)
  }
}

/** Electron's own kill() asks politely, which a process stuck inside a native call does not hear. */
function killNow(child: UtilityProcess): void {
  if (child.pid === undefined) {
    // Not running yet, or not any more.
    child.once('spawn', () => killNow(child))
    return
  }
  try {
    process.kill(child.pid, 'SIGKILL')
  } catch {
    // It ended by itself a moment ago, which is all that was wanted.
  }
}
