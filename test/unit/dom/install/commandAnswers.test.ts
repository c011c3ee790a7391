import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ThingMessage } from '@shared/domain/thing'
import type { ChannelInput } from '@shared/ipc/channels'
import { ok, sessionOf, type InstallerStandIn } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { willingInstaller } from './bench'
import { click, enter, field, fill, region, scan, showBench } from './benchPage'
import { actionOf, failed, live, now, tuid } from './fixtures'

const text = (element: Element): string => element.textContent.replace(/\s+/g, ' ')

beforeEach(() => vi.useFakeTimers({ now }))
afterEach(() => vi.useRealTimers())

const message = (tsmId: number, tsmEv: number, at: number, fields: Record<string, unknown> = {}): ThingMessage => ({
  key: `${tuid}:${tsmId}:${at}`,
  tsmId,
  tsmEv,
  at,
  gatewayTuid: null,
  groupId: null,
  fields
})
const newest = message(2100, 7, now + 2000, { state: 1 })
const answer = message(1500, 31, now + 1000, { reportInterval: 60, transactionId: 7 })

/** A thing whose answer is among its newest messages no longer: only a question for answers finds it. */
function chattyThing(): InstallerStandIn {
  const installer = willingInstaller({ groupId: 'prfi00hq', status: 'installed' })
  installer.answers['things:messages'] = ({ eventIds }) =>
    ok(live({ items: eventIds === undefined ? [newest] : [answer], unreadable: 0 }))
  return installer
}

const questions = (installer: InstallerStandIn) =>
  // What the page asked this channel is what its type allows.
  (installer.inputsOf('things:messages') as ChannelInput<'things:messages'>[]).filter(
    ({ eventIds }) => eventIds !== undefined
  )

async function saveCommand(language: 'en' | 'fi' = 'en'): Promise<void> {
  const words =
    language === 'en'
      ? {
          scan: 'Scan or type a label',
          step: 'Command',
          form: 'Reporting intervalsHow often it measures and how often it reports.',
          field: 'Report interval (seconds)'
        }
      : {
          scan: 'Skannaa tarra tai kirjoita sen teksti',
          step: 'Komento',
          form: 'RaportointivälitKuinka usein laite mittaa ja raportoi.',
          field: 'Raportointiväli (s)'
        }
  await showBench(language)
  await fill(field(words.scan), tuid)
  await enter()
  await enter()
  await click(button(words.step))
  await click(button(words.form))
  await fill(field(words.field), '5')
  field(words.field).form?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

test('the answer of a chatty thing is found by asking for answers alone', async () => {
  const installer = chattyThing()
  await saveCommand()
  await vi.advanceTimersByTimeAsync(1000)
  expect(questions(installer)).toMatchObject([{ tuid, messageIds: [1500], eventIds: [31, 36], from: now - 86_400_000 }])
  expect(text(region('Command'))).toContain('Report interval: you asked for 5 s, it applied 60 s.')
})

test('the newest messages stay those of the plain question', async () => {
  chattyThing()
  await saveCommand()
  await vi.advanceTimersByTimeAsync(1000)
  await click(button('Go on'))
  expect(text(region('Latest messages'))).toContain('Occupancy')
  expect(text(region('Latest messages'))).not.toContain('answer to a configuration')
})

test('once the answer is there, it is asked for no more', async () => {
  const installer = chattyThing()
  await saveCommand()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(questions(installer)).toHaveLength(1)
})

test('until then it is asked for every ten seconds, and no more for another thing', async () => {
  const installer = chattyThing()
  installer.answers['things:messages'] = () => ok(live({ items: [], unreadable: 0 }))
  await saveCommand()
  await vi.advanceTimersByTimeAsync(31_000)
  expect(questions(installer)).toHaveLength(4)
  await scan('TSPR04EZU31901021')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(questions(installer)).toHaveLength(4)
})

test.each<['en' | 'fi', string, string, string]>([
  ['en', 'Command', 'The server answered with an error', 'Paused: the server cannot be reached'],
  ['fi', 'Komento', 'Palvelin vastasi virheellä', 'Tauolla: palvelimeen ei saada yhteyttä']
])('in %s, it is said when answers cannot be looked for', async (language, step, problem, pause) => {
  const installer = chattyThing()
  installer.answers['things:messages'] = ({ eventIds }) =>
    ok(eventIds === undefined ? live({ items: [newest], unreadable: 0 }) : failed('server_error', { status: 502 }))
  const receipt = { at: now, by: 'answer', responsible: 'me' } as const
  installer.answers['outbox:capture'] = ({ intents }) =>
    ok(intents.map((intent) => actionOf(intent, { transactionId: 7, state: 'done', receipt })))
  await saveCommand(language)
  await vi.advanceTimersByTimeAsync(1000)
  expect(text(region(step))).toContain(problem)
  installer.emit('session:changed', sessionOf({ connection: 'offline' }))
  await flushPromises()
  expect(text(region(step))).toContain(pause)
})
