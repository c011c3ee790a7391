/** For each kind of problem: what happened, what it means for the work, what to do next. */
export const problems = {
  offline: {
    title: 'The server cannot be reached',
    meaning: 'There is no connection from this laptop to the server of the stack.',
    next: 'Go on working: what you save is kept here. Check the network when you can.'
  },
  timeout: {
    title: 'The server did not answer in time',
    meaning: 'The connection is slow, or the server is busy.',
    next: 'Try again in a moment, or move to where the signal is better.'
  },
  tls: {
    title: 'The connection is not safe',
    meaning: 'The certificate of this address could not be trusted, so nothing was sent.',
    next: 'Check the clock of this laptop and the address. On a guest network, sign in to the network first.'
  },
  not_offered: {
    title: 'This stack’s server does not offer this',
    meaning: 'It is without it, or the credentials of the stack may not use it.',
    next: 'Go on without it; everything else works as usual.'
  },
  cancelled: {
    title: 'Cancelled',
    meaning: 'The question was stopped before an answer came.',
    next: 'Ask again when you need it.'
  },
  bad_url: {
    title: 'This is not a web address',
    meaning: 'The API base URL cannot be read.',
    next: 'Copy the whole address from the stack’s papers, from https:// to the end.'
  },
  not_https: {
    title: 'The address must begin with https://',
    meaning: 'Without it the client secret would travel readable by others.',
    next: 'Put https:// in front of the address.'
  },
  not_this_api: {
    title: 'This address answered, but not like the Thingsee API',
    meaning: 'Something is there, but it is another service, or a part of the path is missing.',
    next: 'Compare the address with the stack’s papers; it usually ends in /prod/v1.'
  },
  bad_credentials: {
    title: 'The server does not accept this client ID and secret',
    meaning: 'One of the two is wrong, or they belong to another stack.',
    next: 'Copy both again from the stack’s papers, without spaces around them.'
  },
  secret_missing: {
    title: 'The client secret of this stack is not here',
    meaning: 'The app cannot sign in. Everything you save is kept on this laptop.',
    next: 'Enter the secret again in Settings, under Stacks.'
  },
  unknown_visit: {
    title: 'This visit is no longer on this laptop',
    meaning: 'It was deleted, so nothing can be added to it.',
    next: 'Choose another visit, or start a new one.'
  },
  visit_under_way: {
    title: 'Another visit is under way',
    meaning: 'Work goes to one visit at a time, so that none of it is lost or mixed up.',
    next: 'End that visit first, or go on with it.'
  },
  visit_ended: {
    title: 'This visit has ended',
    meaning: 'Nothing was captured.',
    next: 'Resume the visit, then scan again.'
  },
  batch_not_set: {
    title: 'It is not chosen yet what a scan does',
    meaning: 'Nothing was captured.',
    next: 'Choose a group, a status or a command first.'
  },
  unknown_stack: {
    title: 'This stack is no longer on this laptop',
    meaning: 'It was removed, so nothing can be read from it or saved for it.',
    next: 'Choose another stack, or set this one up again.'
  },
  stack_name_taken: {
    title: 'Another stack already has this name',
    meaning: 'Two stacks with one name could not be told apart.',
    next: 'Give this one another name.'
  },
  stack_has_waiting_actions: {
    title: 'This stack still has actions in the queue',
    meaning: 'They belong to this address and client ID; without those they could never be sent.',
    next: 'Let them be sent, or discard them in the queue, and try again.'
  },
  not_found: {
    title: 'This stack does not know it',
    meaning: 'The server has nothing under this name.',
    next: 'Check the label and that the right stack is active.'
  },
  refused: {
    title: 'The server refused',
    meaning: 'It understood the request and said no. Nothing was changed.',
    next: 'Read what the server said in the details and put it right.'
  },
  busy: {
    title: 'The server is busy',
    meaning: 'It asked to be left alone for a moment.',
    next: 'Wait a little; what is saved here is sent by itself.'
  },
  server_error: {
    title: 'The server answered with an error',
    meaning: 'It could not do its part. This is not about your work.',
    next: 'Try again later. If it goes on, tell support with the details.'
  },
  unreadable: {
    title: 'The server’s answer could not be read',
    meaning: 'Something came back that is not what the API promises.',
    next: 'Try again. If it goes on, tell support with the details.'
  },
  keychain_unavailable: {
    title: 'This machine has no keychain that can keep the secret',
    meaning: 'The secret is never written to a file, so it cannot be kept until the next start.',
    next: 'Install the missing package (the details name it), or keep the secret for this run only.'
  },
  keychain_locked: {
    title: 'The keychain is locked',
    meaning: 'The secret cannot be read or kept until it is opened.',
    next: 'Unlock the keychain of this machine, then try again.'
  },
  disk_full: {
    title: 'The disk of this laptop is full',
    meaning: 'This was not saved.',
    next: 'Make room on the disk, then try again.'
  },
  read_only: {
    title: 'The app may not write to its folder',
    meaning: 'This was not saved.',
    next: 'Make the data folder writable (see Settings), then try again.'
  },
  not_saved: {
    title: 'This was not saved',
    meaning: 'It could not be written to this laptop.',
    next: 'Try again. If it goes on, write it down and tell support with the details.'
  },
  newer_database: {
    title: 'A newer version of the app was used here',
    meaning: 'It keeps what you saved in a way that this version does not know.',
    next: 'Start the newer version again.'
  },
  too_many_photos: {
    title: 'This thing has as many photos as it can have',
    meaning: 'The photo was not added.',
    next: 'Delete one that is not needed, then add it again.'
  },
  invalid_input: {
    title: 'Something entered is not valid',
    meaning: 'It was not taken over.',
    next: 'Check what you entered and try again.'
  },
  action_not_open: {
    title: 'This action can no longer be changed',
    meaning: 'It is on its way or already done.',
    next: 'Look at its state in the queue.'
  },
  set_by_policy: {
    title: 'This is set by your organisation',
    meaning: 'A policy on this laptop decides it, so it stays as it is.',
    next: 'If it is wrong, tell whoever looks after this laptop.'
  },
  not_an_external_link: {
    title: 'This link is not opened',
    meaning: 'Only the few https addresses that belong to this app are opened in the browser.',
    next: 'Copy the address if you trust it.'
  },
  internal: {
    title: 'The app made a mistake',
    meaning: 'This was not done. What was saved before is safe.',
    next: 'Try again. If it goes on, copy the details for support.'
  }
} as const
