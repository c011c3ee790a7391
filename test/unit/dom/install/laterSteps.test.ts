import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import InstallPage from '@/install/InstallPage.vue'
import { bodyOf } from '@/install/stepBodies'
import { useFirstDrawingStore } from '@/stores/firstDrawing'
import { show } from '../frame/mounting'
import { withHandScanner } from '../scan/withHandScanner'
import { startStores, willingInstaller } from './bench'
import { scan } from './benchPage'

const page = withHandScanner(InstallPage)

/** The page as it is when nothing of the app has been on the screen yet. */
const notYetDrawn = defineComponent(() => {
  useFirstDrawingStore().isDone = false
  return () => h(page)
})

const steps = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-step]')].map(({ dataset }) => dataset['step'])

test('a label scanned before the steps after the first are there is taken, and they are shown when they come', async () => {
  willingInstaller()
  show(notYetDrawn)
  await startStores()
  await scan('TSPD04ESY93100802')
  expect(bodyOf('see')).toBeNull()
  expect(steps()).toEqual(['identify'])
  expect(document.body.textContent).toContain('Environment sensor')

  useFirstDrawingStore().isDone = true
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
  expect(steps()).toEqual(['identify', 'see', 'group', 'status', 'command', 'verify', 'finish'])
  expect(document.body.textContent).toContain('Choose group and status')
  expect(document.activeElement?.closest('[data-step]')?.getAttribute('data-step')).toBe('see')
})
