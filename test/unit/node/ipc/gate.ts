import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { channelNames, type ChannelName } from '@shared/ipc/names'
import type { Result } from '@shared/ipc/result'
import { registerIpc, type Handlers } from '../../../../src/main/ipc/register'
import { RecordingLog } from '../recordingLog'

/** What the stand-in for ipcMain offers beyond Electron's own: calling a channel as a page would. */
interface Callable {
  answer(channel: string, event: unknown, args: unknown[]): Promise<unknown>
}

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
  registerIpc(handlers as unknown as Handlers, isTrusted, log)
  // The module is the host's stand-in here, whose `answer` Electron's own types do not know.
  const callable = ipcMain as unknown as Callable
  return {
    log,
    ran,
    call: async (channel, ...args) => (await callable.answer(channel, {}, args)) as Result<unknown>,
    close: () => channelNames.forEach((channel) => ipcMain.removeHandler(channel))
  }
}
