import type { Page } from '@playwright/test'

/** How far each landmark, and the whole page, reaches beyond its own width, in pixels. */
export async function overflowOf(page: Page): Promise<number[]> {
  const landmarks = [page.getByRole('main'), page.getByRole('banner'), page.getByRole('navigation').first()]
  const inside = landmarks.map((landmark) => landmark.evaluate((element) => element.scrollWidth - element.clientWidth))
  const whole = page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return Promise.all([...inside, whole])
}
