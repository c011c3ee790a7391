import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { diskOf } from './app/disk.ts'
import { expect, test } from './fixtures.ts'
import { asOfTelephone, drawnPhoto, looksOf } from './photo-files.ts'
import { VisitScreen } from './screens/visit-screen.ts'
import { roleOf } from './writes.ts'

const jpeg = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })

/** A visit with one thing, whose photos are being added. */
async function openPhotos(page: Page, tuid: string): Promise<VisitScreen> {
  const screen = new VisitScreen(page)
  await screen.start('Harbour house', 'Aino')
  await screen.choose('prfi00pikkuvarasto')
  await screen.scan(tuid)
  await screen.button(`Photos: ${tuid}`).click()
  return screen
}

test('photos from files stay with their thing, and what is none is told', async ({
  app,
  readyPage: page,
  simulator
}) => {
  const tuid = roleOf(simulator, 'readyPresence')
  const screen = await openPhotos(page, tuid)
  const row = screen.thing(tuid)
  const folder = join(app.userData, 'photos')
  const telephone = asOfTelephone(await drawnPhoto(page, 'image/jpeg', 3000, 2000))
  const refused = (words: string) => row.getByRole('alert').filter({ hasText: words })

  await test.step('a photo among files that are none', async () => {
    await screen.photoInput(tuid).setInputFiles([
      jpeg('empty.jpg', Buffer.alloc(0)),
      jpeg('notes.jpg', Buffer.from('Door code, second floor')),
      jpeg('IMG_0001.HEIC', Buffer.from('\0\0\0\x24ftypheic\0\0\0\0mif1')),
      jpeg('torn.jpg', telephone.subarray(0, 200)),
      // Says that it has 40,000 times 40,000 pixels.
      jpeg(
        'bomb.png',
        Buffer.from('89504e470d0a1a0a0000000d494844520000 9c4000009c400806000000'.replace(' ', ''), 'hex')
      ),
      jpeg('door.jpg', telephone)
    ])
    await expect(screen.photos(tuid)).toHaveCount(1)
    await expect(refused('empty.jpg')).toContainText('the file is empty')
    await expect(refused('notes.jpg')).toContainText('this is no photo')
    await expect(refused('IMG_0001.HEIC')).toContainText('Most Compatible')
    await expect(refused('torn.jpg')).toContainText('damaged')
    await expect(refused('bomb.png')).toContainText('more than 120 million pixels')
    await row.getByRole('button', { name: 'Close: notes.jpg' }).click()
    await expect(refused('notes.jpg')).toHaveCount(0)
  })

  await test.step('is kept smaller, upright, and without the place where it was taken', async () => {
    const [name = ''] = readdirSync(folder)
    const kept = readFileSync(join(folder, name))
    expect(await looksOf(page, kept)).toEqual({ width: 1365, height: 2048, top: 'red', bottom: 'blue' })
    for (const trace of ['Exif', 'GPS']) expect(kept.includes(trace)).toBe(false)
  })

  await test.step('is not added twice', async () => {
    await screen.photoInput(tuid).setInputFiles([jpeg('again.jpg', telephone)])
    await expect(refused('again.jpg')).toContainText('has this photo already')
    await expect(screen.photos(tuid)).toHaveCount(1)
  })

  await test.step('PNG and WebP are photos too, whatever they are called', async () => {
    await screen
      .photoInput(tuid)
      .setInputFiles([
        jpeg('plan.jpg', await drawnPhoto(page, 'image/png', 60, 40)),
        jpeg('wall.jpg', await drawnPhoto(page, 'image/webp', 50, 40))
      ])
    await expect(screen.photos(tuid)).toHaveCount(3)
    expect(readdirSync(folder)).toHaveLength(3)
  })

  await test.step('one of 100 MB is made as small as the others', async () => {
    const large = join(app.userData, 'large.jpg')
    writeFileSync(large, await drawnPhoto(page, 'image/jpeg', 2400, 1800))
    truncateSync(large, 100_000_000)
    await screen.photoInput(tuid).setInputFiles(large)
    await expect(screen.photos(tuid)).toHaveCount(4, { timeout: 30_000 })
    await screen.photos(tuid).last().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete photo' }).click()
    await expect(page.getByRole('heading', { name: `Photo 3 of 3 of ${tuid}` })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    rmSync(large)
  })

  const dialog = page.getByRole('dialog')
  await test.step('is shown large, gets a caption, and the keys lead from one to the next', async () => {
    await screen.photos(tuid).first().click()
    await expect(dialog.getByRole('img', { name: `Photo 1 of 3 of ${tuid}` })).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Caption' }).fill('Behind the door')
    await dialog.getByRole('button', { name: 'Save caption' }).click()
    await expect(dialog.getByRole('img', { name: 'Behind the door' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Next photo' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(dialog.getByRole('img', { name: `Photo 2 of 3 of ${tuid}` })).toBeVisible()
  })

  await test.step('can be deleted, and put back', async () => {
    await dialog.getByRole('button', { name: 'Delete photo' }).click()
    await expect(dialog.getByRole('heading', { name: `Photo 2 of 2 of ${tuid}` })).toBeVisible()
    await expect.poll(() => readdirSync(folder).length).toBe(2)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(screen.photos(tuid)).toHaveCount(2)
    await row.getByRole('button', { name: 'Undo' }).click()
    await expect(screen.photos(tuid)).toHaveCount(3)
    expect(readdirSync(folder)).toHaveLength(3)
  })

  await test.step('is in the report', async () => {
    await screen.button('Report').click()
    await dialog.getByRole('radio', { name: 'JSON, complete, for other systems' }).check()
    const downloading = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Make and save' }).click()
    const report = JSON.parse(readFileSync(await (await downloading).path(), 'utf8')) as {
      things: { photos: { hash: string; size: number; caption: string }[] }[]
    }
    const photos = report.things[0]?.photos ?? []
    expect(photos).toHaveLength(3)
    expect(photos[0]?.caption).toBe('Behind the door')
    for (const { hash, size } of photos) expect(readFileSync(join(folder, `${hash}.jpg`))).toHaveLength(size)
  })

  await test.step('is there after a restart, and a file that is missing is told in its place', async () => {
    const [first = ''] = readdirSync(folder).filter((name) => readFileSync(join(folder, name)).length < 5_000)
    const again = await app.restart()
    rmSync(join(folder, first))
    const next = new VisitScreen(again)
    await again.getByRole('navigation').getByRole('link', { name: 'Visits' }).click()
    await again
      .getByRole('list', { name: 'Visits on this laptop' })
      .getByRole('link', { name: /Harbour house/ })
      .click()
    await expect(next.photos(tuid)).toHaveCount(3)
    // Only what is in sight is read.
    await next.photos(tuid).last().scrollIntoViewIfNeeded()
    await expect(next.thing(tuid).getByRole('button', { name: /The file is missing/ })).toHaveCount(1)
    await expect(next.photos(tuid).first().locator('img')).toBeVisible()
    await expect(next.photos(tuid).first()).toHaveAccessibleName('Photo 1 of 3: Behind the door')
    await next
      .thing(tuid)
      .getByRole('button', { name: /The file is missing/ })
      .click()
    await expect(again.getByRole('dialog').getByRole('alert')).toContainText('no longer in the data folder')
  })
})

test('a photo that cannot be written down waits on the screen', async ({ app, readyPage: page, simulator }) => {
  test.skip(process.platform !== 'linux', 'elsewhere the disk cannot be taken away from a running process')
  const tuid = roleOf(simulator, 'readyPresence')
  const screen = await openPhotos(page, tuid)
  const row = screen.thing(tuid)
  await expect(row).toContainText('Confirmed')
  const disk = await diskOf(app)
  disk('0')
  await screen.photoInput(tuid).setInputFiles([jpeg('door.jpg', await drawnPhoto(page, 'image/jpeg', 600, 400))])
  await expect(row.getByRole('alert').filter({ hasText: 'This was not saved' }).first()).toBeVisible()
  await expect(screen.photos(tuid)).toHaveCount(0)
  disk('unlimited')
  await row.getByRole('button', { name: 'Try again' }).click()
  await expect(screen.photos(tuid)).toHaveCount(1)
  await expect(row.getByText('door.jpg')).toHaveCount(0)
  expect(readdirSync(join(app.userData, 'photos'))).toHaveLength(1)
})

test('photos dropped on a thing are added to it', async ({ readyPage: page, simulator }) => {
  const tuid = roleOf(simulator, 'readyPresence')
  const screen = await openPhotos(page, tuid)
  const photo = await drawnPhoto(page, 'image/png', 60, 40)
  const dropped = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const held = new DataTransfer()
    for (const name of ['plan.png', 'same.png']) held.items.add(new File([bytes], name, { type: 'image/png' }))
    return held
  }, photo.toString('base64'))
  const row = page.locator(`[data-thing="${tuid}"]`)
  await row.dispatchEvent('dragover', { dataTransfer: dropped })
  await row.dispatchEvent('drop', { dataTransfer: dropped })
  await expect(screen.photos(tuid)).toHaveCount(1)
  await expect(screen.thing(tuid).getByRole('alert')).toContainText('has this photo already')
})
