import { afterEach, expect, it } from 'vitest'
import { channelNames } from '@shared/ipc/names'
import { defaultSettings } from '@shared/ipc/settings'
import type { AppInfo, StorageTrouble } from '@shared/ipc/channels'
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
const front = ['app:info', 'app:copyText', 'app:reportError', 'app:quit', 'settings:get', 'storage:open']

let stop = (): void => undefined
afterEach(() => stop())

function tell(openStorage: () => StorageTrouble | null): void {
  const handlers = createFrontHandlers({
    info: () => info,
    settings: { settings: () => defaultSettings },
    log: new RecordingLog(),
    openStorage
  })
  stop = registerIpc(handlers, () => true, new RecordingLog())
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

it('makes way for the others once they are open', async () => {
  tell(() => {
    stop()
    return null
  })
  expect(await ask('storage:open')).toEqual({ ok: true, value: null })
  await expect(ask('settings:get')).rejects.toThrow('No handler registered')
})
