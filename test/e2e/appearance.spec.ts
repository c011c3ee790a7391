import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { overflowOf } from './overflow.ts'
import { Frame } from './screens/frame.ts'
import { english, finnish, tour } from './tour.ts'

test.use({ simulatorOptions: { site: 'demo' } })

/** Every text a person sees or is read to. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '')
    const named = document.querySelectorAll('[aria-label], [title], [placeholder]')
    for (const element of named) {
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '')
    }
    return texts.map((text) => text.trim()).filter((text) => text !== '')
  })
}

/** All words of a language that stand on a screen as they are. */
function sentencesOf(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'string') return /[{|]/.test(value) ? [] : [value]
    return typeof value === 'object' && value !== null ? sentencesOf(value) : []
  })
}

/** Sum of red, green and blue of what the page is painted on. */
function brightnessOf(page: Page): Promise<number> {
  return page.locator('main').evaluate((main) => {
    for (let element: Element | null = main; element !== null; element = element.parentElement) {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (
        getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? []
      ).map(Number)
      if (alpha > 0) return red + green + blue
    }
    return 765
  })
}

/** In milliseconds: a way through every screen takes two minutes here, and many times that where much else is done. */
const tourTime = 15 * 60_000

interface Look {
  readonly colorScheme: 'light' | 'dark'
  readonly contrast: 'more' | 'no-preference'
}

const looks: readonly Look[] = (['no-preference', 'more'] as const).flatMap((contrast) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ colorScheme, contrast }))
)
const usualLook: Look = { colorScheme: 'light', contrast: 'no-preference' }

/**
 * Until the page wears the colours it was asked for and nothing is on its way any more. The page takes a new colour
 * scheme when it gets to it; an audit that begins before measures letters of one look on the ground of the other.
 */
async function putOn(page: Page, look: Look): Promise<void> {
  await page.emulateMedia(look)
  const brightness = expect.poll(() => brightnessOf(page))
  await (look.colorScheme === 'dark' ? brightness.toBeLessThan(200) : brightness.toBeGreaterThan(600))
  await expect(page.locator('html')).toHaveAttribute('data-contrast', look.contrast === 'more' ? 'high' : 'standard')
  const onTheWay = () =>
    page.evaluate(() =>
      document.getAnimations().flatMap(({ effect, playState }) => {
        const ends = Number.isFinite(effect?.getComputedTiming().endTime)
        return ends && playState === 'running' ? [(effect as KeyframeEffect).target?.outerHTML.slice(0, 200)] : []
      })
    )
  await expect.poll(onTheWay).toEqual([])
}

/** What an audit of a look looks for: nothing but the colours differs from one to the next. */
function auditOf(page: Page, look: Look): AxeBuilder {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  if (look.contrast === 'more') return axe.withRules('color-contrast-enhanced')
  return look.colorScheme === 'dark' ? axe.withRules('color-contrast') : axe
}

/** Scans, urgent and not; the queue; and the connection. */
const announcers = ['assertive', 'polite', 'status', 'status']

/** How the app tells a screen reader what happens by itself: regions that nothing hides, whatever is open. */
function announcersOf(page: Page): Promise<(string | null)[]> {
  return page.locator('[data-scan-said], [data-sync-said], [data-connection-said]').evaluateAll((regions) =>
    regions
      .filter((region) => region.closest('[inert], [aria-hidden=true], [hidden]') === null)
      .map((region) => region.getAttribute('aria-live') ?? region.getAttribute('role'))
      .toSorted()
  )
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name, exact: true }).check()
}

test('in Finnish, dark, in the largest letters on the smallest screen', async ({ launchApp, simulator }) => {
  test.setTimeout(tourTime) // Every screen is looked through.
  const app = await launchApp({ viewport: { width: 1024, height: 700 } })
  const page = await app.firstWindow()
  const frame = new Frame(page)
  const leftovers = new Set(sentencesOf(english).filter((text) => !sentencesOf(finnish).includes(text)))

  await test.step('every choice applies at once', async () => {
    await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible()
    await frame.goTo('Settings')
    await choose(page, 'Suomi')
    await expect(page.getByRole('heading', { name: finnish.settings.title, level: 1 })).toBeVisible()
    await expect(page.getByRole('navigation')).toContainText(finnish.common.places.install)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fi')
    const [before, letters] = [await brightnessOf(page), page.getByRole('main').getByText(finnish.settings.aboutText)]
    const heightBefore = (await letters.boundingBox())?.height ?? 0
    await choose(page, finnish.settings.theme.dark)
    await expect.poll(() => brightnessOf(page)).toBeLessThan(200)
    expect(before).toBeGreaterThan(600)
    await choose(page, finnish.settings.textSize[150])
    await expect.poll(async () => (await letters.boundingBox())?.height ?? 0).toBeGreaterThan(heightBefore * 1.4)
  })

  const seen: string[] = []
  const look = async (where: string, primary?: Locator) => {
    seen.push(where)
    const texts = await textsOf(page)
    expect
      .soft(
        texts.filter((text) => /^[a-z]+\.[a-zA-Z_.]+$/.test(text)),
        `names of keys: ${where}`
      )
      .toEqual([])
    expect
      .soft(
        texts.filter((text) => leftovers.has(text)),
        `English words: ${where}`
      )
      .toEqual([])
    expect.soft(Math.max(...(await overflowOf(page))), `scrolls sideways: ${where}`).toBeLessThanOrEqual(0)
    expect.soft(await announcersOf(page), `said to a screen reader: ${where}`).toEqual(announcers)
    // Can be scrolled to and pressed, with nothing in front of it.
    await primary?.click({ trial: true })
  }
  await page.getByRole('navigation').getByRole('link').first().click()
  await tour({ page, simulator, words: finnish, look })
  expect(seen).toHaveLength(63)

  const again = await app.restart()
  await expect(again.getByRole('navigation')).toContainText(finnish.common.places.install)
  expect(await brightnessOf(again)).toBeLessThan(200)
})

/** Screens on which a step has just begun. */
const stepsBegun = ['groups', 'the status', 'whether it is heard', 'the end']

/** The screens of setting up, of installing, of work on a site, and of help. */
const enlarged = [
  'first start, with faults',
  'the introduction',
  'nothing scanned yet',
  'a label not understood',
  ...stepsBegun,
  'a second look',
  'the queue',
  'the queue by thing',
  'the things',
  'a command to several things',
  'what several things get',
  'what was saved for several things',
  'several things back to normal',
  'no visit yet',
  'a visit to begin',
  'what each scan does',
  'a visit with a scan that is held',
  'photos of a thing',
  'a photo, shown large',
  'the report of a visit',
  'work on things',
  'a replacement to be saved',
  'a replacement that was saved',
  'what is taken away',
  'a quarantine that needs a reason',
  'before you leave',
  'the settings',
  'about the app',
  'the help',
  'a topic of the help',
  'the help beside the work'
]

/** Whether the name of the step at hand is on screen, with nothing over it. */
async function stepInSight(page: Page): Promise<string> {
  return page.evaluate(() => {
    const heading = document.querySelector('[aria-current=step] h2')
    if (heading === null) return 'no step at hand'
    const { left, top, height } = heading.getBoundingClientRect()
    const above = document.elementFromPoint(left + 8, top + height / 2)
    return above !== null && heading.parentElement?.contains(above) === true ? 'seen' : `behind ${above?.className}`
  })
}

test('at 200 % on the smallest screen nothing is lost', async ({ launchApp, simulator }) => {
  test.setTimeout(tourTime)
  const whole = { width: 1024, height: 700 }
  const app = await launchApp({ viewport: whole })
  const page = await app.firstWindow()
  const seen: string[] = []
  const look = async (where: string, primary?: Locator) => {
    if (!enlarged.includes(where)) return
    seen.push(where)
    if (stepsBegun.includes(where)) await expect.poll(() => stepInSight(page), where).toBe('seen')
    // What that window has to show at 200 %, in pixels of the page.
    await page.setViewportSize({ width: whole.width / 2, height: whole.height / 2 })
    await expect.poll(async () => Math.max(...(await overflowOf(page))), `scrolls sideways: ${where}`).toBeLessThan(1)
    // The bar leaves the page to what it is for.
    const barHeight = async () => (await page.getByRole('banner').boundingBox())?.height
    await expect.poll(barHeight, `the bar: ${where}`).toBeLessThan(whole.height / 8)
    await primary?.click({ trial: true, timeout: 30_000 })
    await page.setViewportSize(whole)
  }
  await tour({ page, simulator, words: english, look })
  expect(seen.toSorted()).toEqual(enlarged.toSorted())
})

/** Every screen of the app in these looks. */
const audited: readonly (readonly [string, readonly Look[]])[] = [
  ['in light and in dark', looks.filter(({ contrast }) => contrast !== 'more')],
  ['in high contrast, light and dark', looks.filter(({ contrast }) => contrast === 'more')]
]

for (const [name, worn] of audited) {
  test(`nobody is kept out, ${name}`, async ({ launchApp, simulator }) => {
    test.setTimeout(tourTime) // Every screen is audited twice.
    // A colour on its way to another one is neither.
    const app = await launchApp()
    const page = await app.firstWindow()
    let audits = 0
    const look = async (where: string) => {
      for (const each of worn) {
        await putOn(page, each)
        const { violations, passes } = await auditOf(page, each).analyze()
        audits += Math.sign(passes.length)
        const grave = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
        expect.soft(grave, `${where}, ${each.colorScheme}, contrast ${each.contrast}`).toEqual([])
      }
      await putOn(page, usualLook)
    }
    await tour({ page, simulator, words: english, look })
    expect(audits).toBe(63 * worn.length)
  })
}
