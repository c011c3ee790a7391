import { nextTick } from 'vue'

/** The clock of the keys: each test's begin where those of the one before ended. */
let at = 1000

interface Typing {
  /** Milliseconds from key to key. */
  pace?: number
  /** Null: nothing ends it. */
  end?: 'Enter' | 'Tab' | null
  /** Milliseconds since the last key before it. */
  after?: number
}

/**
 * Keys as they go through a page: to whatever has the focus, and into it unless somebody prevents that. Enter and the
 * space bar press what they press in a browser.
 */
export function strike(key: string, after = 5): boolean {
  at += after
  const target = document.activeElement ?? document.body
  const init = { key, code: `Key${key}`, bubbles: true, cancelable: true }
  const isFree = target.dispatchEvent(timed(new KeyboardEvent('keydown', init)))
  // Whoever has the focus when the key has gone down gets its character.
  const { activeElement: focused } = document
  if (isFree && key.length === 1) typeCharacter(key, focused)
  if (isFree && key === 'Enter') {
    if (focused instanceof HTMLInputElement) focused.form?.dispatchEvent(new Event('submit', { cancelable: true }))
    else if (focused instanceof HTMLButtonElement) focused.click()
  }
  const isUpFree = (focused ?? document.body).dispatchEvent(timed(new KeyboardEvent('keyup', init)))
  if (isFree && isUpFree && key === ' ' && focused instanceof HTMLButtonElement) focused.click()
  return isFree
}

/** As a hand scanner types. @returns whether its last key was left to the browser */
export async function handScan(text: string, { pace = 5, end = 'Enter', after = 1000 }: Typing = {}): Promise<boolean> {
  at += after
  let isFree = true
  for (const key of [...Array.from(text), ...(end === null ? [] : [end])]) {
    isFree = strike(key, pace)
    // Between two keys a browser lets the page draw.
    await nextTick()
  }
  return isFree
}

function timed(event: KeyboardEvent): KeyboardEvent {
  Object.defineProperty(event, 'timeStamp', { value: at })
  return event
}

function typeCharacter(key: string, focused: Element | null): void {
  if (!(focused instanceof HTMLInputElement) || ['radio', 'checkbox'].includes(focused.type)) return
  focused.value += key
  focused.dispatchEvent(new Event('input', { bubbles: true }))
}
