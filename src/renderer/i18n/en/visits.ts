export const visits = {
  title: 'Visits',
  lead: 'One visit to a site: every thing touched, what was done to it, and whether it arrived. Kept on this laptop.',
  start: {
    button: 'Start a visit',
    title: 'Start a visit',
    site: 'Site',
    siteHint: 'As the report will call it, such as “Harbour house, Helsinki”.',
    installer: 'Your name',
    submit: 'Start',
    needsSite: 'Give the site a name first.'
  },
  list: 'Visits on this laptop',
  search: 'Find a visit by site, name, note, place or thing',
  foundBy: 'with',
  underWay: 'Under way',
  ended: 'Ended {time}',
  things: 'No things | 1 thing | {count} things',
  needYou: '{count} needs you | {count} need you',
  empty: {
    title: 'No visit yet',
    text: 'Start one when you arrive at a site. Everything you install from then on is gathered in it, also without a connection.'
  },
  none: { title: 'No visit fits', text: 'Try fewer letters.', showAll: 'Show all visits' },
  ofThing: 'In one visit on this laptop | In {count} visits on this laptop',
  elsewhere: 'This visit is to {stack}. Switch to that stack to go on with it.',
  gone: { title: 'This visit is not on this laptop', text: 'It may have been deleted.', next: 'All visits' },
  from: '{start} to {end}',
  since: 'since {start}',
  by: 'by {installer}',
  end: 'End visit',
  resume: 'Resume visit',
  edit: 'Change name and site',
  save: 'Save',
  cancel: 'Cancel',
  delete: {
    button: 'Delete visit',
    title: 'Delete this visit?',
    text: 'The record of {site} goes, with its notes, places and photos. What was sent stays as it is, and what waits in the queue will still be sent.',
    confirm: 'Delete visit'
  },
  filters: {
    all: 'All',
    need_you: 'Need you',
    waiting: 'Not synced',
    silent: 'Silent',
    alerting: 'With alerts',
    confirmed: 'Confirmed'
  },
  thingsOf: 'Things of this visit',
  noThings: {
    title: 'Nothing here yet',
    text: 'Choose what a scan does, then scan label after label. What you do to single things on the install page comes here as well.'
  },
  noneOfThese: 'None of the things of this visit.',
  showMore: 'Show more ({count})',
  states: {
    captured: 'Captured, the server is asked first',
    held: 'Held: needs you',
    left: 'Left as it was',
    undone: 'Taken back',
    none: 'Noted, nothing to send'
  },
  flags: {
    other_group: 'It is in another group: {shows}.',
    already_there: 'It is {shows} already.',
    unusual_status: 'It is {shows}, from where this step is unusual.',
    wrong_kind: 'It is another kind of thing: {shows}.',
    command_does_not_fit: 'The command is not for this kind of thing: {shows}.',
    not_known_to_stack: 'This stack does not know it. Check the label, or the stack.'
  },
  settle: {
    apply: 'Do it anyway',
    leave: 'Leave it as it is',
    alike: 'And all others held for the same reasons',
    applied: 'Nothing carried out | 1 thing is carried out | {count} things are carried out',
    left: 'Nothing left | 1 thing is left as it is | {count} things are left as they are'
  },
  undo: {
    button: 'Take back',
    last: 'Take back the last scan',
    nothing_sent: '{tuid}: taken back. Nothing of it was sent.',
    reversed: '{tuid}: was sent already, so what it was before is on its way back. See the queue.',
    partly: '{tuid}: was sent already, and not all of it can be called back. Look at the thing.'
  },
  heard: 'Heard {time}',
  silent: 'Not heard yet',
  alerts: 'Alerts: {types}',
  deeds: {
    install: 'Installed',
    batch: 'Batch',
    command: 'Command',
    replace_old: 'Replaced by {partner}',
    replace_new: 'Replaces {partner}',
    take_away: 'Taken away',
    quarantine: 'Quarantined'
  },
  describe: {
    button: 'Place and note',
    floor: 'Floor',
    room: 'Room',
    text: 'Where exactly',
    note: 'Note'
  },
  placeOnFloor: 'floor {floor}',
  batch: {
    title: 'What each scan does',
    choose: 'Choose what each scan does',
    change: 'Change',
    group: 'Put into the group',
    status: 'Set the status',
    kind: 'Expect only',
    command: 'Send a command',
    noCommand: 'No command',
    reports: 'From now on report {every}',
    asks: 'Ask for its values: {name}',
    list: 'Paste or import a list',
    listed: '{done} of {total} lines: {captured} captured, {held} held for you, {duplicate} here already.',
    keepGroup: 'Leave its group as it is',
    keepStatus: 'Leave its status as it is',
    anyKind: 'Anything',
    submit: 'Begin scanning',
    needsSomething: 'Choose a group, a status or a command: a scan has to do something.',
    summary: 'Each scan: {what}.',
    summaryGroup: 'into the group {group}',
    summaryStatus: 'status {status}',
    summaryCommand: 'command {command}',
    summaryKind: 'only {kind}',
    accepted: '{tuid} {kind}',
    held: '{tuid}: {why}',
    duplicate: '{tuid} is number {no} of this visit already.'
  }
} as const
