import { ref, type Ref } from 'vue'

export interface FileDrop {
  /** Files are held over the place. */
  readonly isOver: Ref<boolean>
  /** To be bound to the place. */
  readonly handlers: Readonly<Record<'dragover' | 'dragleave' | 'drop', (event: DragEvent) => void>>
}

/** A place on which files can be dropped. Anything else that is dragged is let alone. */
export function useFileDrop(take: (files: readonly File[]) => void): FileDrop {
  const isOver = ref(false)
  return {
    isOver,
    handlers: {
      dragover(event) {
        if (event.dataTransfer?.types.includes('Files') !== true) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        isOver.value = true
      },
      dragleave() {
        isOver.value = false
      },
      drop(event) {
        isOver.value = false
        const files = Array.from(event.dataTransfer?.files ?? [])
        if (files.length === 0) return
        event.preventDefault()
        take(files)
      }
    }
  }
}
