import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { channels } from '@shared/ipc/channels'
import { channelNames, type ChannelName } from '@shared/ipc/names'
import type { Result } from '@shared/ipc/result'
import { registerIpc, type Handlers } from '../../../../src/main/ipc/register'
import { RecordingLog } from '../recordingLog'
import { askAsPage } from './askAsPage'

export interface Gate {
  readonly log: RecordingLog
  /** Names of the channels whose handler ran, in order. */
  readonly ran: ChannelName[]
  call(channel: ChannelName, ...args: unknown[]): Promise<Result<unknown>>
  close(): void
}

/**
 * Registers handlers for all channels; those not given refuse to be run.
 *
 * @param isTrusted who may call
 */
export function openGate(
  given: Partial<Record<ChannelName, (input: unknown) => unknown>> = {},
  isTrusted: (event: IpcMainInvokeEvent) => boolean = () => true
): Gate {
  const log = new RecordingLog()
  const ran: ChannelName[] = []
  const handlers = Object.fromEntries(
    channelNames.map((channel) => [
      channel,
      (input: unknown) => {
        ran.push(channel)
        const handler = given[channel]
        if (handler === undefined) throw new Error(`nobody expected ${channel} to run`)
        return handler(input)
      }
    ])
  )
  // Tests answer with whatever they like, also with what the table forbids.
  registerIpc(channels, handlers as unknown as Handlers, isTrusted, log)
  return {
    log,
    ran,
    call: async (channel, ...args) => (await askAsPage(channel, ...args)) as Result<unknown>,
    close: () => channelNames.forEach((channel) => ipcMain.removeHandler(channel))
  }
}
