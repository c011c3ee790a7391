export const photos = {
  button: 'Photos',
  add: {
    title: 'Add photos',
    camera: 'Take a photo',
    files: 'Choose files',
    drop: 'Or drop photos on this row. JPEG, PNG and WebP; large ones are made smaller, and where they were taken is not kept.',
    close: 'Close'
  },
  list: 'Photos of {tuid}',
  nth: 'Photo {no} of {count}',
  ofThing: 'Photo {no} of {count} of {tuid}',
  captioned: '{photo}: {caption}',
  taken: 'Added {time}',
  camera: {
    title: 'Photo of {tuid}',
    shoot: 'Take the photo',
    starting: 'Starting the camera…',
    close: 'Turn the camera off',
    picture: 'Picture of the camera',
    count: 'Nothing taken yet. | 1 photo taken. | {count} photos taken.',
    failed: 'No photo could be taken. Try again, or choose a file.',
    faults: {
      none: 'Connect one and try again, or choose files.',
      denied: 'Allow desktop apps to use the camera in the privacy settings of this system, then try again.',
      in_use: 'Another program may be using it: close video calls and other camera programs, then try again.',
      unplugged: 'Photos taken before are kept. Connect the camera again, or choose another one, and try again.',
      decoder: 'Try again, or choose files.',
      other: 'Try again, or choose files.'
    }
  },
  intakes: 'Photos being added',
  fromCamera: 'Picture of the camera',
  waiting: 'Waits its turn',
  making: 'Being made smaller…',
  saving: 'Being saved…',
  there_already: 'This thing has this photo already.',
  retry: 'Try again',
  dismiss: 'Close: {name}',
  refused: {
    empty: 'Not added: the file is empty. Copy it again from where it came.',
    not_photo: 'Not added: this is no photo. JPEG, PNG and WebP can be added.',
    heic: 'Not added: photos in the HEIC format of iPhones cannot be opened here. Send it as JPEG, or set the iPhone to Settings > Camera > Formats > Most Compatible.',
    too_big: 'Not added: the file is larger than 150 MB. Make it smaller, or take the photo again.',
    too_many_pixels:
      'Not added: the photo has more than 120 million pixels, too many to open. Set the camera to fewer, or make it smaller.',
    damaged: 'Not added: the photo is damaged and cannot be opened. Copy it again from where it came.'
  },
  faults: {
    missing: 'The file is missing',
    changed: 'The file was changed and is not shown',
    unreadable: 'The file cannot be read'
  },
  faultMeaning: {
    missing:
      'The file of this photo is no longer in the data folder of the app. Add the photo again, or delete it here.',
    changed:
      'The file of this photo is not the one that was added: it was damaged, or changed by another program. Add the photo again, or delete it here.',
    unreadable: 'This laptop cannot read the file of this photo. Look at it again later, or delete it here.'
  },
  dialog: {
    caption: 'Caption',
    saveCaption: 'Save caption',
    previous: 'Previous photo',
    next: 'Next photo',
    saveFile: 'Save as a file',
    remove: 'Delete photo',
    close: 'Close'
  },
  removed: 'Photo deleted.',
  undo: 'Undo'
} as const
