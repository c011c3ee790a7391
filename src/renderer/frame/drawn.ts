import { onMounted, ref, type Ref } from 'vue'

/** Whether a component has been on screen once: what can wait for that does not hold it up. */
export function useDrawn(): Ref<boolean> {
  const drawn = ref(false)
  // The callback comes right before the frame is drawn, what it puts off right after.
  onMounted(() => requestAnimationFrame(() => setTimeout(() => (drawn.value = true))))
  return drawn
}
