/** When the files of this laptop cannot be opened: what happened, what it means, what to do. */
export const storage = {
  newer_database: {
    title: 'This needs the newer version of the app',
    happened: 'A newer version was used on this laptop. It keeps what you saved in a way this version does not know.',
    next: 'Close this one and start the newer version: everything is there as you left it.'
  },
  disk_full: {
    title: 'The disk of this laptop is full',
    happened: 'The app needs a little room to open its journal, and there is none.',
    next: 'Delete or move files you do not need, then try again.'
  },
  read_only: {
    title: 'The app may not write to its folder',
    happened: 'Its files can only be read at the moment, so the journal cannot be opened.',
    next: 'Make the folder writable for you, or ask whoever looks after this laptop. Then try again.'
  },
  not_saved: {
    title: 'The journal on this laptop cannot be opened',
    happened: 'Another program may hold it, or the disk has a fault.',
    next: 'Close other programs and try again. If that does not help, restart the laptop; then tell support with the details.'
  },
  /** The same while the app runs. */
  now: {
    disk_full: {
      title: 'The disk of this laptop is full',
      next: 'Delete or move files you do not need: then it goes on by itself.'
    },
    read_only: {
      title: 'The app may not write to its folder at the moment',
      next: 'Make the folder writable again: then it goes on by itself.'
    },
    not_saved: {
      title: 'Nothing can be written on this laptop at the moment',
      next: 'It is tried again all the time, and goes on by itself. If this stays, tell support with the details.'
    },
    meaning:
      'Nothing new can be saved, and nothing is sent, since nobody would know of it afterwards. What you saved before is kept.'
  },
  meaning: 'Until this is put right, nothing can be saved and nothing is sent.',
  kept: 'Nothing was deleted. What you saved on this laptop is still in this file:',
  nothingYet: 'Nothing was saved on this laptop yet. The app wants to keep its files here:',
  path: 'path',
  stillSo: 'Tried again at {time}: it is still so.',
  quit: 'Quit'
} as const
