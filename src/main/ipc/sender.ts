import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { isOwnPage } from '../window/origin'

/**
 * Only the main frame of our own window, showing our own page, may ask for anything.
 *
 * @param page the web contents of our window, null while there is none
 */
export function trustedSender(
  page: () => WebContents | null,
  devOrigin: string | null
): (event: IpcMainInvokeEvent) => boolean {
  return (event) => {
    try {
      const frame = event.senderFrame
      // The frame is null once it has navigated away or gone: too late to know who asked.
      if (frame === null || event.sender !== page()) return false
      return frame.parent === null && isOwnPage(frame.url, devOrigin)
    } catch {
      // Electron throws where a frame is asked about while it goes.
      return false
    }
  }
}
