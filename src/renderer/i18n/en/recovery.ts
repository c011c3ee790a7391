/** After a crash: what is safe, what may be gone, and what to do. */
export const recovery = {
  app: {
    title: 'The app was not closed properly last time',
    happened: 'It crashed, was ended by force, or the power went.',
    happenedSince: 'The run that began {time} crashed, was ended by force, or the power went.'
  },
  page: {
    title: 'The screen crashed and was loaded again',
    happened: 'The part of the app that sends and saves was not touched and goes on.',
    happenedSince: 'That was at {time}. The part of the app that sends and saves was not touched and goes on.'
  },
  safe: 'Everything you saved is on the disk of this laptop:',
  waiting:
    'No action waits to be sent. | 1 action waits and is sent by itself. | {count} actions wait and are sent by themselves.',
  unsure:
    'What was just on its way is looked up at the server before anything is sent again, so nothing is done twice.',
  needsYou: 'Nothing needs you. | 1 action needs you. | {count} actions need you.',
  visit: 'The visit to {site} is under way, with everything noted in it.',
  gone: 'Only what was typed and not saved yet may be gone. Look at the last thing you worked on.',
  again: 'If this happens again, tell support; the log in the data folder says more.',
  goOn: 'Go on',
  queue: 'Open the queue',
  folder: 'Open the data folder'
} as const
