import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { defineAsyncComponent, h, ref, type Component, type FunctionalComponent } from 'vue'
import CalmBoundary from '@/components/CalmBoundary.vue'
import { useFaultsStore } from '@/stores/faults'
import { standIn } from './installerStandIn'
import { button, show } from './mounting'

const about = ref('one')
const broken = ref(true)

/** The boundary around something, and something else beside it. */
function around(inner: Component): FunctionalComponent {
  return () => [h('h1', 'beside'), h(CalmBoundary, { about: about.value }, { default: () => h(inner) })]
}

const brokenInRender: FunctionalComponent = () => {
  if (broken.value) throw new Error('boom')
  return h('p', 'whole')
}
const brokenInSetup = {
  setup: () => {
    if (broken.value) throw new Error('boom')
    return () => h('p', 'whole')
  }
}
const notThere = defineAsyncComponent(() =>
  broken.value ? Promise.reject(new Error('boom')) : Promise.resolve(brokenInRender)
)

test.each<[what: string, component: Component]>([
  ['cannot be drawn', brokenInRender],
  ['cannot be set up', brokenInSetup],
  ['cannot be loaded', notThere]
])('what %s is said calmly, logged, and can be tried again', async (_what, component) => {
  broken.value = true
  const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const installer = standIn()
  const { page } = show(around(component))
  await flushPromises()
  expect(page.text()).toContain('beside')
  expect(page.get('[role=alert]').text()).toContain('Nothing you saved is lost')
  expect(installer.inputsOf('app:reportError')).toMatchObject([{ message: 'Error: boom' }])
  // It is said in its place; no banner says it again.
  expect(useFaultsStore().problem).toBeNull()
  broken.value = false
  button('Try again').click()
  await flushPromises()
  expect(page.find('[role=alert]').exists()).toBe(false)
  expect(page.text()).toContain('beside')
  warnings.mockRestore()
})

test('the next thing that is shown there is no longer held against the last', async () => {
  broken.value = true
  standIn()
  const { page } = show(around(brokenInRender))
  await flushPromises()
  expect(page.find('[role=alert]').exists()).toBe(true)
  broken.value = false
  about.value = 'two'
  await flushPromises()
  expect(page.text()).toContain('whole')
})

test('a mistake that leaves everything drawn passes on', async () => {
  const installer = standIn()
  const onClick = (): void => {
    throw new Error('boom')
  }
  const pressed: FunctionalComponent = () => h('button', { onClick }, 'press')
  const { page } = show(around(pressed))
  const errors = vi.fn()
  page.vm.$.appContext.config.errorHandler = errors
  button('press').click()
  await flushPromises()
  expect(errors).toHaveBeenCalledOnce()
  expect(page.find('[role=alert]').exists()).toBe(false)
  expect(installer.inputsOf('app:reportError')).toEqual([])
})
