import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { KnownReporting } from '@shared/domain/reporting'
import type { ChannelInput } from '@shared/ipc/channels'
import { defaultSettings } from '@shared/ipc/settings'
import { useSettingsStore } from '@/stores/settings'
import { fail, ok, type InstallerStandIn } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { otherTuid as tuid } from '../install/fixtures'
import { live, list, open, page, text, thingKnownAs } from './thingBench'

/** Opens the forms of a presence sensor of which this is known. */
async function openForms(before: KnownReporting | null = null, language: 'en' | 'fi' = 'en') {
  const installer = thingKnownAs()
  installer.answers['things:commands'] = () => ok(live(list()))
  installer.answers['things:messages'] = () => ok(live(list()))
  installer.answers['tests:before'] = () => ok([before])
  await open(`/things/${tuid}/commands`, language)
  await press(language === 'en' ? 'Send a command' : 'Lähetä komento')
  return installer
}

async function press(name: string): Promise<void> {
  const found = [...document.querySelectorAll('button')].find((each) => text(each).startsWith(name))
  if (found === undefined) throw new Error(`no button ${name}`)
  if (found.type === 'submit') found.form?.dispatchEvent(new Event('submit', { cancelable: true }))
  else found.click()
  await flushPromises()
}

const captured = (installer: InstallerStandIn) =>
  installer
    .inputsOf('outbox:capture')
    // What the page asked is what the channel takes: the compiler checked it there.
    .flatMap((input) => (input as ChannelInput<'outbox:capture'>).intents)
    .map((intent) => (intent.type === 'command' ? intent.commands : []))

const collected = (): string[] => [...document.querySelectorAll('[data-collected] li')].map(text)

const testing = { tsmId: 1500, tsmEv: 30, parameters: { measurementInterval: 60, reportInterval: 60 } }
const threshold = { tsmId: 13200, tsmEv: 30, parameters: { threshold: 150 } }

describe('several commands', () => {
  test('are put together, and saved as one', async () => {
    const installer = await openForms()
    await press('Test on site')
    await press('Add another command')
    expect(collected()).toEqual([expect.stringContaining('Reporting intervals')])
    await press('Presence detection')
    await press('Add to the list')
    expect(collected()).toHaveLength(2)
    await press('Save 2 commands')
    expect(captured(installer)).toEqual([[testing, threshold]])
  })

  test('are of different ids: the later one takes the place of the earlier', async () => {
    await openForms()
    await press('Presence detection')
    await press('Add another command')
    await press('Presence detection')
    await press('Read configuration')
    expect(collected()).toEqual([expect.stringContaining('ask for its settings')])
  })

  test('can be taken out again, until none is left', async () => {
    await openForms()
    await press('Test on site')
    await press('Add another command')
    document.querySelector<HTMLElement>('[aria-label^="Take out"]')?.click()
    await flushPromises()
    expect(collected()).toEqual([])
    expect(document.querySelector('[data-collected]')).toBeNull()
  })

  test('that could not be saved are all still there', async () => {
    const installer = await openForms()
    installer.answers['outbox:capture'] = () => fail('disk_full')
    await press('Test on site')
    await press('Add another command')
    await press('Save 1 command')
    expect(page()).toContain('Not saved')
    expect(collected()).toHaveLength(1)
  })
})

describe('the presets', () => {
  const before: KnownReporting = {
    reportInterval: 3600,
    measurementInterval: 30,
    source: 'answer',
    at: Date.UTC(2026, 10, 12, 12)
  }

  test('test on site is saved with the values of the test', async () => {
    const installer = await openForms()
    await press('Test on site')
    await press('Save command')
    expect(captured(installer)).toEqual([[testing]])
  })

  test.each<[KnownReporting, 'en' | 'fi', string]>([
    [before, 'en', 'Every 60 min, as the thing reported on 12 Nov 2026. It measures every 30 s.'],
    [before, 'fi', '60 min välein, kuten laite ilmoitti 12.11.2026. Mittaa 30 s välein.'],
    [
      { ...before, measurementInterval: null, source: 'command' },
      'en',
      'Every 60 min, as it was last told on 12 Nov 2026. How often it measures stays as it is.'
    ],
    [{ ...before, measurementInterval: 3600, at: null }, 'en', 'Every 60 min, as the thing reported.']
  ])('back to normal says where it comes from: %j in %s', async (known, language, words) => {
    await openForms(known, language)
    await press(language === 'en' ? 'Back to normal' : 'Takaisin normaaliin')
    expect(page()).toContain(words)
  })

  test('back to normal is what it did before', async () => {
    const installer = await openForms(before)
    await press('Back to normal')
    await press('Save command')
    expect(captured(installer)).toEqual([
      [{ tsmId: 1500, tsmEv: 30, parameters: { measurementInterval: 30, reportInterval: 3600 } }]
    ])
  })

  test('nothing is called normal that nobody knows: a person chooses', async () => {
    const installer = await openForms()
    await press('Back to normal')
    expect(page()).toContain('How often it reported before is not known on this laptop.')
    expect(button('Save command').disabled).toBe(true)
    await press('Save command')
    expect(captured(installer)).toEqual([])
  })

  test('what was chosen last for the kind is offered again', async () => {
    const installer = await openForms()
    const chosen = { presence: { reportInterval: 1800, measurementInterval: null } }
    useSettingsStore().settings = { ...defaultSettings, lastIntervals: chosen }
    await press('Back to normal')
    await press('Save command')
    expect(captured(installer)).toEqual([[{ tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 1800 } }]])
    expect(installer.inputsOf('settings:set')).toEqual([{ lastIntervals: chosen }])
  })
})
