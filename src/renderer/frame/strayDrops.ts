import { onScopeDispose } from 'vue'

/** Where text may be dropped, as everywhere else. */
const takesText = 'input, textarea, [contenteditable]'

/** What is dropped beside every place for it goes nowhere, and the pointer says so while it is held there. */
export function useNoStrayDrops(): void {
  function refuse(event: DragEvent): void {
    // A place that takes it has said so by now.
    if (event.defaultPrevented) return
    const isFile = event.dataTransfer?.types.includes('Files') === true
    if (!isFile && event.target instanceof Element && event.target.closest(takesText) !== null) return
    event.preventDefault()
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none'
  }
  const kinds = ['dragover', 'drop'] as const
  for (const kind of kinds) window.addEventListener(kind, refuse)
  onScopeDispose(() => {
    for (const kind of kinds) window.removeEventListener(kind, refuse)
  })
}
