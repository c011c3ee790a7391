export const install = {
  scan: {
    hint: 'The TUID, which is the name of the thing, such as TSPD04ESY93100802, or the text of the label’s QR code.',
    open: '{tuid} is open here already.',
    asks: 'Answer first what becomes of {tuid}.'
  },
  steps: {
    identify: 'Identify',
    see: 'See it',
    group: 'Group',
    status: 'Status',
    command: 'Command',
    verify: 'Verify',
    finish: 'Finish'
  },
  identify: {
    how: 'Scan the label on the thing with a hand scanner or the camera, or type its TUID above and press Enter. The next steps open here.'
  },
  leave: {
    title: 'Leave {tuid} without saving?',
    next: 'You scanned the next thing:',
    leave: 'Leave without saving',
    stay: 'Stay here'
  },
  abandoned: 'You changed the stack. What you had chosen for {tuid} was not saved.',
  lookingFirst: 'Looking at what the server knows…',
  inputKept: 'Your choices are kept here.',
  see: {
    same: 'Same as before: put in {group} and set {status}',
    goOn: 'Choose group and status'
  },
  known: {
    queued: 'saved here, not confirmed yet',
    remembered: 'as of {time}',
    since: 'since {time}',
    sinceBy: 'since {time}, by {name}',
    by: 'by {name}'
  },
  looks: {
    title: 'Take a second look',
    notKnown: 'This stack does not know {tuid}. The server may refuse it.',
    otherGroup: 'It is in {from} now and moves to {to}.',
    statusAlready: 'Its status is “{status}” already',
    statusNow: 'Its status is “{status}” now',
    save: 'Save all the same',
    saveTheRest: 'Save, but leave the status',
    leaveAsIs: 'Leave it as it is',
    insist: 'Record the status again'
  },
  group: {
    search: 'Search groups',
    list: 'Groups',
    asking: 'Asking the server for its groups…',
    fromServer: 'The groups the server lists.',
    fromHere: 'The server’s list is not at hand: these are the groups this laptop has met.',
    none: 'No group contains “{query}”. You can create it.',
    more: 'and {count} more: type to narrow the list.',
    goOn: 'Go on with this group',
    new: 'New group',
    marks: { current: 'it is here now', last: 'used last', new: 'new', queued: 'created here, not confirmed yet' }
  },
  newGroup: {
    title: 'New group',
    exists: 'This group is there already: choose it from the list.',
    when: 'It is created together with the assignment, when you save.',
    use: 'Use this new group'
  },
  status: {
    list: 'Installation status',
    now: 'now',
    insist: 'Record it again, as a new entry in its history'
  },
  save: {
    will: 'Will be saved: {actions}',
    save: 'Save',
    nothing: 'Group and status are so already: there is nothing to save.',
    goOn: 'Go on',
    groupMissing: 'No group is chosen yet.'
  },
  command: {
    optional: 'Optional. Most things are fine as they come.',
    skip: 'Skip',
    goOn: 'Go on'
  },
  verify: {
    heard: 'Heard since installation:',
    wait: 'Usually within {typical} min, at worst {worst} min after power-on.',
    silent: 'It has been silent for more than {hours} h and counts as offline. Check its power and its connection.',
    callSupport: 'It was installed more than {hours} h ago: if its power is on, call support.',
    waveAHand: 'Wave a hand in front of it.',
    reasons: {
      needs_you: 'The server has not taken what you saved, so the thing is not installed yet. Decide in the queue.',
      not_sent: 'The installation is saved here and not confirmed by the server yet; after that it can be told.',
      not_installed: 'Its status is not “Installed”.',
      not_read: 'The server’s word on the installation or on messages is missing.'
    },
    checking: 'Checking…',
    checked: 'checked {seconds} s ago',
    paused: {
      no_stack: 'Paused: no stack is chosen',
      checking: 'Paused: checking the connection',
      online: 'Looking again',
      offline: 'Paused: the server cannot be reached',
      signed_out: 'Paused: the server does not accept the sign-in',
      no_secret: 'Paused: the client secret is missing'
    },
    goOn: 'Go on',
    messages: 'Latest messages',
    noMessages: 'No messages yet. They appear here by themselves.',
    all: 'Show all {count}',
    fewer: 'Show fewer',
    alerts: 'Alert history',
    noAlerts: 'No alerts on record.',
    beforeRecords: 'before records began',
    activeSince: 'active since {from}',
    ended: '{from} – {to}'
  },
  finish: {
    notSaved: 'Nothing was saved for this thing.',
    nothingSent: 'Group and status were so already: nothing had to be sent.',
    needsYou: 'Needs you: {count}',
    waiting: 'Not confirmed yet: {count}',
    confirmed: 'Confirmed by the server: {count}',
    settled: 'Settled by a person: {count}',
    next: 'Next thing',
    queue: 'Open the queue'
  },
  done: {
    title: 'Done in this session',
    count: 'Done in this session: {count}',
    asItWas: 'Was so already',
    all: 'All in the queue',
    empty: 'The things you finish appear here.'
  },
  outcome: {
    heard: 'heard {ago}',
    groupKept: 'Stays where it is',
    groupStays: 'Stays in {group}',
    commandSkipped: 'Skipped'
  },
  announce: {
    saved: '{tuid}: saved here, will be sent.',
    asItWas: '{tuid}: was so already, nothing had to be saved.'
  }
} as const
