import type { guide } from './guide/en'

type Guide = typeof guide

/** The jobs that the help explains. Their words are loaded only when somebody wants them. */
export type TopicId = keyof Guide

/** Where in the help something is explained: a topic, and of its steps the one that is meant. */
export type HelpPlace = {
  [Topic in TopicId]: { readonly topic: Topic; readonly step: keyof Guide[Topic]['steps'] | null }
}[TopicId]

/** What is most likely asked about on each page; of the others, the whole help is shown. */
const placesOfPages: Readonly<Record<string, HelpPlace>> = {
  install: { topic: 'install', step: null },
  visits: { topic: 'visit', step: null },
  visit: { topic: 'visit', step: 'scan' },
  works: { topic: 'works', step: null },
  leave: { topic: 'leave', step: null },
  things: { topic: 'find', step: null },
  thing: { topic: 'find', step: 'health' },
  send: { topic: 'send', step: 'choose' },
  groups: { topic: 'groups', step: null },
  group: { topic: 'groups', step: 'change' },
  alerts: { topic: 'alerts', step: null },
  queue: { topic: 'offline', step: 'queue' },
  stacks: { topic: 'connect', step: null },
  settings: { topic: 'support', step: null },
  about: { topic: 'support', step: null }
}

/** @param page name of the route */
export function helpOfPage(page: unknown): HelpPlace | null {
  return typeof page === 'string' ? (placesOfPages[page] ?? null) : null
}
