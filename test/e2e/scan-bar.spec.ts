import { askThroughBridge } from '../../scripts/ask-through-bridge.ts'
import { expect, test } from './fixtures.ts'
import { handScan } from './hand-keys.ts'
import { VisitScreen } from './screens/visit-screen.ts'
import { labelOf, roleOf } from './writes.ts'

test.use({ viewport: { width: 1024, height: 700 } })

test('what became of a scan covers no button of a dialog, nor cuts one off, in large letters on a small screen', async ({
  readyPage: page,
  simulator
}) => {
  await askThroughBridge(page)('settings:set', { textSize: 150 })
  await page.reload()
  const screen = new VisitScreen(page)
  await screen.start('Harbour house', 'Aino')
  await screen.button('Report').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make and save' }).waitFor()
  await handScan(page, labelOf(roleOf(simulator, 'readyPresence')))
  const bar = page.locator('[data-scan-outcome="flagged"]')
  await expect(bar).toContainText('answer the question on the screen first')
  const card = dialog.locator('.v-card').first()
  const covered = async () => {
    const [one, other] = await Promise.all([card.boundingBox(), bar.boundingBox()])
    return one !== null && other !== null && one.y + one.height > other.y
  }
  await expect.poll(covered).toBe(false)
  const make = dialog.getByRole('button', { name: 'Make and save' })
  const cutOff = async () => {
    const [one, other] = await Promise.all([make.boundingBox(), card.boundingBox()])
    return one !== null && other !== null && one.y + one.height > other.y + other.height
  }
  await expect.poll(cutOff).toBe(false)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
})
