import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { ok } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { captured, willingInstaller } from './bench'
import { click, enter, field, fill, region, showBench } from './benchPage'
import { live, now, otherTuid as presence } from './fixtures'

const text = (element: Element): string => element.textContent.replace(/\s+/g, ' ')
const last = { groupId: 'prfi00hq', status: 'installed' as const }
const words = {
  en: { scan: 'Scan or type a label', command: 'Command', json: 'Expert: JSONParameters there is no form for.' },
  fi: {
    scan: 'Skannaa tarra tai kirjoita sen teksti',
    command: 'Komento',
    json: 'Asiantuntija: JSONParametrit, joille ei ole lomaketta.'
  }
} as const

async function openCommand(language: 'en' | 'fi') {
  await showBench(language)
  await fill(field(words[language].scan), presence)
  await enter()
  await enter()
  await click(button(words[language].command))
}

async function writeJson(json: string): Promise<void> {
  const area = document.querySelector('textarea:not([aria-hidden])')
  if (!(area instanceof HTMLTextAreaElement)) throw new Error('no field for JSON')
  area.value = json
  area.dispatchEvent(new Event('input', { bubbles: true }))
  await flushPromises()
}

test.each<['en' | 'fi', string, string]>([
  [
    'en',
    '{"tsmId":13200,"threshold":150,"passiveReportInterval":30}',
    '“passiveReportInterval” has to be more than 60'
  ],
  [
    'fi',
    '{"tsmId":13200,"threshold":150,"passiveReportInterval":30}',
    '”passiveReportInterval” arvon pitää olla yli 60'
  ],
  [
    'en',
    '{"tsmId":1500,"a":9007199254740993}',
    'The number of “a” is too large to be sent exactly: at most 9007199254740991.'
  ],
  [
    'fi',
    '{"tsmId":1500,"a":9007199254740993}',
    '”a” luku on liian suuri lähetettäväksi tarkasti: enintään 9007199254740991.'
  ],
  ['en', '{"tsmId":1500,"reportInterval":NaN}', 'JSON has no number NaN'],
  ['fi', '{"tsmId":1500,"reportInterval":NaN}', 'JSONissa ei ole lukua NaN'],
  ['en', '{"tsmId":1500,"reportInterval":60,"reportInterval":90}', '“reportInterval” stands there twice'],
  ['fi', '{"tsmId":1500,"reportInterval":60,"reportInterval":90}', '”reportInterval” on mukana kahdesti'],
  ['en', `{"tsmId":1500,"a":${'['.repeat(50)}${']'.repeat(50)}}`, '“a” is nested too deep: at most 10 levels.'],
  ['fi', `{"tsmId":1500,"a":${'['.repeat(50)}${']'.repeat(50)}}`, '”a” rakenne on liian syvä: enintään 10 tasoa.'],
  ['en', `{"tsmId":1500,"a":"${'x'.repeat(5000)}"}`, 'This is too long for a command: at most 4000 characters.'],
  ['fi', `{"tsmId":1500,"a":"${'x'.repeat(5000)}"}`, 'Tämä on liian pitkä komennoksi: enintään 4000 merkkiä.']
])('in %s, the expert form says what is wrong and sends nothing: %s', async (language, json, said) => {
  const installer = willingInstaller(last)
  await openCommand(language)
  await click(button(words[language].json))
  await writeJson(json)
  expect(text(region(words[language].command))).toContain(said)
  document.querySelector('form.panel')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
  expect(captured(installer)).toHaveLength(1)
})

test.each<['en' | 'fi', string, string, string]>([
  [
    'en',
    'Presence detectionHow sensitive it is and what it counts.',
    'Interval without movement (seconds)',
    'More than 600'
  ],
  ['fi', 'Läsnäolon tunnistusKuinka herkkä laite on ja mitä se laskee.', 'Väli ilman liikettä (s)', 'Enemmän kuin 600']
])(
  'in %s, the passive interval is held against the thing’s own report interval',
  async (language, form, name, said) => {
    const installer = willingInstaller(last)
    const answer = { key: 'k', tsmId: 1500, tsmEv: 31, at: now, gatewayTuid: null, groupId: null }
    installer.answers['things:messages'] = () =>
      ok(live({ items: [{ ...answer, fields: { reportInterval: 600, transactionId: 1 } }], unreadable: 0 }))
    await openCommand(language)
    await click(button(form))
    await fill(field(name), '600')
    expect(text(region(words[language].command))).toContain(said)
    await fill(field(name), '601')
    expect(text(region(words[language].command))).not.toContain(said)
  }
)

test.each(['0x10', '1e3', 'NaN', 'Infinity', '99999999999999999999'])('%s is no interval', async (typed) => {
  willingInstaller(last)
  await openCommand('en')
  await click(button('Reporting intervalsHow often it measures and how often it reports.'))
  await fill(field('Report interval (seconds)'), typed)
  expect(text(region('Command'))).toMatch(/A whole number, please\.|At most 3600\./)
})
