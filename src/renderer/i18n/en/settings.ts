export const settings = {
  title: 'Settings',
  look: 'Language and look',
  language: { label: 'Language', system: 'As the system', en: 'English', fi: 'Suomi' },
  theme: { label: 'Colours', system: 'As the system', light: 'Light', dark: 'Dark' },
  contrast: { label: 'Contrast', system: 'As the system', standard: 'Normal', high: 'High' },
  textSize: { label: 'Text size', 100: 'Normal', 115: 'Larger', 130: 'Large', 150: 'Largest' },
  kept: {
    title: 'Kept on this laptop',
    text: 'What was read from the servers is kept for working without a connection. Beyond these limits, what was read longest ago goes first. What waiting actions need always stays.',
    things: 'no things | {count} thing | {count} things',
    messages: 'no messages | {count} message | {count} messages',
    size: '{size} MB',
    underSize: 'under {size} MB',
    of: '{size} of at most {limit}',
    photos:
      'No photos of visits. | 1 photo of a visit, {size}. It stays until you delete it or its visit. | {count} photos of visits, {size}. They stay until you delete them or their visits.',
    onDisk: 'The file on disk takes {size}, with your queue and everything else in it.',
    limit: { label: 'Keep at most', 100: '100 MB', 250: '250 MB', 500: '500 MB', 1000: '1 GB' },
    keep: { label: 'Keep for', 7: '7 days', 30: '30 days', 90: '90 days', 365: 'A year' },
    cleanUp: 'Clean up now',
    ask: {
      title: 'Clean up what was read?',
      text: 'What was read goes from this laptop, of all stacks: {what}, {size}, and the groups. It is read again when you look at it with a connection.',
      stays:
        'Everything you saved stays: the queue, receipts, visits with their photos, stacks and settings; and what waiting actions need.',
      offline: 'There is no connection now: until there is one, what goes cannot be looked up here.',
      action: 'Clean up'
    },
    removed: 'Cleaned up: {what}, {size}.',
    nothing: 'There was nothing to clean up.',
    left: 'What waiting actions need was kept: {what}.',
    file: {
      smaller: 'The file on disk now takes {size}.',
      later: 'The file on disk gets smaller as soon as nothing is being sent.',
      not_now: 'The file on disk could not be made smaller; its space is used again by what you read from now on.'
    }
  },
  scanning: 'Scanning',
  sounds: 'Sounds',
  soundsText: 'A sound for each scan: taken, scanned already, please look, not understood.',
  data: 'Data on this laptop',
  dataFolder: 'Data folder',
  dataText: 'The journal of what you saved, the settings and the log lie here. Secrets never do.',
  byPolicy: 'Set by your organisation.',
  about: 'About',
  aboutText:
    'Puts Thingsee sensors and gateways into buildings, with or without a signal. Free software under the MIT licence.',
  version: 'Version',
  stacks: {
    title: 'Stacks',
    text: 'A stack is a customer’s account: the address of its API and what is needed to sign in.',
    list: 'Stacks on this laptop',
    manage: 'Manage stacks',
    back: 'Settings',
    add: 'Add a stack',
    addTitle: 'New stack',
    editTitle: 'Change {name}',
    active: 'Active',
    use: 'Work in this stack',
    usedNow: 'You now work in {name}. What waits in other stacks goes on being sent to them.',
    edit: 'Change',
    editName: 'Change {name}',
    remove: 'Remove',
    removeName: 'Remove {name}',
    useName: 'Work in {name}',
    open: 'nothing in the queue | {count} action in the queue | {count} actions in the queue',
    empty: {
      title: 'No stack yet',
      text: 'Add the first one with the papers of your customer: address, client ID and client secret.'
    },
    secret: {
      label: 'Client secret',
      keychain: 'Secret in the keychain',
      memory: 'Secret kept for this run only',
      missing: 'Secret missing',
      unknown: 'The keychain cannot say whether it has the secret'
    },
    form: {
      name: 'Name',
      nameHint: 'What you call this customer or site.',
      baseUrl: 'API base URL',
      baseUrlHint: 'From the customer’s papers; it begins with https:// and usually ends in /prod/v1.',
      clientId: 'Client ID',
      clientIdHint: 'From the same papers.',
      clientSecret: 'Client secret',
      secretHint: 'Kept in the keychain of this machine, never in a file, and never shown again.',
      secretStored: 'Stored in the keychain – type here only to replace it.',
      secretInMemory: 'Kept for this run – type here only to replace it.',
      secretMissing: 'It is missing: enter it again.',
      show: 'Show the secret while pressed',
      fixed: 'Cannot change while actions of this stack are in the queue.',
      openQueue: 'Open the queue',
      save: 'Test and save',
      saveName: 'Save',
      testing: 'Asking the server for a sign-in with these…',
      testingLong: 'Still waiting for the server. This can take up to half a minute.',
      forThisRun: 'Keep the secret for this run only',
      forThisRunMeaning: 'You will be asked for it again at the next start.'
    },
    faults: {
      name: 'Give the stack a name.',
      clientId: 'Enter the client ID.',
      clientSecret: 'Enter the client secret.'
    },
    unreached: {
      meaning:
        'Either this laptop has no network, or there is a slip in the address. Nothing was saved; what you entered stays here.',
      next: 'Compare the address with the papers, letter by letter. Without a network, connect the laptop first, for example through your phone, and press “Test and save” again.'
    },
    removing: {
      title: 'Remove {name}?',
      text: 'The stack and its secret go from this laptop. Nothing changes on its server.',
      action: 'Remove the stack'
    },
    givingUp: {
      text: '{count} saved action has not reached its server. Let it be sent first, or give it up together with the stack. | {count} saved actions have not reached its server. Let them be sent first, or give them up together with the stack.',
      action: 'Discard {count} action and remove | Discard {count} actions and remove',
      keepCopy: 'Save the queue as a file',
      copyFirst: 'Save the queue as a file first: afterwards nothing else tells what was to be done.',
      copyKept: 'The file {file} holds every action of this stack.',
      type: 'Type {count} to confirm',
      typeFault: 'Type {count}: so many actions will be discarded.',
      onItsWay: {
        title: 'Something is just on its way',
        meaning: 'Nothing was discarded, and the stack is still here.',
        next: 'Wait a moment and try again.'
      },
      changed: {
        title: 'The queue has changed meanwhile',
        meaning: 'Nothing was discarded, and the stack is still here.',
        next: 'Look at what waits now, and decide again.'
      }
    },
    blocked: {
      switchFirst: 'Work in {name} first, then open the queue.'
    }
  },
  welcome: {
    title: 'Welcome',
    text: 'First set up a stack: the account of the customer whose things you install, or your own. Its address, client ID and secret stand in the papers or the message that came with the account.',
    next: 'After that you are ready to scan the first label. From then on the app works without a connection, too.'
  }
} as const
