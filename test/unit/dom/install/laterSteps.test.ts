import { flushPromises } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import InstallPage from '@/install/InstallPage.vue'
import { bodyOf } from '@/install/stepBodies'
import { show } from '../frame/mounting'
import { withHandScanner } from '../scan/withHandScanner'
import { startStores, willingInstaller } from './bench'
import { scan } from './benchPage'

test('a label scanned before the steps after the first are there is taken, and they are shown when they come', async () => {
  willingInstaller()
  show(withHandScanner(InstallPage))
  await startStores()
  await scan('TSPD04ESY93100802')
  expect(bodyOf('see')).toBeNull()
  expect(document.body.textContent).toContain('Environment sensor')

  await vi.dynamicImportSettled()
  await flushPromises()
  expect(document.body.textContent).toContain('Choose group and status')
  expect(document.activeElement?.closest('[data-step]')?.getAttribute('data-step')).toBe('see')
})
