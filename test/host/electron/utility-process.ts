import { fork, type ChildProcess, type StdioOptions } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { app } from './app.ts'

type OutputMode = 'pipe' | 'ignore' | 'inherit'

interface ForkOptions {
  env?: NodeJS.ProcessEnv
  execArgv?: string[]
  cwd?: string
  stdio?: OutputMode | OutputMode[]
  serviceName?: string
}

const bootstrap = fileURLToPath(new URL('../utility-bootstrap.ts', import.meta.url))

/** Standard output belongs to the host's own first line, so an inherited stream always is standard error. */
function streamOf(mode: OutputMode | undefined): 'pipe' | 'ignore' | 2 {
  return mode === undefined || mode === 'inherit' ? 2 : mode
}

function stdioOf(mode: ForkOptions['stdio']): StdioOptions {
  const [output, error] = Array.isArray(mode) ? mode.slice(-2) : [mode, mode]
  return ['ignore', streamOf(output), streamOf(error), 'ipc']
}

/** A utility process: a Node child with `process.parentPort`, which never outlives this process. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess
  #running = false

  constructor(modulePath: string, args: string[], options: ForkOptions) {
    super()
    this.#child = fork(modulePath, args, {
      env: options.env ?? process.env,
      execArgv: ['--import', bootstrap, ...(options.execArgv ?? [])],
      cwd: options.cwd ?? process.cwd(),
      stdio: stdioOf(options.stdio),
      serialization: 'advanced'
    })
    this.#child.on('spawn', () => {
      this.#running = true
      this.emit('spawn')
    })
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.on('error', (error) => this.emit('error', 'FatalError', modulePath, String(error)))
    this.#child.on('exit', (code, signal) => {
      this.#running = false
      this.emit('exit', code ?? (signal === 'SIGTERM' ? 15 : 9))
      const { serviceName = 'Node Utility Process' } = options
      app.emit('child-process-gone', {}, { type: 'Utility', name: serviceName, exitCode: code ?? 9 })
    })
  }

  get pid(): number | undefined {
    return this.#running ? this.#child.pid : undefined
  }

  get stdout(): Readable | null {
    return this.#child.stdout
  }

  get stderr(): Readable | null {
    return this.#child.stderr
  }

  postMessage(message: unknown): void {
    // Advanced serialization takes whatever structured clone takes; the type only knows JSON.
    if (this.#child.connected) this.#child.send(message as object)
  }

  kill(): boolean {
    return this.#running && this.#child.kill()
  }
}

export const utilityProcess = {
  fork(modulePath: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess {
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready.')
    return new UtilityProcess(modulePath, args, options)
  }
}
