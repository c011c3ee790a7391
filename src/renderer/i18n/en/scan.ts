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
  camera: {
    use: 'Camera',
    title: 'Read labels with the camera',
    explained:
      'The camera of this laptop reads QR and DataMatrix codes. Its picture stays in this window: nothing is recorded, kept or sent. The camera is on only while you see its picture here.',
    turnOn: 'Turn the camera on',
    starting: 'Starting the camera…',
    close: 'Turn the camera off',
    torch: 'Light',
    which: 'Which camera',
    nth: 'Camera {number}',
    picture: 'Picture of the camera',
    aim: 'Hold one label before the camera.',
    several: 'Several labels are in view. Choose one, or aim at one alone.',
    faults: {
      none: {
        title: 'No camera was found.',
        next: 'Connect one and try again. A hand scanner or the keyboard do as well.'
      },
      denied: {
        title: 'The camera may not be used.',
        next: 'Allow desktop apps to use the camera in the privacy settings of this system, then try again.'
      },
      in_use: {
        title: 'The camera does not answer.',
        next: 'Another program may be using it: close video calls and other camera programs, then try again.'
      },
      unplugged: {
        title: 'The camera is gone.',
        next: 'What was read before is kept. Connect the camera again, or choose another one, and try again.'
      },
      decoder: {
        title: 'Codes cannot be read in the picture.',
        next: 'Try again, or use a hand scanner or the keyboard.'
      },
      other: { title: 'The camera could not be started.', next: 'Try again, or use a hand scanner or the keyboard.' }
    }
  },
  otherMake: 'If this label is of another make, look for the one with the TUID.',
  layouts: { us: 'US English', nordic: 'Finnish or Swedish', azerty: 'French (AZERTY)' },
  layout:
    'The scanner types as if this laptop had another keyboard layout: the scanner is set to {scanner}, the laptop to {laptop}. Set the keyboard layout of the scanner to {laptop} with the codes in its manual, then scan again.'
} as const
