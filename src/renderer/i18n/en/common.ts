export const common = {
  appName: 'Thingsee Field Installer',
  pageTitle: '{page} – {app}',
  skipToContent: 'Skip to content',
  cancel: 'Cancel',
  retry: 'Try again',
  checkAgain: 'Check again',
  dismiss: 'Dismiss',
  more: 'More',
  details: 'Details',
  hideDetails: 'Hide details',
  loading: 'Loading',
  back: 'Back',
  calm: {
    title: 'This cannot be shown',
    text: 'The app made a mistake here. Nothing you saved is lost, and the rest of the app works.'
  },
  copy: 'Copy {what}',
  copied: 'Copied',
  unknown: 'Not known',
  reasons: {
    taken_back: 'taken back',
    kept_theirs: 'kept what the server shows',
    stack_given_up: 'the stack was given up'
  },
  places: {
    main: 'Main',
    install: 'Install',
    visits: 'Visits',
    visit: 'Visit',
    works: 'Work on things',
    things: 'Things',
    thing: 'Thing {tuid}',
    send: 'Send a command',
    groups: 'Groups',
    group: 'Group {groupId}',
    alerts: 'Alerts',
    queue: 'Queue',
    settings: 'Settings',
    stacks: 'Stacks'
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    everywhere: 'On every page',
    inFields: 'In a field',
    search: 'Search everywhere',
    goTo: 'Go to: {place}',
    explain: 'Help about this page',
    shortcuts: 'Show this list',
    goOn: 'Take what is typed; in the empty scan field, the next step',
    clear: 'Empty the field, close what is open',
    or: 'or',
    scanner: 'A hand scanner needs no key: scan on any page.',
    close: 'Close'
  },
  search: {
    button: 'Search',
    label: 'Search everywhere',
    placeholder: 'TUID, kind, group or page',
    nothing: 'Nothing here is called “{search}”. A whole TUID is opened even when this laptop has not met it.',
    placesOnly: 'Things and groups cannot be looked up just now; pages are found.',
    install: 'Install {tuid}',
    notMet: 'not met on this laptop yet',
    kinds: { thing: 'Things', group: 'Groups', place: 'Pages' }
  },
  time: { asOf: 'as of {time}', justNow: 'just now', noTime: 'less than a second' },
  truth: {
    confirmed: 'Confirmed',
    confirmedAt: 'Confirmed {time}',
    waiting: 'Saved here, will be sent',
    sending: 'Sending',
    checking: 'Checking whether it arrived',
    needs_you: 'Needs you',
    not_saved: 'Not saved',
    decided: 'Settled by a person',
    decidedAt: 'Settled by a person {time}',
    discarded: 'Discarded'
  },
  waits: {
    offline: 'Waits for a connection',
    signed_out: 'Waits for signing in',
    secret_missing: 'Waits for the client secret',
    later: 'Waits a little before the next attempt',
    laterUntil: 'Tries again {time}',
    paused: 'Sending is stopped',
    cannot_record: 'Waits until this laptop can record it',
    earlier_action: 'Waits for an earlier action'
  },
  tuid: { copy: 'Copy TUID {tuid}' },
  connection: {
    title: 'Connection',
    no_stack: 'No stack yet',
    checking: 'Checking the connection',
    online: 'Online',
    offline: 'Offline',
    offlineSince: 'Offline since {time}',
    signed_out: 'Signed out',
    no_secret: 'Secret missing',
    since: 'Since {time}',
    check: 'Check now',
    checkingNow: 'Checking…',
    meaning: {
      no_stack: 'Set up a stack to talk to its server.',
      checking: 'Asking the server of this stack. What you do meanwhile is saved on this laptop.',
      online: 'The server of this stack answers. What you save is sent at once.',
      offline:
        'The server of this stack cannot be reached. Go on working: everything is saved on this laptop and sent later.',
      signed_out:
        'The server refused the client ID or the secret. Everything you save is kept here until they are put right.',
      no_secret: 'The client secret of this stack is not at hand. Everything you save is kept here until you enter it.'
    },
    openStack: 'Open the stack'
  },
  stackMenu: {
    label: 'Active stack: {name}',
    none: 'No stack',
    title: 'Work in which stack?',
    manage: 'Manage stacks',
    othersGoOn: 'What waits in another stack goes on being sent to that stack.',
    elsewhere: 'In other stacks: {waiting} waiting, {needsYou} need you'
  },
  badge: {
    paused: 'sending stopped',
    label: 'Queue: {text}',
    waiting: '{count} waiting',
    needsYou: '{count} needs you | {count} need you',
    cannotRecord: 'nothing can be saved',
    empty: 'Nothing waiting',
    counting: 'Counting…'
  },
  notices: {
    settings_reset:
      'The settings file was damaged and has been replaced by the defaults. The damaged file is kept at {detail}.',
    database_reset:
      'The journal on this laptop was damaged. What could be read of it was taken over; some of it could not. Compare the queue with what you did; the damaged file is kept at {detail}.',
    database_salvaged:
      'The journal on this laptop was damaged. Every saved action in it could be read and was taken over. The damaged file is kept at {detail}.',
    database_empty:
      'The journal on this laptop was missing or empty at the start, and a new one was begun. If something you saved had not been sent yet, it is not in the queue any more: check those things. The journal belongs at {detail}.',
    stacks_recalled:
      'The settings had lost stacks that the journal still knows. They are back, with everything that waits for them: {detail}.',
    actions_without_stack:
      'Saved actions wait for a stack that nobody knows on this laptop any more, so they cannot be sent: {detail}. Nothing was deleted; tell support.',
    policy_unusable:
      'The policy file of your organisation cannot be used, so nothing of it holds: {detail}. Your work is not affected; tell whoever looks after this laptop.',
    quarantined_actions:
      'Some saved actions could not be read and were set aside: {detail}. Nothing was deleted; tell support.'
  }
} as const
