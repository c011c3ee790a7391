import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, expect, test, vi } from 'vitest'
import App from '@/frame/App.vue'
import { useFirstDrawingStore } from '@/stores/firstDrawing'
import { useSessionStore } from '@/stores/session'
import { harbour, ok, sessionOf, standIn } from './installerStandIn'
import { button, show } from './mounting'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A browser that draws when it is told to. */
function drawByHand(): () => void {
  const callbacks: FrameRequestCallback[] = []
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((callback) => callbacks.push(callback))
  return () => callbacks.splice(0).forEach((callback) => callback(0))
}

test('it is done when what was mounted is on its way to the screen', async () => {
  setActivePinia(createPinia())
  const nextFrame = drawByHand()
  const drawing = useFirstDrawingStore()
  const seen: boolean[] = []
  const drawn = drawing.draw(() => seen.push(drawing.isDone))
  expect(seen).toEqual([false])
  nextFrame()
  await flushPromises()
  expect(drawing.isDone).toBe(false)
  nextFrame()
  await drawn
  expect(drawing.isDone).toBe(true)
})

test('a page that nobody sees is not waited for', async () => {
  vi.useFakeTimers()
  drawByHand()
  setActivePinia(createPinia())
  const drawing = useFirstDrawingStore()
  const drawn = drawing.draw(() => undefined)
  await vi.advanceTimersByTimeAsync(1_000)
  await drawn
  expect(drawing.isDone).toBe(true)
})

test('first comes where to scan, under the name of the stack, and then what stands around it', async () => {
  standIn({ 'session:get': () => ok(sessionOf({ waiting: 3 })), 'stacks:list': () => ok([harbour]) })
  const { page, router } = show(App)
  const drawing = useFirstDrawingStore()
  const session = useSessionStore()
  drawing.isDone = false
  session.expected = { id: harbour.id, name: harbour.name }
  await router.push('/install')
  await flushPromises()
  expect(page.findAll('label').map((label) => label.text())).toContain('Scan or type a label')
  expect(page.get('header').text()).toBe(harbour.name)
  expect(page.findAll('nav a')).toEqual([])

  drawing.isDone = true
  await flushPromises()
  expect(page.findAll('nav a')).not.toEqual([])
  // Nobody has counted yet.
  expect(button('Queue: Counting…').getAttribute('href')).toBe('/queue')
  await session.start()
  await flushPromises()
  expect(button('Queue: 3 waiting').textContent).toContain('3 waiting')
})
