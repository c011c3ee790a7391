export const diagnostics = {
  title: 'Help from support',
  text: 'When something does not work as it should, save a file with what support needs to know. The app sends it to nobody: you look at it, and you send it to whom you like.',
  action: 'Export diagnostics',
  lead: 'One zip file with what is listed here. Open a line to read it. Secrets and tokens are not in it; names of customers, groups and people are.',
  gathering: 'Gathering what support needs…',
  queue: 'With the queue: every action, and what the servers said to it',
  files: 'What goes into the file',
  size: '{size} kB',
  cut: 'Only the last {count} characters are shown here. The file has them all.',
  save: 'Save the file',
  saved: 'The file {file} is made. Send it to whoever helps you.',
  close: 'Close',
  about: {
    readme: 'what is in the file, for whoever opens it',
    versions: 'versions of the app and of this computer’s system',
    settings: 'your settings, with your last choices',
    stacks: 'names and addresses of the stacks, and the connection now',
    log: 'the log: what the app did and what went wrong',
    queue: 'the queue of {name}'
  },
  readme: {
    title: 'Diagnostics of Thingsee Field Installer',
    made: 'Made on {time}, by version {version}.',
    holds: 'It holds:',
    without: 'The queue was left out.',
    secrets:
      'Client secrets and access tokens are not in it: they are kept in the keychain and in memory, and struck out of the log.',
    personal:
      'It does name stacks with their addresses and client IDs, things, groups, folders of the computer, and people where the server or the installer named them. Treat it accordingly, and delete it when it has served.'
  }
} as const
