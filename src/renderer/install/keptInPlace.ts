import { onScopeDispose, type Ref } from 'vue'

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
 * @returns to be called once it is shown
 */
export function useKeptInPlace(element: Readonly<Ref<HTMLElement | null>>): () => void {
  let top: number | null = null
  const observer = new ResizeObserver(() => {
    if (top === null || element.value === null) return
    const away = element.value.getBoundingClientRect().top - top
    if (Math.abs(away) >= 1) scrollerOf(element.value)?.scrollBy({ top: away, behavior: 'instant' })
  })
  const letGo = (): void => {
    top = null
    observer.disconnect()
    for (const way of ownWays) window.removeEventListener(way, letGo, true)
  }
  onScopeDispose(letGo)
  return () => {
    letGo()
    if (element.value?.parentElement == null) return
    top = element.value.getBoundingClientRect().top
    observer.observe(element.value.parentElement)
    for (const each of element.value.parentElement.children) observer.observe(each)
    for (const way of ownWays) window.addEventListener(way, letGo, { capture: true, passive: true })
  }
}
