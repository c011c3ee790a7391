import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** Whether a media query holds, followed for as long as whoever asks is there. */
export function useMediaQuery(query: string): Readonly<Ref<boolean>> {
  const list = window.matchMedia(query)
  const holds = ref(list.matches)
  const take = (): void => void (holds.value = list.matches)
  list.addEventListener('change', take)
  onScopeDispose(() => list.removeEventListener('change', take))
  return readonly(holds)
}
