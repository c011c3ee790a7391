import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { ProblemError } from '@shared/domain/problem'
import type { ScanHandler } from '@/scan/scan'
import ScanField from '@/scan/ScanField.vue'
import { useScanTarget } from '@/scan/scanTargets'
import { standIn } from '../frame/installerStandIn'
import { show } from '../frame/mounting'

const label = 'TSPD04ESY93100802'

/** A page with the field for labels that does this with what is entered. */
async function typeAndEnter(handler: ScanHandler): Promise<HTMLInputElement> {
  standIn()
  const page = defineComponent(() => {
    useScanTarget(handler)
    return () => h(ScanField)
  })
  const input = show(page).page.get('input')
  await input.setValue(label)
  await input.trigger('submit')
  await flushPromises()
  return input.element
}

test('a label that was typed leaves the field once it was taken', async () => {
  expect((await typeAndEnter(() => 'accepted')).value).toBe('')
})

test('a label that was typed stays in the field when it could not be saved, to be tried again', async () => {
  const field = await typeAndEnter(() => Promise.reject(new ProblemError({ kind: 'disk_full' })))
  expect(field.value).toBe(label)
})
