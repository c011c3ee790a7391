import { useRouter } from 'vue-router'
import { places } from '@/frame/places'
import { useHelpHere } from '@/help/helpHere'
import { useSearchStore } from '@/search/searchStore'
import { useShortcutsStore } from './shortcutsStore'
import { useShortcuts } from './useShortcuts'

/** What the shortcuts of every page do. */
export function useAppShortcuts(): void {
  const router = useRouter()
  const search = useSearchStore()
  const sheet = useShortcutsStore()
  useShortcuts({
    explain: useHelpHere(),
    shortcuts: () => (sheet.isOpen = true),
    search: () => (search.isOpen = !search.isOpen),
    ...Object.fromEntries(places.map(({ name }) => [name, () => void router.push({ name })]))
  })
}
