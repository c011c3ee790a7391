export const tour = {
  title: 'Introduction',
  at: '{number} of {count}',
  skip: 'Skip',
  next: 'Next',
  start: 'Begin',
  again: 'Show the introduction again',
  saved: {
    title: 'Saved first, then sent',
    text: 'Scan a label, choose group and status, save. What you save is on the disk of this laptop before the screen says so. In a basement without a signal you work the same way: it is sent by itself later, once, and in the right order.'
  },
  truth: {
    title: 'Never “done” before the server says so',
    text: 'Every action shows how far it is, everywhere with the same sign and words:',
    meanings: {
      confirmed: 'The server’s word, and nothing less.',
      waiting: 'Safe here. You can close the laptop.',
      checking: 'The app looks before it sends again.',
      needs_you: 'You decide; the choices stand beside it.'
    }
  },
  begin: {
    title: 'Ready in two steps',
    text: 'Set up the customer’s stack with the papers you were given, then scan the first label. Help with pictures is always at hand: the question mark at the top, or F1.'
  }
} as const
