import { onScopeDispose, type ShallowRef } from 'vue'

/** What stays on screen above the steps: the scan field and what is said with it, unless the screen is too small. */
function staysAbove(step: HTMLElement): HTMLElement | null {
  const above = step.parentElement?.previousElementSibling
  return above instanceof HTMLElement && getComputedStyle(above).position === 'sticky' ? above : null
}

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
  function measure(): HTMLElement | null {
    if (step.value === null) return null
    const above = staysAbove(step.value)
    step.value.parentElement?.style.setProperty('--above', `${above?.offsetHeight ?? 0}px`)
    return above
  }
  const observer = new ResizeObserver(measure)
  const end = (): void => observer.disconnect()
  onScopeDispose(end)
  return {
    begin: () => {
      const above = measure()
      if (above !== null) observer.observe(above)
      return above
    },
    end
  }
}
