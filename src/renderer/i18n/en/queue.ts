export const queue = {
  title: 'Queue',
  lead: 'Everything you saved in {stack}, and what became of it.',
  sync: 'Sync now',
  menu: {
    label: 'More for the queue',
    retryAll: 'Try all again',
    pause: 'Stop sending',
    resume: 'Go on sending',
    export: 'Save the queue as a file'
  },
  retriedAll: 'nothing to try again | {count} action is tried again | {count} actions are tried again',
  paused: 'Sending is stopped. What you save is kept here until you let it go on.',
  progress: '{done} of {total} sent',
  progressLeft:
    '{done} of {total} sent, about {count} minute left | {done} of {total} sent, about {count} minutes left',
  quarantine: {
    title: 'Set aside',
    text: 'These saved actions can no longer be read, so they are not sent. Save them as a file for support.',
    save: 'Save as a file',
    row: 'saved action {id}'
  },
  filter: 'Show',
  filters: { open: 'Open', needs_you: 'Needs you', done: 'Done', all: 'All' },
  search: 'Find by TUID',
  pages: 'Pages of the queue',
  list: 'Actions',
  banner: {
    offline: 'No connection since {time}. What waits here is sent by itself as soon as the server can be reached.',
    signed_out: 'The server does not accept the sign-in. What waits here is kept until the stack is put right.',
    no_secret: 'The client secret of this stack is missing. What waits here is kept until you enter it.'
  },
  empty: {
    open: { title: 'Nothing waits', text: 'Everything you saved has arrived, or nothing was saved yet.' },
    needs_you: {
      title: 'Nothing needs you',
      text: 'When the server refuses something, it stands here with the choices.'
    },
    done: { title: 'Nothing done yet', text: 'Confirmed actions stay here with the answer of the server.' },
    all: { title: 'The queue is empty', text: 'Install a thing, and every step you save will stand here.' },
    search: { title: 'No action for this TUID', text: 'Check the TUID, or look under All.' }
  },
  intents: {
    status: 'Set {status}',
    group: 'Put in {group}',
    unassign: 'Take out of its group',
    command: 'Send command: {command} ({values})',
    commandRead: 'Ask for its settings: {command}',
    group_create: 'Create group {group}',
    group_rename: 'Rename group {group} to {newGroup}',
    group_delete: 'Delete group {group}'
  },
  saved: 'Saved',
  server: 'Server:',
  answers: {
    accepted: 'accepted',
    not_sent: 'could not be reached',
    refused: 'refused',
    auth: 'did not accept the sign-in',
    busy: 'was busy',
    unknown: 'did not answer clearly',
    contradicted: 'accepted, but shows something else',
    interrupted: 'the app was closed before an answer came',
    found: 'it is there',
    absent: 'it is not there yet',
    too_early: 'does not show it yet',
    conflict: 'somebody else changed it',
    cannot_tell: 'shows neither one nor the other',
    not_readable: 'could not be read back'
  },
  needs: {
    refused: 'The server refused this.',
    conflict: 'Somebody else changed this after you saved yours.',
    cannot_tell: 'Nobody can tell whether this arrived. Look at the thing, then decide.',
    contradicted: 'The server said yes, but shows something else.'
  },
  ours: 'Yours',
  theirs: 'On the server',
  theirsUnknown: 'could not be read',
  by: 'by {who}',
  since: 'since {time}',
  choices: { send_again: 'Apply mine', keep_theirs: 'Keep theirs', mark_done: 'It is there, mark as done' },
  choiceMeanings: {
    send_again: 'sends yours again.',
    keep_theirs: 'drops yours; the server stays as it is.',
    mark_done: 'closes this without sending; you have seen that it is so.'
  },
  retry: 'Retry now',
  discard: 'Discard',
  discarding: {
    title: 'Discard this action?',
    pending: 'It will not be sent. The server stays as it is.',
    unsure: 'It will not be sent again. It may already have happened: look at the thing before you leave.',
    reason: 'Reason (optional)',
    dependents: 'Discard what counts on it, too: {count} action | Discard what counts on it, too: {count} actions'
  },
  discardedBecause: 'Discarded: {reason}',
  attempts: {
    title: 'Attempts',
    none: 'Not tried yet.',
    send: 'Sent',
    look: 'Looked at the server',
    underWay: 'under way'
  },
  before: 'Before: {value}',
  transaction: 'Transaction {id}'
} as const
