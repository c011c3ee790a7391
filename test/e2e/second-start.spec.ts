import { startSecond } from './app/second-start.ts'
import { expect, test } from './fixtures.ts'

test('a second start brings the first window to the front, and leaves no second app behind', async ({
  app,
  readyPage: page
}) => {
  const windows = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        id: window.id,
        minimized: window.isMinimized(),
        visible: window.isVisible()
      }))
    )
  const [before] = await windows()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  await expect.poll(windows).toMatchObject([{ minimized: true }])
  expect(await startSecond(app)).toBe(0)
  await expect.poll(windows).toEqual([{ id: before?.id, minimized: false, visible: true }])
  expect(app.windows()).toHaveLength(1)
  // The first one has lost nothing by it.
  await expect(page.getByRole('button', { name: 'Connection: Online' })).toBeVisible()
})
