import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { groupIds, tuidOfThing } from './workload.ts'

const firstLineSchema = z.object({ url: z.string(), client_id: z.string(), client_secret: z.string() })
const effectsSchema = z.array(z.object({ by: z.string(), kind: z.string() }))

/** Mutations sent at once: the simulator takes no larger bodies. */
const batchSize = 5_000

export interface SimulatorProcess {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  /** Every request from now on is answered so many milliseconds late. */
  setLatency(ms: number): Promise<void>
  /** Requests whose path has this in it are answered so many milliseconds late; of several, the first said counts. */
  delay(path: string, ms: number): Promise<void>
  /** How many writes of clients took effect so far. */
  countEffects(): Promise<number>
  stop(): Promise<void>
}

/** The simulator in a process of its own, with a site for the workload: it shares no event loop with what is measured. */
export async function startSimulatorProcess(things: number): Promise<SimulatorProcess> {
  const cli = join(import.meta.dirname, '../simulator/cli.ts')
  const child = spawn(process.execPath, [cli, '--port', '0', '--site', 'empty', '--token-seconds', '86400'], {
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve)
    void exited.then(() => reject(new Error('the simulator could not be started')))
  })
  const first = firstLineSchema.parse(JSON.parse(line))
  const control = new URL('/__simulator/', first.url)

  async function ask(path: string, body?: unknown): Promise<unknown> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const answer = await fetch(new URL(path, control), init)
    if (!answer.ok) throw new Error(`the simulator refuses ${path}: ${await answer.text()}`)
    return answer.json()
  }

  const mutations = [
    ...groupIds.map((groupId) => ({ action: 'createGroup', groupId })),
    ...Array.from({ length: things }, (_, index) => tuidOfThing(index)).flatMap((tuid) => [
      { action: 'addThing', tuid },
      // Devices that answer and report would keep the server busy with what nobody measures.
      { action: 'setSilent', tuid, silent: true }
    ])
  ]
  while (mutations.length > 0) await ask('world', mutations.splice(0, batchSize))

  return {
    url: first.url,
    clientId: first.client_id,
    clientSecret: first.client_secret,
    async setLatency(ms) {
      await ask('faults', { fault: 'latency', ms })
    },
    async delay(path, ms) {
      await ask('faults', { match: { path }, fault: 'latency', ms })
    },
    countEffects: async () => effectsSchema.parse(await ask('effects')).filter(({ by }) => by === 'api').length,
    async stop() {
      child.kill('SIGKILL')
      await exited
    }
  }
}
