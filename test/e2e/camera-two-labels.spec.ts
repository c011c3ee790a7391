import { expect, test } from './fixtures.ts'
import { InstallScreen } from './screens/install-screen.ts'

const tuids = ['TSPD04ESY93100802', 'TSPR04EZU31901021']

test.use({ labelsInView: ['ESY93100802,TSPD04', 'EZU31901021,TSPR04'] })

test('of two labels in one picture the person chooses', async ({ readyPage: page }) => {
  const install = new InstallScreen(page)
  const camera = page.getByRole('region', { name: 'Read labels with the camera' })
  await install.button('Camera').click()
  await camera.getByRole('button', { name: 'Turn the camera on' }).click()
  await expect(camera).toContainText('Several labels are in view.')
  for (const tuid of tuids) await expect(camera.getByRole('listitem').filter({ hasText: tuid })).toBeVisible()
  await expect(install.step('Identify')).toBeVisible()
  await camera.getByRole('listitem').filter({ hasText: 'TSPR04EZU31901021' }).getByRole('button').click()
  await expect(install.line('Identify')).toContainText('TSPR04EZU31901021')
})
