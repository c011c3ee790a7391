import { expect, test } from './fixtures.ts'
import { InstallScreen } from './screens/install-screen.ts'

const tuid = 'TSPD04ESY93100802'

test.use({ labelsInView: ['ESY93100802,TSPD04'] })

test('a label is read with the camera, without a connection', async ({ readyPage: page, simulator, app }) => {
  const install = new InstallScreen(page)
  const camera = page.getByRole('region', { name: 'Read labels with the camera' })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).hostname))

  await test.step('what it does is explained first, and nothing is turned on before', async () => {
    await install.button('Camera').click()
    await expect(camera).toContainText('Its picture stays in this window')
    await expect(camera.locator('video')).toHaveCount(0)
  })

  await test.step('held before the camera, the label opens its thing', async () => {
    await simulator.refuseConnections()
    await camera.getByRole('button', { name: 'Turn the camera on' }).click()
    await expect(install.line('Identify')).toContainText(tuid)
    await expect(page.locator('[data-scan-said]').filter({ hasText: /./ })).toContainText(
      `Taken. Environment sensor ${tuid}`
    )
    await expect(camera).toHaveCount(0)
    expect(new Set(asked)).toEqual(new Set([new URL(page.url()).hostname]))
  })

  await test.step('the next time it begins at once, also after a restart', async () => {
    const again = await app.restart()
    const next = new InstallScreen(again)
    await next.button('Camera').click()
    await expect(next.line('Identify')).toContainText(tuid)
  })
})

test('the camera is off when the page is left', async ({ readyPage: page }) => {
  const install = new InstallScreen(page)
  await page.evaluate(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await ask(constraints)
      Object.assign(window, { lastTrack: stream.getVideoTracks()[0] })
      return stream
    }
  })
  const lastTrack = () =>
    page.evaluate(() => ('lastTrack' in window ? (window.lastTrack as MediaStreamTrack).readyState : null))
  await install.button('Camera').click()
  await page.getByRole('button', { name: 'Turn the camera on' }).click()
  await expect.poll(lastTrack).not.toBeNull()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Settings/ })
    .click()
  await expect.poll(lastTrack).toBe('ended')
})

test('a camera that may not be used is told, and what to do', async ({ readyPage: page, app }) => {
  const install = new InstallScreen(page)
  await app.evaluate(({ session }) =>
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  )
  await install.button('Camera').click()
  await page.getByRole('button', { name: 'Turn the camera on' }).click()
  const fault = page.getByRole('alert').filter({ hasText: 'The camera may not be used.' })
  await expect(fault).toContainText('privacy settings of this system')
  await expect(fault.getByRole('button', { name: 'Try again' })).toBeVisible()

  await test.step('and gives way to a thing that is typed', async () => {
    await install.scanField.fill(tuid)
    await install.scanField.press('Enter')
    await expect(install.line('Identify')).toContainText(tuid)
    await expect(fault).toHaveCount(0)
  })
})

test('the page gets the picture of a camera and nothing else', async ({ readyPage: page }) => {
  const refused = (constraints: MediaStreamConstraints) =>
    page.evaluate(
      (wanted) =>
        navigator.mediaDevices.getUserMedia(wanted).then(
          (stream) => stream.getTracks().map((track) => track.kind),
          (error: unknown) => (error instanceof Error ? error.name : String(error))
        ),
      constraints
    )
  expect(await refused({ video: true })).toEqual(['video'])
  expect(await refused({ audio: true })).toBe('NotAllowedError')
  expect(await refused({ audio: true, video: true })).toBe('NotAllowedError')
})
