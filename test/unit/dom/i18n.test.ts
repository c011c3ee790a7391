import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { attemptOutcomes, choices, needReasons, waitReasons } from '@shared/domain/action'
import { diskProblemKinds, problemKinds } from '@shared/domain/problem'
import { secretPlaceSchema } from '@shared/domain/stack'
import { noticeSchema, storageTroubleSchema } from '@shared/ipc/frontChannels'
import { connectionSchema } from '@shared/ipc/session'
import { truthLooks } from '@/components/truth'
import { languageOf } from '@/i18n'
import { english as inEnglish } from '@/i18n/english'
import { finnish as inFinnish } from '@/i18n/finnish'
import { queueFilters } from '@/queue/queueFilter'

interface Messages {
  readonly [key: string]: string | Messages
}

function flat(tree: Messages, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(path + key, value)
    else for (const [inner, text] of flat(value, `${path}${key}.`)) found.set(inner, text)
  }
  return found
}

const english = flat(inEnglish)
const finnish = flat(inFinnish)
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].toSorted()

test('both languages have the same messages', () => {
  expect([...finnish.keys()].toSorted()).toEqual([...english.keys()].toSorted())
})

test('every message has the same placeholders and the same number of plural forms in both languages', () => {
  const shape = (text: string | undefined) => [placeholders(text ?? ''), text?.split('|').length]
  const different = [...english].filter(
    ([key, text]) => JSON.stringify(shape(text)) !== JSON.stringify(shape(finnish.get(key)))
  )
  expect(different).toEqual([])
})

test('no message is empty, and none says the one thing in the language of the other by accident', () => {
  const sameInBoth = [...english].filter(([key, text]) => text === finnish.get(key) && /[a-z]{4} [a-z]{3}/.test(text))
  expect([...english, ...finnish].filter(([, text]) => text.trim() === '')).toEqual([])
  expect(sameInBoth.map(([key]) => key)).toEqual([])
})

describe('what the code asks for', () => {
  const renderer = join(import.meta.dirname, '../../../src/renderer')
  const areas = Object.keys(inEnglish).join('|')
  const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|vue)$/.test(file) && !file.startsWith('i18n'))
    .map((file) => readFileSync(join(renderer, file), 'utf8'))
    .join('\n')

  /** Message keys as they stand in the code; a part that is only known at run time is `*`. */
  const written = new RegExp(`'((?:${areas})\\.[^'\\s]+)'|\`((?:${areas})\\.(?:\\$\\{[^}]*\\}|[^\`\\s])+)\``, 'g')
  const asked = [
    ...new Set(
      [...sources.matchAll(written)].map(([, plain, pieced]) => plain ?? pieced?.replaceAll(/\$\{[^}]*\}/g, '*') ?? '')
    )
  ]
  const matcher = (key: string): RegExp => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '.+')}(\\..+)?$`)

  test('there are such keys at all', () => expect(asked.length).toBeGreaterThan(100))

  test.each(asked)('%s is there', (key) => {
    if (key.includes('*')) expect([...english.keys()].some((one) => matcher(key).test(one))).toBe(true)
    // A key may also name a group of messages, of which one is chosen at run time.
    else expect([...english.keys()].some((one) => one === key || one.startsWith(`${key}.`))).toBe(true)
  })

  test('and there is no message that nobody asks for', () => {
    const matchers = asked.map(matcher)
    expect([...english.keys()].filter((key) => !matchers.some((one) => one.test(key)))).toEqual([])
  })
})

/** Where nobody knows what the server holds, it cannot be kept. */
const ownChoices = choices.filter((choice) => choice !== 'keep_theirs')

test.each<[string, object, readonly string[]]>([
  ['problem', inEnglish.problems, problemKinds],
  ['connection', inEnglish.common.connection.meaning, connectionSchema.options],
  ['kind of truth', inEnglish.common.truth, Object.keys(truthLooks)],
  ['reason to wait', inEnglish.common.waits, waitReasons],
  ['notice', inEnglish.common.notices, noticeSchema.shape.kind.options],
  ['outcome of an attempt', inEnglish.queue.answers, attemptOutcomes],
  ['reason to ask a person', inEnglish.queue.needs, needReasons],
  ['choice between two sides', inEnglish.queue.choices.compared, choices],
  ['choice where only ours is known', inEnglish.queue.choices.alone, ownChoices],
  ['meaning of such a choice', inEnglish.queue.choiceMeanings.alone, ownChoices],
  ['meaning of a choice between two sides', inEnglish.queue.choiceMeanings.compared, choices],
  ['filter of the queue', inEnglish.queue.filters, queueFilters],
  ['fault of the disk', inEnglish.storage.now, diskProblemKinds],
  ['trouble with the files', inEnglish.storage, storageTroubleSchema.shape.kind.options],
  ['place of a secret', inEnglish.settings.stacks.secret, secretPlaceSchema.options]
])('every %s has its words', (_, words, keys) => {
  expect(keys.filter((key) => !(key in words))).toEqual([])
})

test.each<[string, string]>([
  ['fi', 'fi'],
  ['fi-FI', 'fi'],
  ['FI', 'fi'],
  ['en-GB', 'en'],
  ['sv-FI', 'en'],
  ['', 'en']
])('a machine in %s is spoken to in %s', (tag, language) => expect(languageOf(tag)).toBe(language))
