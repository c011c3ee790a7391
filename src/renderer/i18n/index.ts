import { createI18n } from 'vue-i18n'
import { about as enAbout } from './en/about'
import { alerts as enAlerts } from './en/alerts'
import { arrivals as enArrivals } from './en/arrivals'
import { commands as enCommands } from './en/commands'
import { common as enCommon } from './en/common'
import { diagnostics as enDiagnostics } from './en/diagnostics'
import { domain as enDomain } from './en/domain'
import { groups as enGroups } from './en/groups'
import { help as enHelp } from './en/help'
import { imports as enImports } from './en/imports'
import { install as enInstall } from './en/install'
import { messages as enMessages } from './en/messages'
import { photos as enPhotos } from './en/photos'
import { problems as enProblems } from './en/problems'
import { queue as enQueue } from './en/queue'
import { recovery as enRecovery } from './en/recovery'
import { report as enReport } from './en/report'
import { scan as enScan } from './en/scan'
import { sending as enSending } from './en/sending'
import { settings as enSettings } from './en/settings'
import { storage as enStorage } from './en/storage'
import { thing as enThing } from './en/thing'
import { things as enThings } from './en/things'
import { tour as enTour } from './en/tour'
import { updates as enUpdates } from './en/updates'
import { visits as enVisits } from './en/visits'
import { works as enWorks } from './en/works'
import { about as fiAbout } from './fi/about'
import { alerts as fiAlerts } from './fi/alerts'
import { arrivals as fiArrivals } from './fi/arrivals'
import { commands as fiCommands } from './fi/commands'
import { common as fiCommon } from './fi/common'
import { diagnostics as fiDiagnostics } from './fi/diagnostics'
import { domain as fiDomain } from './fi/domain'
import { groups as fiGroups } from './fi/groups'
import { help as fiHelp } from './fi/help'
import { imports as fiImports } from './fi/imports'
import { install as fiInstall } from './fi/install'
import { messages as fiMessages } from './fi/messages'
import { photos as fiPhotos } from './fi/photos'
import { problems as fiProblems } from './fi/problems'
import { queue as fiQueue } from './fi/queue'
import { recovery as fiRecovery } from './fi/recovery'
import { report as fiReport } from './fi/report'
import { scan as fiScan } from './fi/scan'
import { sending as fiSending } from './fi/sending'
import { settings as fiSettings } from './fi/settings'
import { storage as fiStorage } from './fi/storage'
import { thing as fiThing } from './fi/thing'
import { things as fiThings } from './fi/things'
import { tour as fiTour } from './fi/tour'
import { updates as fiUpdates } from './fi/updates'
import { visits as fiVisits } from './fi/visits'
import { works as fiWorks } from './fi/works'

export const languages = ['en', 'fi'] as const
export type Language = (typeof languages)[number]

export const messages = {
  en: {
    about: enAbout,
    alerts: enAlerts,
    arrivals: enArrivals,
    commands: enCommands,
    common: enCommon,
    diagnostics: enDiagnostics,
    domain: enDomain,
    groups: enGroups,
    help: enHelp,
    imports: enImports,
    install: enInstall,
    messages: enMessages,
    photos: enPhotos,
    problems: enProblems,
    queue: enQueue,
    recovery: enRecovery,
    report: enReport,
    scan: enScan,
    sending: enSending,
    settings: enSettings,
    storage: enStorage,
    thing: enThing,
    things: enThings,
    tour: enTour,
    updates: enUpdates,
    visits: enVisits,
    works: enWorks
  },
  fi: {
    about: fiAbout,
    alerts: fiAlerts,
    arrivals: fiArrivals,
    commands: fiCommands,
    common: fiCommon,
    diagnostics: fiDiagnostics,
    domain: fiDomain,
    groups: fiGroups,
    help: fiHelp,
    imports: fiImports,
    install: fiInstall,
    messages: fiMessages,
    photos: fiPhotos,
    problems: fiProblems,
    queue: fiQueue,
    recovery: fiRecovery,
    report: fiReport,
    scan: fiScan,
    sending: fiSending,
    settings: fiSettings,
    storage: fiStorage,
    thing: fiThing,
    things: fiThings,
    tour: fiTour,
    updates: fiUpdates,
    visits: fiVisits,
    works: fiWorks
  }
}

/** The nearest language we speak. @param tag BCP 47, e.g. `fi-FI` */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0]
  return languages.find((language) => language === primary) ?? 'en'
}

export function createTranslations(language: Language) {
  return createI18n({ legacy: false, locale: language, fallbackLocale: 'en', messages })
}

/** What looks words up: that of the app, or one in another language than the app's. */
export interface Translator {
  readonly t: (key: string, values?: Record<string, unknown> | number) => string
  readonly te: (key: string) => boolean
}
