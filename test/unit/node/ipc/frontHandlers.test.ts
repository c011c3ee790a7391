import { afterEach, expect, it } from 'vitest'
import type { Stack } from '@shared/domain/stack'
import { frontChannels } from '@shared/ipc/frontChannels'
import { channelNames, frontChannelNames } from '@shared/ipc/names'
import { defaultSettings } from '@shared/ipc/settings'
import type { AppInfo, StorageTrouble } from '@shared/ipc/channels'
import type { KnownStacks } from '../../../../src/main/ports/settingsStore'
import { createFrontHandlers } from '../../../../src/main/ipc/frontHandlers'
import { registerIpc } from '../../../../src/main/ipc/register'
import { RecordingLog } from '../recordingLog'
import { askAsPage as ask } from './askAsPage'
import { goodInputs } from './channelSamples'

const trouble: StorageTrouble = { kind: 'read_only', detail: 'attempt to write', folder: '/data', file: null }
const info: AppInfo = {
  version: '1.2.3',
  platform: 'linux',
  electron: '45',
  systemLanguage: 'en',
  dataFolder: '/data',
  notices: []
}
const front: readonly string[] = frontChannelNames
const stack: Stack = {
  id: '3f6c0f4e-6a3f-4b7e-9a51-0d3c5f1f2a11',
  name: 'Harbour',
  baseUrl: 'https://api.example.com',
  clientId: 'client'
}

let stop = (): void => undefined
afterEach(() => stop())

function tell(
  openStorage: () => StorageTrouble | null,
  known: KnownStacks = { stacks: [stack], activeStackId: stack.id }
): void {
  const handlers = createFrontHandlers({
    info: () => info,
    settings: { settings: () => defaultSettings, knownStacks: () => known },
    log: new RecordingLog(),
    openStorage
  })
  stop = registerIpc(frontChannels, handlers, () => true, new RecordingLog())
}

it.each(channelNames.filter((channel) => !front.includes(channel)))(
  'while the files cannot be opened, %s does not answer',
  async (channel) => {
    tell(() => trouble)
    await expect(ask(channel, goodInputs[channel])).rejects.toThrow('No handler registered')
  }
)

it('what it takes to say why does', async () => {
  tell(() => trouble)
  expect(await ask('storage:open')).toEqual({ ok: true, value: trouble })
  expect(await ask('settings:get')).toEqual({ ok: true, value: defaultSettings })
  expect(await ask('app:info')).toEqual({ ok: true, value: info })
})

it('tells which stack was chosen last, and no more of it than its name', async () => {
  tell(() => trouble)
  expect(await ask('stacks:chosen')).toEqual({ ok: true, value: { id: stack.id, name: 'Harbour' } })
})

it.each<[string, KnownStacks]>([
  ['there is no stack yet', { stacks: [], activeStackId: null }],
  ['none was chosen', { stacks: [stack], activeStackId: null }],
  ['the chosen one is gone', { stacks: [], activeStackId: stack.id }]
])('tells of none where %s', async (_, known) => {
  tell(() => trouble, known)
  expect(await ask('stacks:chosen')).toEqual({ ok: true, value: null })
})

it('makes way for the others once they are open', async () => {
  tell(() => {
    stop()
    return null
  })
  expect(await ask('storage:open')).toEqual({ ok: true, value: null })
  await expect(ask('settings:get')).rejects.toThrow('No handler registered')
})
