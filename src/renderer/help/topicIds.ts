import type { guide } from './guide/en'

/** The jobs that the help explains. Their words are loaded only when somebody wants them. */
export type TopicId = keyof typeof guide

/** What is most likely asked about on each page; of the others, the whole help is shown. */
const topicsOfPages: Readonly<Record<string, TopicId>> = {
  install: 'install',
  visits: 'visit',
  visit: 'visit',
  works: 'works',
  leave: 'leave',
  things: 'find',
  thing: 'find',
  send: 'send',
  alerts: 'alerts',
  queue: 'offline',
  stacks: 'connect'
}

/** @param page name of the route */
export function topicOfPage(page: unknown): TopicId | null {
  return typeof page === 'string' ? (topicsOfPages[page] ?? null) : null
}
