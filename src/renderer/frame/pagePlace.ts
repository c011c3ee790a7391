import { nextTick, useTemplateRef } from 'vue'
import { useRouter } from 'vue-router'

/**
 * Keeps where each page was scrolled to, and moves the focus into a page that is newly shown, unless the page put it
 * somewhere itself.
 *
 * @returns the template ref `content` of the scrolling element
 */
export function usePagePlace() {
  const content = useTemplateRef<HTMLElement>('content')
  const router = useRouter()
  const places = new Map<string, number>()

  router.beforeEach((_to, from) => {
    if (from.matched.length > 0 && content.value !== null) places.set(from.path, content.value.scrollTop)
  })
  router.afterEach(async (to, from) => {
    if (from.matched.length === 0 || to.path === from.path) return
    await nextTick()
    const element = content.value
    if (element === null) return
    element.scrollTop = places.get(to.path) ?? 0
    if (!element.contains(document.activeElement)) element.focus({ preventScroll: true })
  })

  return content
}
