import type { Language } from '@/i18n'
import { guide as english } from './guide/en'
import { guide as finnish } from './guide/fi'
import type { TopicId } from './topicIds'

export interface Step {
  readonly id: string
  readonly text: string
  readonly picture: { readonly source: string; readonly words: string } | null
}

/** One job, as a person reads of it. */
export interface Topic {
  readonly id: TopicId
  readonly title: string
  readonly lead: string
  readonly steps: readonly Step[]
  /** What the app's own words mean, where that is what the topic is about. */
  readonly words: readonly { readonly word: string; readonly meaning: string }[]
  /** What helps when it does not go as the steps say. */
  readonly tips: readonly string[]
}

interface Written {
  readonly title: string
  readonly lead: string
  readonly steps: Readonly<Record<string, { readonly text: string; readonly picture?: string }>>
  readonly words?: Readonly<Record<string, { readonly word: string; readonly meaning: string }>>
  readonly tips: Readonly<Record<string, string>>
}

const guides: Readonly<Record<Language, Readonly<Record<TopicId, Written>>>> = { en: english, fi: finnish }

const pictures = import.meta.glob<string>('./pictures/*/*.webp', { eager: true, query: '?url', import: 'default' })

/** All topics, in the order in which somebody new needs them. */
export function topicsIn(language: Language): readonly Topic[] {
  return Object.entries(guides[language]).map(([id, written]) => ({
    // The keys of a guide are the ids of topics, as its type says.
    id: id as TopicId,
    title: written.title,
    lead: written.lead,
    steps: Object.entries(written.steps).map(([step, { text, picture }]) => ({
      id: step,
      text,
      picture: pictureOf(language, `${id}-${step}`, picture)
    })),
    words: Object.values(written.words ?? {}),
    tips: Object.values(written.tips)
  }))
}

function pictureOf(language: Language, name: string, words: string | undefined): Step['picture'] {
  const source = pictures[`./pictures/${language}/${name}.webp`]
  return words === undefined || source === undefined ? null : { source, words }
}

/** Without marks, so that "kayttaa" finds "käyttää". */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const textsOf = ({ title, lead, steps, words, tips }: Topic): readonly string[] => [
  title,
  lead,
  ...steps.map(({ text }) => text),
  ...words.flatMap(({ word, meaning }) => [word, meaning]),
  ...tips
]

/** The topics in which every one of the words stands, those with all of them in the title first. */
export function topicsMeant(topics: readonly Topic[], search: string): readonly Topic[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  const hasAll = (text: string): boolean => words.every((word) => plain(text).includes(word))
  const inTitle = topics.filter(({ title }) => hasAll(title))
  const inText = topics.filter((topic) => !inTitle.includes(topic) && hasAll(textsOf(topic).join(' ')))
  return [...inTitle, ...inText]
}
