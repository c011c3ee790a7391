import type { Page } from '@playwright/test'

interface Typing {
  /** Null: nothing ends it. */
  end?: 'Enter' | 'Tab' | null
}

/** Milliseconds from key to key of an ordinary hand scanner. */
const pace = 8

const named: Readonly<Record<string, { code: string; keyCode: number; text?: string }>> = {
  Enter: { code: 'Enter', keyCode: 13, text: '\r' },
  Tab: { code: 'Tab', keyCode: 9 },
  ' ': { code: 'Space', keyCode: 32, text: ' ' }
}

/**
 * Types as a hand scanner does: real keys to whatever has the focus, which carry the times at which a scanner would
 * have pressed them, however slow this machine is.
 */
export async function handScan(page: Page, label: string, { end = 'Enter' }: Typing = {}): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const keys = [...Array.from(label), ...(end === null ? [] : [end])]
  const start = Date.now()
  const strokes = keys.flatMap((key, index) => {
    const { code, keyCode, text } = named[key] ?? { code: '', keyCode: key.toUpperCase().charCodeAt(0), text: key }
    const timestamp = (start + index * pace) / 1000
    const stroke = { key, code, windowsVirtualKeyCode: keyCode, timestamp }
    return [
      {
        ...stroke,
        type: text === undefined ? ('rawKeyDown' as const) : ('keyDown' as const),
        ...(text === undefined ? {} : { text })
      },
      { ...stroke, type: 'keyUp' as const }
    ]
  })
  await Promise.all(strokes.map((stroke) => session.send('Input.dispatchKeyEvent', stroke)))
  await session.detach()
}
