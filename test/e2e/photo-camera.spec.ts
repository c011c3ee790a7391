import { expect, test } from './fixtures.ts'
import { VisitScreen } from './screens/visit-screen.ts'
import { roleOf } from './writes.ts'

test.use({ labelsInView: ['ESY93100802,TSPD04'] })

test('photos of a thing are taken with the camera, one after the other', async ({ readyPage: page, simulator }) => {
  const tuid = roleOf(simulator, 'readyPresence')
  const screen = new VisitScreen(page)
  await screen.start('Harbour house', 'Aino')
  await screen.choose('prfi00pikkuvarasto')
  await screen.scan(tuid)
  await simulator.refuseConnections()
  await screen.button(`Photos: ${tuid}`).click()
  await screen.button('Take a photo').click()
  const camera = page.getByRole('region', { name: `Photo of ${tuid}` })
  const shoot = camera.getByRole('button', { name: 'Take the photo' })
  await expect(shoot).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(camera).toContainText('1 photo taken.')
  await expect(screen.photos(tuid)).toHaveCount(1)
  await camera.getByRole('button', { name: 'Turn the camera off' }).click()
  await expect(page.locator('video')).toHaveCount(0)
  await screen.photos(tuid).first().click()
  await expect(page.getByRole('dialog').getByRole('img', { name: `Photo 1 of 1 of ${tuid}` })).toBeVisible()
})

test('a camera that may not be used is told, and files are named as the other way', async ({
  readyPage: page,
  simulator,
  app
}) => {
  const tuid = roleOf(simulator, 'readyPresence')
  const screen = new VisitScreen(page)
  await app.evaluate(({ session }) =>
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  )
  await screen.start('Harbour house', 'Aino')
  await screen.choose('prfi00pikkuvarasto')
  await screen.scan(tuid)
  await screen.button(`Photos: ${tuid}`).click()
  await screen.button('Take a photo').click()
  const fault = page.getByRole('alert').filter({ hasText: 'The camera may not be used.' })
  await expect(fault).toContainText('privacy settings of this system')
})
