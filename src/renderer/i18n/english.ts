import { about } from './en/about'
import { alerts } from './en/alerts'
import { arrivals } from './en/arrivals'
import { commands } from './en/commands'
import { common } from './en/common'
import { diagnostics } from './en/diagnostics'
import { domain } from './en/domain'
import { groups } from './en/groups'
import { help } from './en/help'
import { imports } from './en/imports'
import { install } from './en/install'
import { messages } from './en/messages'
import { photos } from './en/photos'
import { problems } from './en/problems'
import { queue } from './en/queue'
import { recovery } from './en/recovery'
import { report } from './en/report'
import { scan } from './en/scan'
import { sending } from './en/sending'
import { settings } from './en/settings'
import { storage } from './en/storage'
import { thing } from './en/thing'
import { things } from './en/things'
import { tour } from './en/tour'
import { updates } from './en/updates'
import { visits } from './en/visits'
import { works } from './en/works'

/** The language that all others are written after; what they lack is said in it. */
export const english = {
  about,
  alerts,
  arrivals,
  commands,
  common,
  diagnostics,
  domain,
  groups,
  help,
  imports,
  install,
  messages,
  photos,
  problems,
  queue,
  recovery,
  report,
  scan,
  sending,
  settings,
  storage,
  thing,
  things,
  tour,
  updates,
  visits,
  works
}
