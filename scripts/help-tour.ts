import type { Locator, Page } from '@playwright/test'
import { handScan } from '../test/e2e/hand-keys.ts'
import type { Words } from '../test/e2e/tour.ts'
import type { Simulator } from '../test/simulator/simulator.ts'
import type { ShootStep } from './help-picture.ts'

interface Desk {
  readonly page: Page
  readonly simulator: Simulator
  readonly words: Words
  readonly shoot: ShootStep
  readonly main: Locator
  readonly bar: Locator
  /** A button of the page by its exact words. */
  readonly button: (name: string) => Locator
  readonly goTo: (place: string) => Promise<void>
  readonly scan: (label: string) => Promise<void>
  readonly role: (name: string) => string
}

function deskOf(page: Page, simulator: Simulator, words: Words, shoot: ShootStep): Desk {
  const main = page.getByRole('main')
  const field = page.getByRole('textbox', { name: words.scan.label })
  return {
    page,
    simulator,
    words,
    shoot,
    main,
    bar: page.getByRole('banner'),
    button: (name) => main.getByRole('button', { name, exact: true }),
    goTo: (place) =>
      page
        .getByRole('navigation')
        .getByRole('link', { name: new RegExp(`^${place}`) })
        .click(),
    scan: async (label) => {
      await field.fill(label)
      await field.press('Enter')
    },
    role: (name) => simulator.roles[name] ?? ''
  }
}

async function fillForm({ main, words }: Desk, simulator: Pick<Simulator, 'clientId' | 'clientSecret'>, url: string) {
  const { form } = words.settings.stacks
  await main.getByLabel(form.name, { exact: true }).fill('Aurora Campus')
  await main.getByLabel(form.baseUrl).fill(url)
  await main.getByLabel(form.clientId).fill(simulator.clientId)
  await main.getByLabel(form.clientSecret, { exact: true }).fill(simulator.clientSecret)
}

async function connect(desk: Desk): Promise<void> {
  const { page, simulator, words, shoot, main, bar, button } = desk
  await button(words.settings.stacks.form.save).waitFor()
  await fillForm(desk, simulator, 'https://api.thingsee.example/prod/v1')
  const save = button(words.settings.stacks.form.save)
  await shoot('connect-form', [main.locator('form').locator('..')], save)
  await fillForm(desk, simulator, simulator.url)
  await save.click()
  const connection = bar.getByRole('button', { name: new RegExp(`: ${words.common.connection.online}$`) })
  await connection.waitFor()
  await shoot('connect-online', [bar], connection)
  await bar.getByRole('button').first().click()
  await page.getByRole('menu').waitFor()
  await shoot('connect-switch', [bar.getByRole('button').first(), page.getByRole('menu')])
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'hidden' })
}

async function install(desk: Desk): Promise<void> {
  const { page, simulator, words, shoot, main, button, scan, role } = desk
  const tuid = role('readyPresence')
  const step = (name: string) => main.locator(`[data-step=${name}]`)
  const field = page.getByRole('textbox', { name: words.scan.label })
  await field.fill(tuid)
  await shoot('install-scan', [page.getByRole('search', { name: words.scan.region })], field)
  await field.press('Enter')
  await button(words.install.see.goOn).waitFor()
  await page.getByRole('region', { name: words.thing.facts.alerts }).getByText(words.thing.facts.noAlerts).waitFor()
  await shoot('install-see', [step('see')], button(words.install.see.goOn))
  await button(words.install.see.goOn).click()
  await main.getByRole('radio', { name: /prfi00auroraannex/ }).check()
  await shoot('install-group', [step('group')], button(words.install.group.goOn))
  await button(words.install.group.goOn).click()
  await main.getByRole('radiogroup', { name: words.install.status.list }).waitFor()
  await shoot('install-status', [step('status')], button(words.install.save.save))
  await button(words.install.save.save).click()
  await main.getByText(new RegExp(words.common.truth.confirmed)).first().waitFor()
  await button(words.install.command.skip).waitFor()
  await shoot('install-command', [step('status'), step('command')], button(words.install.command.skip))
  await button(words.install.command.skip).click()
  simulator.world.report(tuid)
  await main.getByText(words.install.verify.heard).last().waitFor()
  await shoot('install-verify', [step('verify')], button(words.install.verify.goOn))
  await button(words.install.verify.goOn).click()
  await button(words.install.finish.next).waitFor()
  await scan(role('readyEnvironment'))
  const same = main.getByRole('button', { name: new RegExp(`^${words.install.see.same.split(':')[0] ?? ''}`) })
  await same.waitFor()
  await shoot('install-same', [step('see')], same)
  await same.click()
  await same.waitFor({ state: 'hidden' })
}

async function find(desk: Desk): Promise<void> {
  const { page, words, shoot, main, goTo, role } = desk
  await goTo(words.common.places.things)
  await main.getByRole('list', { name: words.things.list }).waitFor()
  const search = page.getByRole('textbox', { name: words.things.search })
  await shoot(
    'find-list',
    [main.getByRole('heading', { level: 1 }), main.getByRole('list', { name: words.things.list })],
    search
  )
  await page.keyboard.press('Control+k')
  const everywhere = page.getByRole('combobox', { name: words.common.search.label })
  await everywhere.fill('a')
  const palette = page.getByRole('dialog', { name: words.common.search.label })
  await palette.getByText(words.common.search.kinds.group).waitFor()
  await shoot('find-search', [palette.locator('.v-overlay__content').first()])
  await everywhere.press('Escape')
  await everywhere.waitFor({ state: 'hidden' })
  await search.fill(role('silent'))
  await search.press('Enter')
  await main.getByText(words.thing.health.verdicts.trouble).waitFor()
  await main.getByText(words.domain.alertTypes['heartbeat missed']).first().waitFor()
  await shoot('find-health', [
    main.getByRole('heading', { level: 1 }),
    main.getByRole('tablist'),
    main.getByText(words.thing.health.verdicts.trouble),
    main.getByText(words.domain.alertTypes['heartbeat missed']).last()
  ])
}

async function send({ page, words, shoot, main, button, goTo }: Desk): Promise<void> {
  await goTo(words.common.places.things)
  await button(words.things.select).click()
  const boxes = main.getByRole('list', { name: words.things.list }).getByRole('checkbox')
  await boxes.first().check()
  await boxes.nth(1).check()
  const go = button(words.thing.commands.send)
  await shoot('send-select', [main.getByRole('list', { name: words.things.list }), go], go)
  await go.click()
  const test = page.getByRole('button', { name: words.commands.test.name })
  await test.waitFor()
  await shoot('send-choose', [main.getByRole('heading', { level: 1 }), test.locator('..')], test)
  await button(words.common.back).click()
  await button(words.things.endSelection).click()
}

async function visit(desk: Desk): Promise<void> {
  const { page, words, shoot, main, button, goTo, scan, role } = desk
  const { visits, works, report, arrivals } = words
  await goTo(words.common.places.visits)
  await button(visits.start.button).click()
  await page.getByRole('textbox', { name: visits.start.site }).fill('Aurora Campus')
  await shoot('visit-start', [main.locator('form')], button(visits.start.submit))
  await button(visits.start.submit).click()
  await button(visits.batch.submit).waitFor()
  await shoot('visit-plan', [main.locator('form')], button(visits.batch.submit))
  await button(visits.batch.submit).click()
  await button(visits.batch.change).waitFor()
  const things = main.getByRole('list', { name: visits.thingsOf }).getByRole('listitem')
  for (const name of ['readyRugged', 'readyAir', 'installedElsewhere']) {
    await scan(role(name))
    await things.filter({ hasText: role(name).slice(6) }).waitFor()
  }
  await button(visits.settle.apply).waitFor()
  await things.getByText(words.common.truth.confirmed).nth(1).waitFor()
  await shoot('visit-scan', [main.getByRole('list', { name: visits.thingsOf })])
  const held = things.filter({ has: page.getByRole('button', { name: visits.settle.apply, exact: true }) }).first()
  await shoot('visit-held', [held], button(visits.settle.apply))
  await button(report.button).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(report.lead).waitFor()
  await shoot('report-dialog', [dialog.locator('.v-card').first()], dialog.getByRole('button', { name: report.make }))
  await dialog.getByRole('button', { name: report.close }).click()
  await dialog.waitFor({ state: 'detached' })
  await button(works.menu).click()
  await page.getByRole('menuitem').first().waitFor()
  await shoot('works-menu', [button(works.menu), page.getByRole('menu')])
  await page.getByRole('menuitem', { name: works.kinds.replace.title }).click()
  await main.getByRole('heading', { name: works.ask.first }).waitFor()
  await scan(role('lowBattery'))
  await main.getByRole('heading', { name: works.ask.second }).waitFor()
  await scan(role('readyPresence'))
  await main.getByRole('list', { name: works.preview.title }).waitFor()
  await shoot('works-replace', [
    main.getByRole('heading', { level: 1 }),
    main.getByRole('list', { name: works.preview.title })
  ])
  await button(words.common.back).click()
  await button(visits.batch.change).waitFor()
  await button(visits.end).click()
  await main.getByRole('list', { name: arrivals.silentOf }).waitFor()
  await shoot('leave-list', [main.getByRole('heading', { level: 1 }), button(arrivals.check.button)])
}

async function needsYou({ page, words, shoot, main, bar, button, goTo, scan }: Desk): Promise<void> {
  const { install: inst, queue } = words
  await goTo(words.common.places.install)
  await scan('EZU00000000,TSPR04')
  await main.getByText(words.thing.facts.notKnown.replace('{tuid}', 'TSPR04EZU00000000')).waitFor()
  await main.getByRole('button', { name: new RegExp(`^${inst.see.same.split(':')[0] ?? ''}`) }).click()
  await button(inst.looks.save).click()
  const badge = bar.getByRole('link')
  await badge
    .filter({ hasText: words.common.badge.needsYou.split(' | ')[0]?.replace('{count}', '') ?? '' })
    .first()
    .waitFor()
  await shoot('needs_you-badge', [bar], badge.first())
  await goTo(words.common.places.queue)
  await button(queue.choices.alone.send_again).first().waitFor()
  await shoot('needs_you-choices', [
    main
      .getByRole('list', { name: queue.list })
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: queue.choices.alone.send_again, exact: true }) })
      .first()
  ])
}

async function groups({ page, words, shoot, main, button, goTo }: Desk): Promise<void> {
  const { groups: group, common } = words
  await goTo(common.places.groups)
  const list = main.getByRole('list', { name: group.list })
  await list.waitFor()
  await shoot('groups-list', [
    main.getByRole('heading', { level: 1 }),
    button(group.create),
    list.getByRole('listitem').nth(4)
  ])
  await button(group.create).click()
  await page.getByRole('textbox', { name: group.name.site }).fill('Satamatalo')
  await shoot('groups-new', [main.locator('form')], button(group.new.submit))
  await button(common.cancel).click()
}

async function support({ page, words, shoot, main, goTo }: Desk): Promise<void> {
  await goTo(words.common.places.settings)
  await main.getByText(words.settings.data, { exact: true }).waitFor()
  await shoot('support-look', [main.getByRole('region', { name: words.settings.look })])
  await main.getByRole('button', { name: words.diagnostics.action, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: words.diagnostics.action })
  await dialog.getByRole('listitem').first().waitFor()
  const save = dialog.getByRole('button', { name: words.diagnostics.save })
  await shoot('support-export', [dialog.locator('.v-card').first()], save)
  await dialog.getByRole('button', { name: words.diagnostics.close }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function alerts({ simulator, words, shoot, main, button, goTo, role }: Desk): Promise<void> {
  simulator.world.openAlert(role('readyPresence'), 'gateway connection lost')
  await goTo(words.common.places.alerts)
  await button(words.alerts.refresh).click()
  const list = main.getByRole('list', { name: words.alerts.list })
  await list.getByText(words.domain.alertTypes['heartbeat missed']).first().waitFor()
  await shoot('alerts-list', [main.getByRole('heading', { level: 1 }), list], button(words.alerts.refresh))
  for (const one of await button(words.common.dismiss).all()) await one.click()
}

async function scanning(desk: Desk): Promise<void> {
  const { page, words, shoot, main, goTo } = desk
  await goTo(words.common.places.settings)
  await main.getByText(words.settings.data, { exact: true }).waitFor()
  await shoot('scanner-sounds', [main.getByRole('region', { name: words.settings.scanning })])
  await goTo(words.common.places.install)
  await page.getByRole('textbox', { name: words.scan.label }).waitFor()
  await handScan(page, 'LW:D0:70B3D5E75E000000:A81758')
  const outcome = page.locator('[data-scan-outcome=not_understood]')
  await outcome.waitFor()
  await shoot('scanner-outcome', [outcome])
  const use = main.getByRole('button', { name: words.scan.camera.use, exact: true })
  await use.click()
  const camera = page.getByRole('region', { name: words.scan.camera.title })
  const turnOn = camera.getByRole('button', { name: words.scan.camera.turnOn })
  await shoot('camera-open', [use, camera], turnOn)
  await turnOn.click()
  await camera.getByRole('listitem').nth(1).waitFor()
  await shoot('camera-several', [camera])
  const close = camera.getByRole('button', { name: words.scan.camera.close })
  await close.click()
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await use.click()
  const retry = camera.getByRole('button', { name: words.common.retry })
  await retry.waitFor()
  await shoot('camera-fault', [camera], retry)
  await close.click()
}

async function offline(desk: Desk): Promise<void> {
  const { page, simulator, words, shoot, main, bar, button, goTo, scan } = desk
  await scan(simulator.tuids.find((tuid) => tuid.startsWith('TSLK02')) ?? '')
  await button(words.install.see.goOn).waitFor()
  await page.getByRole('region', { name: words.thing.facts.alerts }).getByText(words.thing.facts.noAlerts).waitFor()
  simulator.setOnline(false)
  const connection = bar.getByRole('button', { name: new RegExp(`^${words.common.connection.title}:`) })
  await connection.click()
  await page.getByRole('button', { name: words.common.connection.check }).click()
  await page.getByText(words.common.connection.meaning.offline).waitFor()
  await page.keyboard.press('Escape')
  await main.getByRole('button', { name: new RegExp(`^${words.install.see.same.split(':')[0] ?? ''}`) }).click()
  const done = page.getByRole('region', { name: words.install.done.title })
  await done.getByText(words.common.truth.waiting).waitFor()
  await shoot('offline-bar', [bar], connection)
  await shoot('offline-saved', [done])
  await goTo(words.common.places.queue)
  const row = main.getByRole('list', { name: words.queue.list }).getByRole('listitem')
  await row.first().waitFor()
  await shoot(
    'offline-queue',
    [main.getByRole('heading', { level: 1 }), row.filter({ hasText: words.common.waits.offline }).first()],
    button(words.queue.sync)
  )
}

/** Through the jobs that the help explains, with a picture of each step that has one. */
export async function helpTour(page: Page, simulator: Simulator, words: Words, shoot: ShootStep): Promise<void> {
  const desk = deskOf(page, simulator, words, shoot)
  await connect(desk)
  await install(desk)
  await find(desk)
  await send(desk)
  await groups(desk)
  await alerts(desk)
  await visit(desk)
  await scanning(desk)
  await support(desk)
  await needsYou(desk)
  await desk.goTo(words.common.places.install)
  await offline(desk)
}

/** On a machine without a keychain. */
export async function keychainTrouble(page: Page, simulator: Simulator, words: Words, shoot: ShootStep): Promise<void> {
  const desk = deskOf(page, simulator, words, shoot)
  const { form } = words.settings.stacks
  await desk.button(form.save).waitFor()
  await fillForm(desk, simulator, simulator.url)
  await desk.button(form.save).click()
  const run = desk.button(form.forThisRun)
  await run.waitFor()
  await shoot('keychain-run', [desk.main.locator('form').locator('..')], run)
  await run.click()
  await desk.bar.getByRole('button', { name: new RegExp(`: ${words.common.connection.online}$`) }).waitFor()
}

/** After the next start of the same app: the secret was kept for one run only. */
export async function secretMissing(page: Page, simulator: Simulator, words: Words, shoot: ShootStep): Promise<void> {
  const { bar } = deskOf(page, simulator, words, shoot)
  const connection = bar.getByRole('button', { name: new RegExp(`: ${words.common.connection.no_secret}$`) })
  await connection.click()
  const details = page.getByRole('dialog').filter({ hasText: words.common.connection.meaning.no_secret })
  await details.waitFor()
  await shoot(
    'keychain-missing',
    [connection, details],
    details.getByRole('link', { name: words.common.connection.openStack })
  )
}
