export const thing = {
  facts: {
    unreadable: '{count} entry could not be read. | {count} entries could not be read.',
    general: 'General',
    lastHeard: 'Last heard',
    neverHeard: 'Never, as far as the server knows',
    power: 'Power',
    battery: '{level} %, {verdict}',
    gateway: 'Gateway',
    position: 'Position',
    software: 'Software',
    status: 'Installation status',
    noStatus: 'None recorded yet',
    sinceUnknown: 'It is not known since when',
    by: 'by {name}',
    byUnknown: 'It is not known by whom',
    group: 'Group',
    alerts: 'Active alerts',
    noAlerts: 'None',
    alertSince: 'since {time}',
    alertAlways: 'since before records began',
    slow: 'Still waiting for the server’s answer. You can go on meanwhile.',
    queued: 'Saved here on top of that',
    notKnown: 'This stack does not know {tuid}.',
    notKnownNext:
      'Compare it with the label, letter by letter (O and 0, I and 1 look alike), and check that “{stack}” is the right stack.',
    notKnownGoOn: 'You can go on: what you save is kept, but the server may refuse it.',
    neverSeen: 'Nothing is known of {tuid} here.',
    neverSeenMeaning: 'This laptop has not met the thing before: its battery, group, status and alerts are not known.',
    lastSeen: 'This is what was last seen on this laptop.',
    goOnAllTheSame: 'You can go on; everything is saved here and sent later.',
    signIn: 'The server does not accept the sign-in of this stack',
    signInNext: 'Put its client ID and secret right, in Settings under Stacks.',
    partMissing: 'Not available',
    partMissingNext: 'The server has no such part of this thing. The rest does not depend on it.'
  },
  notOffered: {
    installations: 'This stack’s server does not offer the installation history.',
    alerts: 'This stack’s server does not offer the alerts of a thing.',
    messages: 'This stack’s server does not offer the messages of a thing.',
    commands: 'This stack’s server does not offer the command history.',
    meaning: 'Or the stack’s credentials may not read it. Everything else works as usual.'
  },
  install: 'Install or change this thing',
  read: 'Read again',
  readAt: 'Read from the server',
  noTuid: {
    title: '“{text}” is no TUID',
    text: 'A TUID has 8 to 32 capital letters and digits, such as TSPD04ESY93100802.',
    next: 'Look among the things'
  },
  sections: {
    label: 'Sections',
    overview: 'Overview',
    messages: 'Messages',
    alerts: 'Alerts',
    commands: 'Commands',
    installations: 'Installation history'
  },
  range: { label: 'Range', from: 'From', to: 'To', wrong: 'This range ends before it begins.' },
  position: {
    copy: 'Copy the position',
    open: 'Open in maps',
    ask: 'Open the map in your browser?',
    meaning: 'The position leaves this app: the map service at this address learns it.'
  },
  health: {
    title: 'Health',
    verdicts: {
      good: 'In good health',
      attention: 'Needs attention soon',
      trouble: 'In trouble',
      unknown: 'Not known'
    },
    signs: { heard: 'Last heard', battery: 'Power', signal: 'Signal' },
    because: {
      heard: {
        overdue: 'It has been silent for too long.',
        never: 'It was never heard.',
        overdue_expected: 'It is silent, and not in use.',
        never_expected: 'It was never heard, and is not in use.',
        unknown: 'The server does not say when it was last heard.'
      },
      battery: { low: 'Its battery is low.', critical: 'Its battery is nearly empty.' },
      signal: { poor: 'Its signal is poor.' }
    },
    heard: {
      never: 'Never',
      inTime: 'In time: up to {hours} h of silence are normal for its kind.',
      overdue: 'Too long: more than {hours} h of silence is not normal for its kind.',
      neverInUse: 'It should have been heard by now.',
      expected: 'Nothing else is expected while its status is “{status}”.',
      expectedWithout: 'Nothing else is expected before it is installed.'
    },
    battery: { low: 'Low from {low} % down.', critical: 'Nearly empty from {critical} % down.' },
    signal: {
      value: '{measure} {dbm} dBm, {verdict}',
      rssi: 'Mesh',
      rsrp: 'Cellular',
      measured: 'measured {ago}',
      none: 'No message tells of it.',
      rule: { fair: 'Good would be above {good} dBm', poor: 'Poor below {fair} dBm' }
    }
  },
  alerts: {
    title: 'Alert history',
    ranges: { day: 'Last day', week: 'Week', month: 'Month', year: 'Year', all: 'All', own: 'Own range' },
    chooseRange: 'Choose a first day, a last day, or both.',
    count: '1 alert. | {count} alerts.',
    activeCount: '1 is active. | {count} are active.',
    timeline:
      'Timeline with 1 lane; the list below tells the same. | Timeline with {count} lanes; the list below tells the same.',
    key: {
      ended: 'ended',
      active: 'active, up to now',
      unknown: 'began before records did',
      reversed: 'ends before it begins'
    },
    list: 'Alerts',
    active: 'active',
    period: '{from} – {to}',
    beforeRecords: 'before records began',
    stillActive: 'now',
    reversed: 'The server says that it ends before it begins.',
    unknownLength: 'not known how long',
    more: 'Show more ({count})',
    none: { ever: 'No alerts on record', range: 'No alerts in this range' },
    noneText: {
      ever: 'When this thing alerts, what and for how long stands here.',
      range: 'Choose a longer range to see earlier ones.'
    }
  },
  commands: {
    title: 'Command history',
    send: 'Send a command',
    close: 'Close',
    read: 'Read commands again',
    here: 'From this laptop, not in the server’s history yet',
    list: 'Commands, newest first',
    unknown: 'Command {id}',
    saved: 'saved {time}',
    noTime: 'It is not known when',
    by: 'by {name}',
    byUnknown: 'It is not known by whom',
    ours: 'from this laptop',
    asksForSettings: 'Without values: asks the thing for its settings.',
    noValues: 'Without values.',
    settle: 'Decide in the queue',
    more: 'Show more ({count})',
    none: 'No commands yet',
    noneText: 'Every command this thing is sent stands here, with when, by whom and what the thing made of it.'
  },
  installations: {
    title: 'Installation history',
    now: 'now',
    unknownStatus: 'A status this app does not know, as the server writes it.',
    none: 'No status recorded yet',
    noneText: 'Every status this thing is given stands here, with when and by whom.'
  }
} as const
