import { flushPromises } from '@vue/test-utils'
import { expect, onTestFinished, test, vi } from 'vitest'
import QuarantineList from '@/queue/QuarantineList.vue'
import { ok, standIn } from './installerStandIn'
import { button, show } from './mounting'

const rows = [
  { id: 7, at: Date.UTC(2026, 10, 23, 9), why: 'not JSON', content: '{"torn' },
  { id: 9, at: Date.UTC(2026, 10, 23, 9), why: 'not JSON', content: '{"torn, too' }
]

test('what was set aside goes into one file, each row as it is', async () => {
  const made = vi.spyOn(URL, 'createObjectURL')
  onTestFinished(() => made.mockRestore())
  standIn({ 'outbox:quarantined': () => ok(rows) })
  show(QuarantineList)
  await flushPromises()
  button('Save as a file').click()
  const [[content] = []] = made.mock.calls
  expect(content).toBeInstanceOf(Blob)
  expect(JSON.parse(await (content as Blob).text())).toEqual(rows)
})
