/**
 * Entry of a process of its own, `node --expose-gc --import register.ts idle-app.ts JSON`: the app does a day's work and
 * is then left alone for hours, by a clock that moves on as soon as nothing is under way. Tells what it holds in memory
 * after each of these hours, one line of JSON each.
 */
import { randomUUID } from 'node:crypto'
import { createTransport } from '../../src/main/api/transport/createTransport.ts'
import { isDiskBusy, turn } from '../unit/node/laptop/eventLoop.ts'
import { ManualClock } from '../unit/node/laptop/manualClock.ts'
import { PlayedPresence } from '../unit/node/laptop/playedPresence.ts'
import { WatchedTransport } from '../unit/node/laptop/watchedTransport.ts'
import { idleOrderSchema, type IdleHour } from './idle-messages.ts'
import { openApp } from './opened-app.ts'
import { seedStack } from './seeded-queue.ts'
import { intentOf } from './workload.ts'

const hour = 3_600_000

const { folder, url, clientId, clientSecret, actions, things, hoursBefore, hours } = idleOrderSchema.parse(
  JSON.parse(process.argv[2] ?? '')
)
const collect = globalThis.gc
if (collect === undefined) throw new Error('to be started with --expose-gc')

const stackId = randomUUID()
seedStack(folder, stackId, url, clientId)

let requests = 0
const inner = createTransport()
const transport = new WatchedTransport({
  send: (request) => {
    requests++
    return inner.send(request)
  },
  close: () => inner.close()
})
const clock = new ManualClock()
const presence = new PlayedPresence()
const app = openApp(folder, transport, new Map([[stackId, clientSecret]]), clock.run().timing, presence)

/** Waits until nothing is under way and nothing more begins by itself. No time passes. */
async function quiet(): Promise<void> {
  for (let idleTurns = 0; idleTurns < 4; idleTurns++) {
    if (transport.isBusy || isDiskBusy()) idleTurns = -1
    await turn()
  }
}

async function pass(ms: number): Promise<void> {
  const end = clock.now() + ms
  await quiet()
  for (let next = clock.nextDue; next !== null && next <= end; next = clock.nextDue) {
    clock.advanceTo(next)
    await quiet()
  }
  clock.advanceTo(end)
}

function tell(): void {
  // What was only waiting to be finalised by the first goes with the second.
  collect?.()
  collect?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  const told: IdleHour = { held: heapUsed + external, rss, requests }
  process.stdout.write(`${JSON.stringify(told)}\n`)
  requests = 0
}

app.outbox.capture(
  stackId,
  Array.from({ length: actions }, (_, index) => intentOf(index, things))
)
while (app.outbox.counts(stackId).waiting > 0) await pass(60_000)
if (app.outbox.counts(stackId).needsYou > 0) throw new Error('some of the work waits for a person')
presence.leave()
await pass(hoursBefore * hour)
tell()
for (let done = 0; done < hours; done++) {
  await pass(hour)
  tell()
}
if (app.session.view().connection !== 'online') throw new Error('the app did not stay online')
await app.close(0)
