import { onScopeDispose } from 'vue'
import { isModalOpen } from '@/scan/modal'
import { isTextField } from '@/scan/wedge/keptField'
import { pageShortcutOf, type ShortcutName } from './shortcuts'

type Handlers = Partial<Record<ShortcutName, () => void>>

/** Shortest silence before a sign that a person presses, in milliseconds: a hand scanner is far faster. */
const silence = 200

/**
 * Hears the shortcuts of every page. To be set up before the hand scanner, which keeps what is typed to itself.
 *
 * @param handlers what each does. Behind a dialog only the search is heard, which closes as it opens.
 */
export function useShortcuts(handlers: Handlers): void {
  let lastKeyAt = -Infinity

  function hear(event: KeyboardEvent): void {
    const isWithin = event.timeStamp - lastKeyAt < silence
    lastKeyAt = event.timeStamp
    const target = event.target instanceof HTMLElement ? event.target : null
    const name = pageShortcutOf(event, isWithin || isTextField(target))
    const handler = name === null ? undefined : handlers[name]
    if (handler === undefined || (name !== 'search' && isModalOpen())) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!event.repeat) handler()
  }

  window.addEventListener('keydown', hear, { capture: true })
  onScopeDispose(() => window.removeEventListener('keydown', hear, { capture: true }))
}
