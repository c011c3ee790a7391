export const commands = {
  send: 'Save command',
  read: 'Read configuration',
  seconds: '{name} (seconds)',
  range: '{min} to {max}.',
  default: 'Usually {value}.',
  leave: 'Leave as it is',
  incomplete: 'Fill in at least one value, and mend those marked.',
  expert: 'Expert: JSON',
  expertMeaning: 'Parameters there is no form for.',
  expertLabel: 'Command as JSON',
  expertHint: 'For example {example}',
  expertGood: 'This can be sent.',
  waitsForAnswer: 'Sent. The thing answers with its next report, mostly within a minute.',
  noAnswerYet: 'Sent, no answer from the thing yet. It may still come.',
  answered: 'The thing answered',
  difference: '{name}: you asked for {asked}, it applied {applied}.'
} as const
