import type { WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import type { Session } from '@shared/ipc/channels'
import { sendEvent } from '../../../../src/main/ipc/sendEvent'
import { RecordingLog } from '../recordingLog'

const session: Session = {
  stack: null,
  connection: 'no_stack',
  since: 0,
  problem: null,
  waiting: 0,
  sending: 0,
  needsYou: 0,
  paused: false,
  progress: null,
  storage: null,
  elsewhere: { waiting: 0, needsYou: 0 }
}

function pageThatHears(destroyed = false): { page: WebContents; heard: unknown[][] } {
  const heard: unknown[][] = []
  const page = { isDestroyed: () => destroyed, send: (...args: unknown[]) => void heard.push(args) }
  // Sending an event needs no more of a page than this.
  return { page: page as unknown as WebContents, heard }
}

describe('an event for the page', () => {
  it('is sent as the table has it', () => {
    const { page, heard } = pageThatHears()
    sendEvent(page, 'session:changed', session, new RecordingLog())
    expect(heard).toEqual([['session:changed', session]])
  })

  it('is logged and kept back when it does not match the table, without its values', () => {
    const { page, heard } = pageThatHears()
    const log = new RecordingLog()
    // A mistake of ours that slipped past the compiler.
    const wrong = { ...session, token: 'canary-value' } as Session
    sendEvent(page, 'session:changed', wrong, log)
    expect(heard).toEqual([])
    expect(log.entries).toMatchObject([{ level: 'error', fields: { name: 'session:changed' } }])
    expect(JSON.stringify(log.entries)).not.toContain('canary-value')
  })

  it('is what was looked at, whatever the payload says when it is asked again', () => {
    const { page, heard } = pageThatHears()
    let asked = 0
    const changing = {
      ...session,
      get waiting(): unknown {
        return asked++ === 0 ? 0 : 'canary-value'
      }
    }
    // A mistake of ours that slipped past the compiler.
    sendEvent(page, 'session:changed', changing as Session, new RecordingLog())
    expect(JSON.stringify(heard)).toBe(JSON.stringify([['session:changed', session]]))
  })

  it('is dropped quietly when there is no window', () => {
    const { page, heard } = pageThatHears(true)
    const log = new RecordingLog()
    sendEvent(page, 'session:changed', session, log)
    sendEvent(null, 'session:changed', session, log)
    expect(heard).toEqual([])
    expect(log.entries).toEqual([])
  })
})
