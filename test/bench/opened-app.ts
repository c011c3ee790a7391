import { serialize } from 'node:v8'
import { events } from '@shared/ipc/channels'
import type { Transport } from '../../src/main/api/transport/transport.ts'
import { openSettings } from '../../src/main/adapters/settings/settingsFile.ts'
import { assemble, type Assembly } from '../../src/main/assembly.ts'
import { ChangeFeed } from '../../src/main/ipc/changeFeed.ts'
import type { Timing } from '../../src/main/outbox/timing.ts'
import type { Log } from '../../src/main/ports/log.ts'
import type { Presence } from '../../src/main/ports/presence.ts'
import { keepHeapSmall } from '../../src/main/smallHeap.ts'
import { MemoryKeychain } from '../unit/node/laptop/memoryKeychain.ts'

const realTime: Timing = {
  monotonicNow: () => performance.now(),
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
  random: () => Math.random()
}

const nothing = (): void => undefined
/** A benchmark in which something goes wrong measures nothing: it is told at once. */
const loudLog: Log = {
  debug: nothing,
  info: nothing,
  hide: nothing,
  warn: (area, message, fields) => process.stderr.write(`${area}: ${message} ${JSON.stringify(fields)}\n`),
  error: (area, message, fields) => process.stderr.write(`${area}: ${message} ${JSON.stringify(fields)}\n`)
}

/** Somebody works with the app all the time. */
const atWork: Presence = { isSomebodyThere: () => true, onSign: () => nothing, seen: nothing }

export interface OpenedApp extends Assembly {
  /** When an action was last new or changed, by `performance.now()`. */
  readonly lastChange: () => number
  /** @param patience how long requests under way may take to end, in milliseconds */
  readonly close: (patience: number) => Promise<void>
}

/**
 * The main process but for Electron, on the files of this folder: what a page would be told is gathered, checked and
 * serialised, and goes nowhere.
 *
 * @param secrets client secrets by stack id, as the keychain would have them
 * @param timing by whose clock the app goes; default: the real one
 * @param presence default: somebody works with it all the time
 */
export function openApp(
  folder: string,
  transport: Transport,
  secrets: ReadonlyMap<string, string>,
  timing: Timing = realTime,
  presence: Presence = atWork
): OpenedApp {
  keepHeapSmall()
  let lastChange = performance.now()
  const keychain = new MemoryKeychain()
  for (const [stackId, secret] of secrets) keychain.secrets.set(stackId, secret)
  const app = assemble({
    dataFolder: folder,
    settings: openSettings(folder),
    log: loudLog,
    timing,
    keychain,
    wasInterrupted: false,
    transport,
    presence,
    onActionChanged: (seq) => {
      lastChange = performance.now()
      feed.actionChanged(seq)
    },
    onThingChanged: (stackId, tuid) => feed.thingChanged(stackId, tuid),
    onSessionChanged: () => feed.sessionChanged(),
    onVisitChanged: (id) => feed.visitChanged(id)
  })
  const feed: ChangeFeed = new ChangeFeed({
    gatherMs: 100,
    session: () => app.session.view(),
    sendChanged: (seqs) => serialize(events['outbox:changed'].parse(seqs)),
    sendThings: (things) => serialize(events['things:changed'].parse(things)),
    sendVisit: () => undefined,
    sendSession: (session) => serialize(events['session:changed'].parse(session)),
    after: timing.after
  })
  app.start()
  return {
    ...app,
    lastChange: () => lastChange,
    async close(patience) {
      feed.stop()
      await app.stop(patience)
    }
  }
}

/** Resolves once something is so. @throws after `limitMs` */
export async function until(isSo: () => boolean, what: string, limitMs = 600_000): Promise<void> {
  const deadline = performance.now() + limitMs
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`waited ${limitMs} ms for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
