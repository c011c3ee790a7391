import { onScopeDispose, toValue, type MaybeRefOrGetter } from 'vue'

/** What a person does who looks at something else by now. */
const ownWays = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

function scrollerOf(element: Element): Element | null {
  for (let each = element.parentElement; each !== null; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflowY)) return each
  }
  return null
}

/**
 * Keeps an element where it was shown while what stands above it grows or shrinks by itself, such as when answers of the
 * server arrive, until the person moves.
 *
 * @returns to be called once it is shown, with what stays on screen above it: that may grow, too, and never covers it
 */
export function useKeptInPlace(element: MaybeRefOrGetter<HTMLElement | null>): (above?: HTMLElement | null) => void {
  let kept: { readonly shown: HTMLElement; readonly top: number; readonly above: HTMLElement | null } | null = null
  const observer = new ResizeObserver(() => {
    if (kept === null) return
    const free = kept.above?.getBoundingClientRect().bottom ?? -Infinity
    const away = kept.shown.getBoundingClientRect().top - Math.max(kept.top, free)
    if (Math.abs(away) >= 1) scrollerOf(kept.shown)?.scrollBy({ top: away, behavior: 'instant' })
  })
  const letGo = (): void => {
    kept = null
    observer.disconnect()
    for (const way of ownWays) window.removeEventListener(way, letGo, true)
  }
  onScopeDispose(letGo)
  return (above = null) => {
    letGo()
    const shown = toValue(element)
    if (shown?.parentElement == null) return
    kept = { shown, top: shown.getBoundingClientRect().top, above }
    for (const each of shown.parentElement.children) observer.observe(each)
    if (above !== null) observer.observe(above)
    for (const way of ownWays) window.addEventListener(way, letGo, { capture: true, passive: true })
  }
}
