import {
  mdiAccessPoint,
  mdiBellOutline,
  mdiClipboardTextClockOutline,
  mdiCogOutline,
  mdiFolderMultipleOutline,
  mdiHelpCircleOutline,
  mdiQrcodeScan,
  mdiTrayFull
} from '@mdi/js'

/** Where the app can be, in the order of the rail: `pages` are the routes that belong to a place. */
export const places = [
  { name: 'install', icon: mdiQrcodeScan, title: 'common.places.install', pages: ['install'] },
  {
    name: 'visits',
    icon: mdiClipboardTextClockOutline,
    title: 'common.places.visits',
    pages: ['visits', 'visit', 'leave', 'works']
  },
  { name: 'things', icon: mdiAccessPoint, title: 'common.places.things', pages: ['things', 'thing'] },
  { name: 'groups', icon: mdiFolderMultipleOutline, title: 'common.places.groups', pages: ['groups', 'group'] },
  { name: 'alerts', icon: mdiBellOutline, title: 'common.places.alerts', pages: ['alerts'] },
  { name: 'queue', icon: mdiTrayFull, title: 'common.places.queue', pages: ['queue'] },
  { name: 'settings', icon: mdiCogOutline, title: 'common.places.settings', pages: ['settings', 'stacks', 'about'] },
  { name: 'help', icon: mdiHelpCircleOutline, title: 'help.title', pages: ['help'] }
] as const
