export const about = {
  open: 'Versions, licences and what’s new',
  versions: 'Versions',
  openFolder: 'Open the folder',
  notOpened: 'The folder could not be opened from here. Copy its path and open it in the file manager.',
  licences: 'Licences',
  independent:
    'An independent project: not made, endorsed or supported by the vendor of the devices. “Thingsee” is a name of its owner.',
  licence: 'Licence of the app (MIT)',
  notices: 'Licences of the parts it is made with',
  noNotices: 'This build carries no list of them.',
  news: {
    title: 'What’s new',
    version: 'Version {version}',
    hint: 'The app was updated to version {version}.'
  }
} as const
