import { about } from './fi/about'
import { alerts } from './fi/alerts'
import { arrivals } from './fi/arrivals'
import { commands } from './fi/commands'
import { common } from './fi/common'
import { diagnostics } from './fi/diagnostics'
import { domain } from './fi/domain'
import { groups } from './fi/groups'
import { help } from './fi/help'
import { imports } from './fi/imports'
import { install } from './fi/install'
import { messages } from './fi/messages'
import { photos } from './fi/photos'
import { problems } from './fi/problems'
import { queue } from './fi/queue'
import { recovery } from './fi/recovery'
import { report } from './fi/report'
import { scan } from './fi/scan'
import { sending } from './fi/sending'
import { settings } from './fi/settings'
import { storage } from './fi/storage'
import { thing } from './fi/thing'
import { things } from './fi/things'
import { tour } from './fi/tour'
import { updates } from './fi/updates'
import { visits } from './fi/visits'
import { works } from './fi/works'

/** Loaded when somebody reads Finnish. */
export const finnish = {
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
