import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ThingMessage } from '@shared/domain/thing'
import type { KeptAnswers } from '@shared/domain/commandAnswer'
import { ok, sessionOf, type InstallerStandIn } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { willingInstaller } from './bench'
import { click, enter, field, fill, region, scan, showBench } from './benchPage'
import { actionOf, live, now, stackId, tuid } from './fixtures'

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
const looked: KeptAnswers = { answers: [{ transactionId: 7, lookedAt: now, answer: null }], problem: null }
const answered: KeptAnswers = { answers: [{ transactionId: 7, lookedAt: now + 1000, answer }], problem: null }

/** A thing whose server takes any command at once. */
function takingThing(): InstallerStandIn {
  const installer = willingInstaller({ groupId: 'prfi00hq', status: 'installed' })
  installer.answers['things:messages'] = () => ok(live({ items: [newest], unreadable: 0 }))
  installer.answers['answers:kept'] = () => ok(looked)
  const receipt = { at: now, by: 'answer', responsible: 'me' } as const
  installer.answers['outbox:capture'] = ({ intents }) =>
    ok(intents.map((intent) => actionOf(intent, { transactionId: 7, state: 'done', receipt })))
  return installer
}

/** Main has something new to tell of the answers. */
async function tell(installer: InstallerStandIn, kept: KeptAnswers): Promise<void> {
  installer.answers['answers:kept'] = () => ok(kept)
  installer.emit('answers:changed', { stackId, tuid })
  await flushPromises()
}

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

test('the answer is shown as soon as it is found, and the page itself asks no server for it', async () => {
  const installer = takingThing()
  await saveCommand()
  expect(text(region('Command'))).toContain('Sent. The thing answers with its next report')
  await tell(installer, answered)
  expect(text(region('Command'))).toContain('Report interval: you asked for 5 s, it applied 60 s.')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(installer.inputsOf('things:messages').filter((input) => JSON.stringify(input).includes('eventIds'))).toEqual(
    []
  )
})

test('after five minutes it is said that there is none, and when that was last looked for', async () => {
  takingThing()
  await saveCommand()
  await vi.advanceTimersByTimeAsync(5 * 60_000)
  expect(text(region('Command'))).toContain(
    'no answer from the thing yet. It may still come. Last looked 5 minutes ago.'
  )
})

test('the newest messages stay those of the plain question', async () => {
  const installer = takingThing()
  await saveCommand()
  await tell(installer, answered)
  await click(button('Go on'))
  expect(text(region('Latest messages'))).toContain('Occupancy')
  expect(text(region('Latest messages'))).not.toContain('answer to a configuration')
})

test('main knows when somebody waits in front of the step, and when no more', async () => {
  const installer = takingThing()
  await saveCommand()
  expect(installer.inputsOf('answers:attend')).toEqual([{ stackId, tuids: [tuid] }])
  await click(button('Go on'))
  expect(installer.inputsOf('answers:attend').at(-1)).toEqual({ stackId, tuids: [] })
})

test('of another thing nothing is told', async () => {
  const installer = takingThing()
  await saveCommand()
  await scan('TSPR04EZU31901021')
  installer.calls.length = 0
  await tell(installer, answered)
  expect(installer.inputsOf('answers:kept')).toEqual([])
})

test.each<['en' | 'fi', string, string, string, string]>([
  ['en', 'Command', 'The server answered with an error', 'Try again', 'Paused: the server cannot be reached'],
  ['fi', 'Komento', 'Palvelin vastasi virheellä', 'Yritä uudelleen', 'Tauolla: palvelimeen ei saada yhteyttä']
])('in %s, it is said when answers cannot be looked for', async (language, step, problem, again, pause) => {
  const installer = takingThing()
  await saveCommand(language)
  await tell(installer, { ...looked, problem: { kind: 'server_error', status: 502 } })
  expect(text(region(step))).toContain(problem)
  installer.answers['answers:look'] = () => ok(looked)
  await click(button(again))
  expect(installer.inputsOf('answers:look')).toEqual([{ stackId, tuid }])
  expect(text(region(step))).not.toContain(problem)
  installer.emit('session:changed', sessionOf({ connection: 'offline' }))
  await flushPromises()
  expect(text(region(step))).toContain(pause)
})
