import type { Page } from '@playwright/test'
import type { AskApp } from './stack-handover.ts'

/**
 * Calls channels of the app from its page, through the bridge that the page itself uses. The page is there before the
 * app has opened its files, and most channels answer only then: each call waits for that.
 */
export function askThroughBridge(page: Page): AskApp {
  return (channel, input) =>
    page.evaluate(
      async ([name, value]) => {
        const [room = '', deed = ''] = name.split(':')
        await window.installer.storage.open()
        // The bridge has one function for each channel of the table; this one is only known by name here.
        const bridge = window.installer as unknown as Record<string, Record<string, (value: unknown) => unknown>>
        return bridge[room]?.[deed]?.(value)
      },
      [channel, input] as const
    )
}
