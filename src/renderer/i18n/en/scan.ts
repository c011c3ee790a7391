export const scan = {
  region: 'Identify a thing',
  label: 'Scan or type a label',
  open: 'Open',
  enter: 'Press Enter',
  outcomes: {
    accepted: 'Taken.',
    duplicate: 'Scanned already.',
    flagged: 'Please look.',
    not_understood: 'Not understood.'
  },
  said: {
    keptOut: 'This scan was not taken: answer the question on the screen first, then scan again.',
    failed: 'The app made a mistake with this scan. Look whether it was taken, and scan again if it was not.',
    torn: 'Only a part of the label arrived. Scan it again.',
    finishForm: 'This scan was not taken: save or leave what you are typing here first, then scan again.',
    noStack: 'Set up a stack first: without one there is nothing to install into.'
  },
  otherMake: 'If this label is of another make, look for the one with the TUID.',
  layouts: { us: 'US English', nordic: 'Finnish or Swedish', azerty: 'French (AZERTY)' },
  layout:
    'The scanner types as if this laptop had another keyboard layout: the scanner is set to {scanner}, the laptop to {laptop}. Set the keyboard layout of the scanner to {laptop} with the codes in its manual, then scan again.'
} as const
