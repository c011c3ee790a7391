import { mdiBellOutline, mdiConsoleLine, mdiHistory, mdiMessageTextOutline, mdiTextBoxOutline } from '@mdi/js'
import type { Component } from 'vue'
import AlertsSection from './alerts/AlertsSection.vue'
import CommandsSection from './commands/CommandsSection.vue'
import InstallationsSection from './installations/InstallationsSection.vue'
import MessagesSection from './messages/MessagesSection.vue'
import OverviewSection from './overview/OverviewSection.vue'

/**
 * The sections of a thing's page, in their order. A component gets `thing` (ShownThing) and reads by itself what the page
 * does not read anyway; `name` is part of the page's address, its words are under `thing.sections`.
 */
export const sections = [
  { name: 'overview', icon: mdiTextBoxOutline, component: OverviewSection },
  { name: 'messages', icon: mdiMessageTextOutline, component: MessagesSection },
  { name: 'alerts', icon: mdiBellOutline, component: AlertsSection },
  { name: 'commands', icon: mdiConsoleLine, component: CommandsSection },
  { name: 'installations', icon: mdiHistory, component: InstallationsSection }
] as const satisfies readonly { name: string; icon: string; component: Component }[]

export type SectionName = (typeof sections)[number]['name']

/** Any other name in an address shows the first section. */
export function sectionOf(name: unknown): (typeof sections)[number] {
  return sections.find((section) => section.name === name) ?? sections[0]
}
