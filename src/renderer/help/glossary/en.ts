/** The topic that says what the words mean which the labels, the papers and the app use. */
export const words = {
  title: 'What the words mean',
  lead: 'The words of the labels, the papers and this app.',
  steps: {},
  words: {
    thing: { word: 'Thing', meaning: 'A sensor or a gateway: whatever has a label with a TUID.' },
    tuid: {
      word: 'TUID',
      meaning:
        'The name of one thing, the same nowhere else: model code and serial number together, mostly 17 letters and digits, such as TSPD04ESY93100802. It stands on the label, as text or in the QR code.'
    },
    gateway: {
      word: 'Gateway',
      meaning: 'Runs on mains power and passes on to the server what the sensors around it measure. Install it first.'
    },
    stack: {
      word: 'Stack',
      meaning:
        'A customer’s account. Each thing and each group belongs to one; if the building is yours, it is your own.'
    },
    papers: {
      word: 'API base URL, client ID, client secret',
      meaning:
        'The address of the stack’s server, and the name and password with which the app signs in there. They come with the account, from the customer or from whoever supplied the things.'
    },
    group: {
      word: 'Deployment group',
      meaning:
        'Where a thing belongs, such as a building. A thing is in one group at a time. Data are passed on only from groups whose names begin with pr.'
    },
    status: {
      word: 'Installation status',
      meaning: 'Where the thing is in its life. Whoever sets it to “Installed” says: it is in place and in use.'
    },
    command: { word: 'Command', meaning: 'Settings sent to a thing, such as how often it measures and reports.' },
    heard: { word: 'Heard', meaning: 'The server has received a message of the thing: it has power and a way out.' },
    queue: {
      word: 'Queue',
      meaning: 'What you saved, in the order in which it is sent, with what the server said to it.'
    },
    confirmed: {
      word: 'Confirmed',
      meaning: 'The server itself has said that it is so. Before that, nothing is called done.'
    },
    visit: {
      word: 'Visit',
      meaning: 'One day or job at a site: all things you dealt with there, for the list and the report.'
    },
    keychain: { word: 'Keychain', meaning: 'The system’s own safe for passwords. The client secret lies there.' }
  },
  tips: {}
} as const
