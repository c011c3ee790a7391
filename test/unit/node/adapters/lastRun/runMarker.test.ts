import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { markRun } from '../../../../../src/main/adapters/lastRun/runMarker'
import { Recoveries } from '../../../../../src/main/recoveries'
import { RecordingLog } from '../../recordingLog'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'run-marker-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const start = (now: number, log = new RecordingLog()) => markRun(folder, now, log)

it('the first run follows none that was cut short, in a folder that need not be there', () => {
  rmSync(folder, { recursive: true })
  expect(start(1000).interrupted).toBeNull()
})

it('a run that ended in order leaves nothing behind', () => {
  start(1000).end()
  expect(readdirSync(folder)).toEqual([])
  expect(start(2000).interrupted).toBeNull()
})

it('a run that did not is known by when it began, once', () => {
  start(1000)
  const second = start(2000)
  expect(second.interrupted).toEqual({ startedAt: 1000 })
  second.end()
  expect(start(3000).interrupted).toBeNull()
})

it.each(['', '{"startedAt": "yes', '\0\0\0', '[]', '{"startedAt": -1}'])(
  'a mark that was torn by a power cut (%j) is one all the same',
  (text) => {
    writeFileSync(join(folder, 'running.json'), text)
    expect(start(1000).interrupted).toEqual({ startedAt: null })
  }
)

it('a mark that cannot be written keeps nobody from working', () => {
  mkdirSync(join(folder, 'running.json'))
  const log = new RecordingLog()
  const run = start(1000, log)
  run.end()
  expect(run.interrupted).toBeNull()
  expect(log.entries).toMatchObject([
    { level: 'warn', area: 'start' },
    { level: 'warn', area: 'start' }
  ])
})

it('what is said after a crash is counted when it is said, and said until it was read', () => {
  const none = { waiting: 0, needsYou: 0, visits: [] }
  const recoveries = new Recoveries({ startedAt: 1000 })
  expect(recoveries.current(() => ({ waiting: 3, needsYou: 1, visits: ['Harbour'] }))).toEqual({
    cause: 'app',
    at: 1000,
    waiting: 3,
    needsYou: 1,
    visits: ['Harbour']
  })
  recoveries.dismiss()
  expect(recoveries.current(() => none)).toBeNull()
  recoveries.pageCrashed(5000)
  expect(recoveries.current(() => none)).toEqual({ cause: 'page', at: 5000, ...none })
  expect(new Recoveries(null).current(() => none)).toBeNull()
})
