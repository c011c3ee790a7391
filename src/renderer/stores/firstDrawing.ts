import { defineStore } from 'pinia'
import { ref } from 'vue'

/** A page that nobody sees is not drawn; after so many milliseconds nothing waits for that any longer. */
const patience = 1_000

/** The first time that something is drawn on the page. What is not needed to begin with stays away until then. */
export const useFirstDrawingStore = defineStore('firstDrawing', () => {
  const isDone = ref(true)

  /** Has the page put together out of what it needs first, and resolves when that is on the screen. */
  async function draw(mount: () => void): Promise<void> {
    isDone.value = false
    mount()
    await Promise.race([nextFrame(), new Promise((resolve) => setTimeout(resolve, patience))])
    isDone.value = true
  }

  return { isDone, draw }
})

/** Resolves when what is on the page now is on its way to the screen. */
function nextFrame(): Promise<void> {
  // The callback comes right before a frame is drawn, the second one thus right after.
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}
