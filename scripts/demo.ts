import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSimulator, type Simulator } from '../test/simulator/simulator.ts'

function rememberedPort(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0 // the first time here
  }
}

/**
 * Starts the simulated cloud with the demo site, on the same port as the last time with this user data: the stack that
 * the app remembers, and what still waits in its outbox, find their way again.
 */
export async function startDemo(userData: string): Promise<Simulator> {
  mkdirSync(userData, { recursive: true })
  const file = join(userData, 'host-demo-port')
  const port = rememberedPort(file)
  const simulator = await startSimulator({ site: 'demo', port }).catch((error: unknown) => {
    if (port === 0) throw error
    return startSimulator({ site: 'demo', port: 0 }) // somebody else has the old port now
  })
  writeFileSync(file, new URL(simulator.url).port)
  return simulator
}
