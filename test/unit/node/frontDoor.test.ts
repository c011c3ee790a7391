import { ipcMain } from 'electron'
import { afterEach, expect, it } from 'vitest'
import type { StorageTrouble } from '@shared/ipc/channels'
import { channelNames } from '@shared/ipc/names'
import { defaultSettings } from '@shared/ipc/settings'
import type { Desk } from '../../../src/main/desk'
import { FrontDoor, type Work } from '../../../src/main/frontDoor'
import { askAsPage as ask } from './ipc/askAsPage'
import { RecordingLog } from './recordingLog'

/** What the door itself needs of a desk; the rest goes through to the work. */
const desk = {
  dataFolder: '/data',
  settings: {
    store: { settings: () => defaultSettings, knownStacks: () => ({ stacks: [], activeStackId: null }) },
    notice: null
  },
  policyNotice: null,
  isTrusted: () => true,
  log: new RecordingLog()
} as unknown as Desk

const trouble: StorageTrouble = { kind: 'disk_full', detail: 'no space left', folder: '/data', file: null }

afterEach(() => channelNames.forEach((channel) => ipcMain.removeHandler(channel)))

/** A door whose code comes when it is told to, and finds what it is told to. */
function doorTo(work: () => StorageTrouble | null) {
  const loaded = Promise.withResolvers<Work>()
  const begun: Desk[] = []
  const door = new FrontDoor(desk, () => loaded.promise)
  const come = (): void =>
    loaded.resolve((given, before) => {
      begun.push(given)
      const trouble = work()
      if (trouble === null) before()
      return trouble
    })
  return { door, begun, come, fail: (error: Error) => loaded.reject(error) }
}

it('answers a page that is there first, and has it wait for the files', async () => {
  const { door, begun, come } = doorTo(() => null)
  const opened = door.open()
  const asked = ask('storage:open')
  expect(await ask('settings:get')).toEqual({ ok: true, value: defaultSettings })
  expect(begun).toEqual([])
  come()
  expect(await asked).toEqual({ ok: true, value: null })
  expect(await opened).toBeNull()
  expect(begun).toEqual([desk])
})

it('makes way for the others once the files are open', async () => {
  const { door, come } = doorTo(() => null)
  come()
  await door.open()
  await expect(ask('settings:get')).rejects.toThrow('No handler registered')
})

it('begins the work once, whoever asks for it afterwards', async () => {
  const { door, begun, come } = doorTo(() => null)
  come()
  expect(await ask('storage:open')).toEqual({ ok: true, value: null })
  expect(await door.open()).toBeNull()
  expect(begun).toHaveLength(1)
})

it('says why they cannot be opened, goes on answering, and tries again when asked', async () => {
  let full = true
  const { door, begun, come } = doorTo(() => (full ? trouble : null))
  come()
  expect(await door.open()).toEqual(trouble)
  expect(await ask('storage:open')).toEqual({ ok: true, value: trouble })
  full = false
  expect(await ask('storage:open')).toEqual({ ok: true, value: null })
  expect(begun).toHaveLength(3)
})

it('passes on a failure that is no trouble with files', async () => {
  const { door, come } = doorTo(() => {
    throw new Error('a fault of ours')
  })
  come()
  await expect(door.open()).rejects.toThrow('a fault of ours')
})

it('tells whoever started it when its code cannot be had', async () => {
  const { door, fail } = doorTo(() => null)
  fail(new Error('no such file'))
  await expect(door.open()).rejects.toThrow('no such file')
})
