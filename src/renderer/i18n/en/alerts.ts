export const alerts = {
  title: 'Alerts',
  lead: 'The things of {stack} that alert now, as its server lists them.',
  total: 'Nothing alerts | {count} thing alerts | {count} things alert',
  refresh: 'Refresh',
  differs: 'The server counts {counted} and lists {listed}: {difference} apart.',
  unreadable: '{count} entry of the list could not be read. | {count} entries of the list could not be read.',
  lastSeen: 'This is what was last seen. It is read again as soon as the server can be reached.',
  notOffered: {
    title: 'This stack’s server does not offer a list of alerts',
    text: 'It does not tell which things alert. What one thing alerts about still stands with the thing itself.'
  },
  none: { title: 'Nothing alerts', text: 'As soon as the server lists a thing of this stack, it will stand here.' },
  noneLike: { title: 'No alerting thing fits', text: 'Change the search or the filters.', showAll: 'Show all' },
  unknown: {
    title: 'Not known here yet',
    text: 'This laptop has never read the alerts of this stack. They are read as soon as the server can be reached.'
  },
  list: 'Alerting things',
  search: 'Find by TUID or label',
  kind: 'Kind',
  anyKind: 'Every kind',
  alert: 'Alert',
  anyAlert: 'Every alert',
  notReadYet: 'Not read yet',
  counted: '{name} ({count})',
  toggles: 'Show only',
  installedToday: 'Installed today from here',
  seenHere: 'Seen on this laptop',
  shown: '{shown} of {total} shown',
  hidden:
    '{count} thing is left out: what it alerts about was not read yet. | {count} things are left out: what they alert about was not read yet.',
  today: 'Installed today',
  since: 'since {time}, {ago}',
  sinceAlways: 'since before records began',
  reading: 'Reading what it alerts about',
  noneOpen: 'Its history shows no open alert.',
  historyUnreadable:
    '{count} entry of its history could not be read. | {count} entries of its history could not be read.',
  failed: 'What it alerts about could not be read: {why}.',
  notATuid: 'No thing can have this TUID, so nothing more can be read.',
  more: 'and {count} more',
  news: 'One thing you installed today alerts | {count} things you installed today alert',
  showNews: 'Show'
} as const
