export const sending = {
  title: 'Send a command to 1 thing | Send a command to {count} things',
  normalTitle: 'Put 1 thing back to normal | Put {count} things back to normal',
  none: {
    title: 'No things selected',
    text: 'Select several things in the list of things, or open a group, and send all of them a command from there.',
    next: 'To the things'
  },
  kind: '{kind}: {count}',
  things: 'Selected things',
  preview: 'No thing gets a command | 1 thing gets a command | {count} things get a command',
  gets: 'for no thing | for 1 thing | for {count} things',
  strangers:
    '1 thing does not understand all of it, and is left out of what it does not. | {count} things do not understand all of it, and are left out of what they do not.',
  strangersAnyway:
    '1 thing does not understand all of it, and will ignore the rest. | {count} things do not understand all of it, and will ignore the rest.',
  anyway: 'Send it to them all the same',
  save: 'Save for 0 things | Save for 1 thing | Save for {count} things',
  change: 'Change it',
  saved: 'Saved here for 1 thing | Saved here for {count} things',
  savedMeaning: 'All are in the queue and go to the server as soon as it can be reached. How far they are:',
  progress: 'How far they are',
  toThings: 'Back to the things',
  toQueue: 'Open the queue',
  known: 'Things of which it is known how they reported',
  unknown:
    'How often 1 thing reported before is not known on this laptop. Choose: | How often {count} things reported before is not known on this laptop. Choose:',
  noInterval:
    '1 thing has no report interval, and is left out. | {count} things have no report interval, and are left out.',
  backToNormal: 'Put no thing back to normal | Put 1 thing back to normal | Put {count} things back to normal',
  chooseFirst: 'Choose how often the others are to report first.',
  left: '1 thing is left on the test interval | {count} things are left on the test interval',
  leftMeaning:
    'It measures and reports every minute until it is put back to normal. | They measure and report every minute until they are put back to normal.'
} as const
