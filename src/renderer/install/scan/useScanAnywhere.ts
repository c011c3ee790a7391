import { onScopeDispose } from 'vue'
import { deviceKindOf } from '@shared/domain/deviceKind'
import { readLabel } from '@shared/domain/label'
import { ScannerWatch } from './scannerWatch'

/** Where the keys of a person mean something else than the beginning of a scan. */
const ownKeys = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [role=combobox], [role=listbox]'
const overlays = '[role=dialog], [role=alertdialog], [role=menu]'

export interface ScanTargets {
  /** The scan field itself, which takes its keys as they come. */
  readonly field: () => HTMLElement | null
  /** A whole scan that arrived in another field. */
  readonly scanned: (text: string) => void
}

/**
 * A scan at any moment starts the next thing: letters typed where no field is go to the scan field, and what a hand
 * scanner types into another field is taken out of it again.
 */
export function useScanAnywhere({ field, scanned }: ScanTargets): void {
  const watch = new ScannerWatch<EventTarget | null>()

  function onKey(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : null
    if (isHeldEnter(event, target)) {
      event.preventDefault()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (target === field() || target?.closest(overlays) != null) return
    if (target?.closest(ownKeys) == null) {
      // Moving the focus while the key goes down makes its character arrive in the scan field.
      if (/^[A-Za-z0-9]$/.test(event.key)) field()?.focus()
      return
    }
    const text = watch.key(event.key, target, event.timeStamp)
    if (text === null || !isSurelyLabel(text)) return
    event.preventDefault()
    event.stopPropagation()
    takeOut(target, text)
    scanned(text)
  }

  window.addEventListener('keydown', onKey, { capture: true })
  onScopeDispose(() => window.removeEventListener('keydown', onKey, { capture: true }))
}

/** An Enter held down a little long must not press the next button that gets the focus. */
function isHeldEnter(event: KeyboardEvent, target: HTMLElement | null): boolean {
  return event.key === 'Enter' && event.repeat && !(target instanceof HTMLTextAreaElement)
}

/** Somebody types fast too: outside of the scan field only what cannot be anything else is a label. */
function isSurelyLabel(text: string): boolean {
  const label = readLabel(text)
  return label.ok && (label.form !== 'tuid' || deviceKindOf(label.tuid).certainty !== 'unknown')
}

function takeOut(target: HTMLElement | null, text: string): void {
  if (!(target instanceof HTMLInputElement) && !(target instanceof HTMLTextAreaElement)) return
  target.value = target.value.replace(text, '')
  target.dispatchEvent(new Event('input', { bubbles: true }))
}
