export const queue = {
  title: 'Queue',
  lead: 'Everything you saved in {stack}, and what became of it.',
  sync: 'Sync now',
  menu: {
    label: 'More for the queue',
    retryAll: 'Try all again',
    pause: 'Stop sending',
    resume: 'Go on sending',
    csv: 'Save as a table (CSV)',
    json: 'Save with every attempt (JSON)'
  },
  retriedAll: 'nothing to try again | {count} action is tried again | {count} actions are tried again',
  paused: 'Sending is stopped. What you save is kept here until you let it go on.',
  progress: {
    title: 'Progress',
    sent: '{done} of {total} sent',
    rate: '{count} a minute',
    left: 'about {count} minute left | about {count} minutes left'
  },
  inFlight: { title: 'On its way now:', none: 'Nothing is on its way at this moment.' },
  exporting: {
    some: 'Writing the file: {written} actions so far',
    of: 'Writing the file: {written} of {total} actions'
  },
  quarantine: {
    title: 'Set aside',
    text: 'These saved actions can no longer be read, so they are not sent. Save them as a file for support.',
    save: 'Save as a file',
    row: 'saved action {id}'
  },
  filter: 'Show',
  filters: {
    open: 'Open',
    needs_you: 'Needs you',
    under_way: 'On its way',
    done: 'Done',
    discarded: 'Discarded',
    all: 'All'
  },
  byThing: 'By thing',
  search: 'Find by TUID or group',
  pages: 'Pages of the queue',
  list: 'Actions',
  things: 'Things',
  newer: 'Show {count} newer',
  ofThing: 'Actions of {thing}',
  groupAlone: 'Group {group}',
  counted: {
    pending: '{count} waiting',
    sending: '{count} being sent',
    unknown: '{count} being checked',
    needs_you: '{count} needs you | {count} need you',
    done: '{count} done | {count} done',
    discarded: '{count} discarded | {count} discarded'
  },
  latest: 'Latest: {what}',
  retryThing: 'Try all of it again',
  unfold: 'Show its {count} action | Show its {count} actions',
  foldUp: 'Show less',
  allOfThing: 'Show all {count} in the list',
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
    under_way: {
      title: 'Nothing is on its way',
      text: 'What is being sent, or being checked because no clear answer came, stands here.'
    },
    discarded: { title: 'Nothing was discarded', text: 'What you discard stays here, with your reason.' },
    all: { title: 'The queue is empty', text: 'Install a thing, and every step you save will stand here.' },
    search: { title: 'Nothing found', text: 'Check the TUID or the name of the group, or look under All.' }
  },
  intents: {
    status: 'Set {status}',
    group: 'Put in {group}',
    unassign: 'Take out of its group',
    command: 'Send command: {what}',
    commands: 'Send {count} commands in one request: {commands}',
    valueOfCommand: '{command} ({values})',
    valueOfRead: '{command} (ask for its settings)',
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
  choices: {
    compared: { send_again: 'Apply mine', keep_theirs: 'Keep theirs', mark_done: 'It is as I want it, mark as done' },
    alone: { send_again: 'Send again', mark_done: 'It is as I want it, mark as done' }
  },
  choiceMeanings: {
    compared: {
      send_again: 'sends yours again.',
      keep_theirs: 'drops yours; the server stays as it is.',
      mark_done: 'closes this without sending; you have seen that it is so.'
    },
    alone: {
      send_again: 'sends it once more, as you saved it.',
      mark_done: 'closes this without sending; you have seen that it is so.'
    }
  },
  choiceLong: {
    compared: {
      send_again: 'Yours is sent again.',
      keep_theirs: 'Yours is dropped; the server stays as it is.',
      mark_done: 'It is closed without sending, because you have seen that it is so.'
    },
    alone: {
      send_again: 'It is sent once more, as you saved it.',
      mark_done: 'It is closed without sending, because you have seen that it is so.'
    }
  },
  alike:
    'The same for {count} other thing: same change, same answer | The same for {count} other things: same change, same answer',
  retry: 'Retry now',
  discard: 'Discard',
  discardMeanings: {
    pending: 'does not send it; the server stays as it is. You can say why.',
    refused: 'does not send it again; the server stays as it is. You can say why.',
    unsure: 'does not send it again; it may have happened all the same. You can say why.'
  },
  discarding: {
    title: 'Discard this action?',
    pending: 'It will not be sent. The server stays as it is.',
    refused: 'It will not be sent again. The server stays as it is.',
    unsure: 'It will not be sent again. It may already have happened: look at the thing before you leave.',
    reason: 'Reason (optional)',
    alike: 'Discard the same for {count} other thing, too | Discard the same for {count} other things, too',
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
  transaction: 'Transaction {id} | Transactions {id}'
} as const
