import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { guide as english } from '@/help/guide/en'
import { guide as finnish } from '@/help/guide/fi'
import { helpOfPage } from '@/help/topicIds'
import { topicsIn, topicsMeant } from '@/help/topics'
import { languages } from '@/i18n'
import { routes } from '@/router'
import { wordsIn } from '../frame/mounting'

const guides = { en: english, fi: finnish }

/** In bytes, both languages together: the help shall not make the app heavy. */
const mostBytes = 3_000_000

function textsOf(tree: object): string[] {
  return Object.values(tree).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : textsOf(value as object)
  )
}

function keysOf(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [path + key] : keysOf(value as object, `${path}${key}.`)
  )
}

describe('the guide', () => {
  test('says the same in both languages, and nothing twice by accident', () => {
    expect(keysOf(finnish)).toEqual(keysOf(english))
    const said = new Set(textsOf(english))
    expect(textsOf(finnish).filter((text) => said.has(text))).toEqual([])
  })

  test.each(languages)('names buttons and places in %s as the app does', (language) => {
    const words = textsOf(wordsIn[language])
    const quoted = textsOf(guides[language]).flatMap((text) =>
      [...text.matchAll(/[“”]([^“”]+)”/g)].map(([, name]) => name ?? '')
    )
    expect(quoted.length).toBeGreaterThan(30)
    // What the app fills in, such as a TUID or a number, stands as an ellipsis or as an example.
    const example = /…|\d/
    const unknown = quoted.filter((name) => !example.test(name) && !words.some((text) => text.includes(name)))
    expect(unknown).toEqual([])
  })
})

describe('the pictures', () => {
  const folder = join(import.meta.dirname, '../../../../src/renderer/help/pictures')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.webp'))

  test.each(languages)('every step in %s that speaks of one has it', (language) => {
    const wanted = Object.entries(guides[language]).flatMap(([topic, { steps }]) =>
      Object.entries(steps).flatMap(([step, written]) => ('picture' in written ? [`${topic}-${step}.webp`] : []))
    )
    const there = files.filter((file) => file.startsWith(language)).map((file) => file.slice(language.length + 1))
    expect(there.toSorted()).toEqual(wanted.toSorted())
    const shown = topicsIn(language).flatMap(({ steps }) => steps.filter(({ picture }) => picture !== null))
    expect(shown).toHaveLength(wanted.length)
  })

  test('are light enough to carry', () => {
    const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
    expect(bytes).toBeLessThan(mostBytes)
  })
})

describe('finding a topic', () => {
  const found = (language: 'en' | 'fi', search: string) => topicsMeant(topicsIn(language), search).map(({ id }) => id)

  test.each<['en' | 'fi', string, string]>([
    ['en', 'quarantine', 'works'],
    ['en', 'excel', 'visit'],
    ['en', 'Y for Z', 'scanner'],
    ['en', 'secret missing', 'keychain'],
    ['fi', 'karanteeni', 'works'],
    ['fi', 'asennustila', 'install'],
    ['fi', 'aanet', 'scanner'],
    ['fi', 'YHTEYTTÄ jono', 'offline']
  ])('%s: “%s” is answered by %s', (language, search, topic) => expect(found(language, search)).toContain(topic))

  test('a topic of that name comes first', () => expect(found('en', 'alerts')[0]).toBe('alerts'))
  test('no word, all topics', () => expect(found('en', ' ')).toEqual(Object.keys(english)))
  test('nothing is made up', () => expect(found('en', 'zeppelin')).toEqual([]))
})

test('the words of the trade are explained where somebody looks for them', () => {
  for (const word of ['TUID', 'stack', 'client secret', 'gateway']) {
    expect(topicsMeant(topicsIn('en'), word).map(({ id }) => id)).toContain('words')
  }
  expect(topicsMeant(topicsIn('fi'), 'avainnippu').map(({ id }) => id)).toContain('words')
})

test('every page of the work has its topic', () => {
  const pages = routes.flatMap(({ name }) => (name === undefined ? [] : [String(name)]))
  // Where a page leads to a step, its topic has that step.
  const steps = pages.flatMap((page) => {
    const place = helpOfPage(page)
    return place?.step == null ? [] : [{ topic: place.topic, step: place.step }]
  })
  expect(steps.length).toBeGreaterThan(3)
  for (const { topic, step } of steps) expect(Object.keys(english[topic].steps)).toContain(step)
  const without = pages.filter((page) => helpOfPage(page) === null)
  expect(without.toSorted()).toEqual(['help'])
})
