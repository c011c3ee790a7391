import { onScopeDispose, type ShallowRef } from 'vue'

/** What stands above the steps: the scan field and what is said with it. */
function aboveSteps(step: HTMLElement): HTMLElement | null {
  const above = step.parentElement?.previousElementSibling
  return above instanceof HTMLElement ? above : null
}

/** On a screen that is too small it scrolls away instead. */
const isStaying = (above: HTMLElement): boolean => getComputedStyle(above).position === 'sticky'

/**
 * Tells the style of the steps, as `--above`, how high what stays above them is, for as long as a step is open: a
 * question, a notice or larger letters make it higher. Nothing that is scrolled to may end up beneath it.
 *
 * @returns `begin`, once the step is open, which gives what stays above it; and `end`
 */
export function useRoomAbove(step: Readonly<ShallowRef<HTMLElement | null>>): {
  begin: () => HTMLElement | null
  end: () => void
} {
  let above: HTMLElement | null = null
  function measure(): void {
    const room = above !== null && isStaying(above) ? above.offsetHeight : 0
    step.value?.parentElement?.style.setProperty('--above', `${room}px`)
  }
  const observer = new ResizeObserver(measure)
  const end = (): void => {
    observer.disconnect()
    window.removeEventListener('resize', measure)
  }
  onScopeDispose(end)
  return {
    begin: () => {
      end()
      above = step.value === null ? null : aboveSteps(step.value)
      measure()
      if (above === null) return null
      observer.observe(above)
      window.addEventListener('resize', measure)
      return isStaying(above) ? above : null
    },
    end
  }
}
