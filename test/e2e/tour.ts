import type { Locator, Page } from '@playwright/test'
import { messages } from '../../src/renderer/i18n/index.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { drawnPhoto } from './photo-files.ts'
import { labelOf, roleOf } from './writes.ts'

/** The words of one language, by their keys. */
export type Words = (typeof messages)['fi']

export const english: Words = messages.en
export const finnish: Words = messages.fi

interface TourOptions {
  page: Page
  /** With the demonstration site, and no stack set up in the app yet. */
  simulator: Simulator
  words: Words
  /** Called at every screen, with its primary action where it has one. */
  look: (where: string, primary?: Locator) => Promise<void>
}

/** From the first start through every screen of the app, once, in whatever language. */
export async function tour({ page, simulator, words, look }: TourOptions): Promise<void> {
  const {
    alerts,
    arrivals,
    commands,
    common,
    groups,
    install,
    messages,
    photos,
    queue,
    report,
    sending,
    settings,
    thing,
    things,
    visits
  } = words
  const main = page.getByRole('main')
  const button = (name: string) => main.getByRole('button', { name, exact: true })
  const goTo = (name: string) =>
    page
      .getByRole('navigation')
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click()
  const scanField = page.getByRole('textbox', { name: words.scan.label })
  const scan = async (label: string) => {
    await scanField.fill(label)
    await scanField.press('Enter')
  }
  const step = (name: string) => page.getByRole('region', { name, exact: true })

  const { form } = settings.stacks
  await button(form.save).click()
  await main.getByText(settings.stacks.faults.clientSecret).waitFor()
  await look('first start, with faults', button(form.save))
  await main.getByLabel(form.name, { exact: true }).fill('Nordlys Kiinteistöpalvelut Etelä-Suomi')
  await main.getByLabel(form.baseUrl).fill(simulator.url)
  await main.getByLabel(form.clientId).fill(simulator.clientId)
  await main.getByLabel(form.clientSecret, { exact: true }).fill(simulator.clientSecret)
  await button(form.save).click()
  await scanField.waitFor()
  await look('nothing scanned yet')
  await scan('ESY93100802')
  await main.getByText(words.scan.outcomes.not_understood).waitFor()
  await look('a label not understood')

  await scan(labelOf(roleOf(simulator, 'silent')))
  await main.getByText(words.domain.alertTypes['heartbeat missed']).waitFor()
  await look('a thing with an alert', button(install.see.goOn))
  await page.keyboard.press('Control+k')
  const search = page.getByRole('combobox', { name: common.search.label })
  await search.fill('e')
  await page.getByRole('dialog', { name: common.search.label }).getByText(common.search.kinds.group).waitFor()
  await look('the search')
  await search.press('Escape')
  await search.waitFor({ state: 'hidden' })
  await scan(labelOf(roleOf(simulator, 'readyPresence')))
  await button(install.see.goOn).click()
  await main.getByText(install.group.fromServer).waitFor()
  await look('groups')
  await button(install.group.new).click()
  const newGroup = page.getByRole('form', { name: install.newGroup.title })
  await newGroup.getByRole('textbox', { name: groups.name.site }).fill('Kylmäkellari')
  await look('a new group', button(install.newGroup.use))
  await button(install.newGroup.use).click()
  await look('the status', button(install.save.save))
  await button(install.save.save).click()
  await button(install.command.skip).waitFor()
  await page.getByRole('button', { name: words.domain.commandMeanings.presence }).click()
  await look('a command', button(commands.send))
  await button(commands.send).click()
  await button(install.command.goOn).click()
  await main.getByText(install.verify.heard).last().waitFor()
  await look('whether it is heard', button(install.verify.goOn))
  await button(install.verify.goOn).click()
  await look('the end', button(install.finish.next))

  await scan('EZU00000000,TSPR04')
  await main.getByText(thing.facts.notKnown.replace('{tuid}', 'TSPR04EZU00000000')).waitFor()
  await step(install.steps.see).getByRole('button', { name: 'prfi00kylmakellari' }).click()
  await button(install.looks.save).waitFor()
  await look('a second look', button(install.looks.save))
  await button(install.looks.save).click()

  await goTo(common.places.queue)
  await button(queue.choices.alone.send_again).waitFor()
  await button(common.details).first().click()
  await main.getByRole('list', { name: queue.attempts.title }).waitFor()
  await look('the queue', button(queue.sync))
  await button(queue.discard).first().click()
  const dialog = page.getByRole('alertdialog')
  await look('a question before discarding', dialog.getByRole('button', { name: queue.discard }))
  await dialog.getByRole('button', { name: common.cancel }).click()
  await button(queue.byThing).click()
  await main.getByRole('list', { name: queue.things }).getByRole('button', { expanded: false }).first().click()
  await main.getByRole('heading', { level: 3 }).first().waitFor()
  await look('the queue by thing', button(queue.retryThing).first())
  await button(queue.byThing).click()
  await page.getByRole('button', { name: queue.menu.label }).click()
  await page.getByRole('menu', { name: queue.menu.label }).waitFor()
  await look('the menu of the queue')
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox', { name: queue.search }).fill('nothing')
  await main.getByText(queue.empty.search.title).waitFor()
  await look('nothing found')

  await goTo(common.places.things)
  await main.getByRole('list', { name: things.list }).waitFor()
  await look('the things')
  await button(things.select).click()
  await main.getByRole('checkbox').first().check()
  await button(thing.commands.send).click()
  await page.getByRole('button', { name: commands.test.name }).click()
  await look('a command to several things', button(commands.goOn))
  await button(commands.goOn).click()
  await main.getByRole('heading', { level: 2 }).waitFor()
  await look('what several things get')
  await main.locator('button.bg-primary').click()
  await main.getByText(sending.savedMeaning).waitFor()
  await look('what was saved for several things', main.getByRole('link', { name: sending.toThings }))
  await main.getByRole('link', { name: sending.toThings }).click()
  await main.getByText(commands.normal.name, { exact: true }).click()
  await main.getByText(commands.normal.report, { exact: true }).first().waitFor()
  await look('several things back to normal')
  await button(common.back).click()
  await button(things.endSelection).click()
  await page.getByRole('textbox', { name: things.search }).fill('#')
  await main.getByText(things.empty.search.title).waitFor()
  await look('no such thing')
  await page.getByRole('textbox', { name: things.search }).fill(roleOf(simulator, 'silent'))
  await page.keyboard.press('Enter')
  await main.getByText(thing.health.verdicts.trouble).waitFor()
  await look('a thing in trouble', button(thing.install))
  await button(thing.position.open).click()
  await dialog.getByText(thing.position.meaning).waitFor()
  await look('a question before the map opens', dialog.getByRole('button', { name: thing.position.open }))
  await dialog.getByRole('button', { name: common.cancel }).click()
  await page.getByRole('tab', { name: thing.sections.messages }).click()
  await main.getByRole('list', { name: messages.list }).waitFor()
  await main.getByRole('table', { name: messages.charts.figures }).waitFor()
  await look('the messages of a thing, drawn')
  await button(messages.charts.hide).click()
  await button(messages.ranges.own).click()
  await look('a range of messages to choose')
  await button(messages.ranges.week).click()
  await button(messages.raw).first().click()
  await look('the messages of a thing, raw')
  await button(messages.charts.show).click()
  await page.getByRole('tab', { name: thing.sections.alerts }).click()
  await main.getByRole('list', { name: thing.alerts.list }).waitFor()
  await button(thing.alerts.ranges.own).click()
  await main.getByText(thing.alerts.chooseRange).waitFor()
  await look('a range of alerts to choose')
  await button(thing.alerts.ranges.all).click()
  await look('the alerts of a thing')
  await page.getByRole('tab', { name: thing.sections.commands }).click()
  await main.getByRole('list', { name: thing.commands.list }).waitFor()
  await look('the commands of a thing')
  await button(thing.commands.send).click()
  await page.getByRole('button', { name: words.domain.commandMeanings.reporting }).click()
  await look('a command to a thing', button(commands.send))
  await button(thing.commands.close).click()
  await page.getByRole('tab', { name: thing.sections.installations }).click()
  await main.getByRole('list', { name: thing.installations.title }).waitFor()
  await look('the history of a thing')

  await goTo(common.places.groups)
  const list = main.getByRole('list', { name: groups.list })
  await list.waitFor()
  await look('all groups', button(groups.create))
  await page.getByRole('searchbox', { name: groups.search }).fill('nothing')
  await main.getByRole('heading', { name: groups.empty.title }).waitFor()
  await look('no such group')
  await page.getByRole('searchbox', { name: groups.search }).fill('annex')
  await button(groups.create).click()
  await page.getByRole('textbox', { name: groups.name.site }).fill('Ranta')
  await look('a group to be made', button(groups.new.submit))
  await button(common.cancel).click()

  simulator.world.openAlert(roleOf(simulator, 'readyPresence'), 'gateway connection lost')
  await goTo(common.places.alerts)
  await button(alerts.refresh).click()
  await main.getByRole('status').filter({ hasText: words.domain.alertTypes['gateway connection lost'] }).waitFor()
  await main
    .getByRole('list', { name: alerts.list })
    .getByText(words.domain.alertTypes['heartbeat missed'])
    .first()
    .waitFor()
  await look('the alerts', button(alerts.refresh))
  await button(common.dismiss).click()
  await page.getByRole('searchbox', { name: alerts.search }).fill('nothing')
  await main.getByText(alerts.noneLike.title).waitFor()
  await look('no alert like this', button(alerts.noneLike.showAll))
  await button(alerts.noneLike.showAll).click()

  await goTo(common.places.visits)
  await main.getByRole('heading', { name: visits.empty.title }).waitFor()
  await look('no visit yet', button(visits.start.button))
  await button(visits.start.button).click()
  await page.getByRole('textbox', { name: visits.start.site }).fill('Aurora')
  await look('a visit to begin', button(visits.start.submit))
  await button(visits.start.submit).click()
  await button(visits.batch.submit).waitFor()
  await look('what each scan does', button(visits.batch.submit))
  await button(visits.batch.submit).click()
  await button(visits.batch.change).waitFor()
  await scan(labelOf(roleOf(simulator, 'silent')))
  await button(visits.settle.leave).waitFor()
  await button(visits.describe.button + ': ' + roleOf(simulator, 'silent')).click()
  await look('a visit with a scan that is held', button(visits.settle.apply))
  const silent = roleOf(simulator, 'silent')
  await button(`${photos.button}: ${silent}`).click()
  await main.locator('input[type=file]').setInputFiles([
    { name: 'ovi.png', mimeType: 'image/png', buffer: await drawnPhoto(page, 'image/png', 400, 300) },
    { name: 'muistio.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }
  ])
  await main.getByText(photos.refused.not_photo).waitFor()
  const thumb = main.getByRole('list', { name: photos.list.replace('{tuid}', silent) }).getByRole('button')
  await thumb.scrollIntoViewIfNeeded()
  await thumb.locator('img').waitFor()
  await look('photos of a thing', button(photos.add.camera))
  await thumb.click()
  const large = page.getByRole('dialog')
  await large.getByRole('img').waitFor()
  await look('a photo, shown large', large.getByRole('button', { name: photos.dialog.remove }))
  await large.getByRole('button', { name: photos.dialog.close }).click()
  await large.waitFor({ state: 'detached' })
  await button(report.button).click()
  await page.getByRole('dialog').getByText(report.lead).waitFor()
  await look('the report of a visit', page.getByRole('dialog').getByRole('button', { name: report.make }))
  await page.getByRole('dialog').getByRole('button', { name: report.close }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await button(visits.settle.apply).click()
  await main.getByText(visits.silent, { exact: true }).waitFor()
  await main.getByRole('link', { name: arrivals.title }).click()
  await main.getByRole('list', { name: arrivals.silentOf }).waitFor()
  await look('before you leave', button(arrivals.end))

  await goTo(common.places.settings)
  await main.getByText(settings.data, { exact: true }).waitFor()
  await look('the settings')
  await main.getByRole('link', { name: settings.stacks.manage }).click()
  await main.getByRole('list', { name: settings.stacks.list }).getByRole('button').first().click()
  await look('a stack to change', button(form.save))
  await page.getByRole('banner').getByRole('button').first().click()
  await page.getByRole('menu').waitFor()
  await look('the menu of stacks')
  await page.keyboard.press('Escape')
  await simulator.refuseConnections()
  await page.getByRole('banner').getByRole('button').last().click()
  await page.getByRole('button', { name: common.connection.check }).click()
  await page.getByText(common.connection.meaning.offline).waitFor()
  await look('the connection')
  await page.keyboard.press('Escape')

  await goTo(common.places.groups)
  await list.getByRole('link').first().click()
  await main.getByRole('region', { name: groups.page.things, exact: true }).waitFor()
  await button(groups.renaming.open).click()
  await page.getByRole('textbox', { name: groups.name.site }).fill('Ranta')
  await button(groups.renaming.submit).click()
  await main.getByRole('region', { name: groups.page.waiting }).waitFor()
  await look('a group that waits for its new name', button(groups.deleting.open))
  await button(groups.deleting.open).click()
  await dialog.getByText(groups.deleting.text).waitFor()
  await look('a group to be deleted', dialog.getByRole('button', { name: groups.deleting.submit }))
  await dialog.getByRole('button', { name: common.cancel }).click()
}
