export const updates = {
  title: 'Updates',
  channel: {
    label: 'Versions offered',
    stable: 'Those for everybody',
    beta: 'Trial versions too'
  },
  check: 'Look for updates',
  off: {
    not_installed: 'This copy was not installed, so it is not updated by itself.',
    not_set_up: 'Whoever installed the app on this laptop also brings its updates.'
  },
  neverChecked: 'Not looked for since the start. The app looks by itself a minute after it, then every six hours.',
  newest: 'This is the newest version, looked for',
  checking: 'Looking for updates…',
  downloading: 'Getting version {version}: {percent} %',
  ready: 'Version {version} is ready',
  readyText: 'It takes its place with a restart. Everything saved stays, and what waits goes on being sent.',
  restart: 'Restart now',
  later: 'Later',
  laterAtQuit: 'Version {version} takes its place when you close the app.',
  laterByHand: 'Version {version} waits here until you restart with it.',
  sending: 'Something is being sent just now. The restart can be made as soon as that has ended.',
  unsaved: {
    title: 'Restart now?',
    text: 'Something was typed or added on this page that is not saved. It would be gone.',
    action: 'Restart without saving'
  },
  faults: {
    unreachable: 'The update server cannot be reached. Try again when there is a connection; everything else works.',
    nothing_there: 'The update server has no list of versions. Tell whoever looks after your laptops.',
    damaged: 'What came is not what was announced, so it was thrown away. Try again later.',
    not_trusted:
      'The update does not come from the makers of this app, so it was not taken. Tell whoever looks after your laptops.',
    not_placed: 'The update could not take the place of this version. Everything goes on as it was.',
    failed: 'The update did not work. Everything goes on as it was; the log says more.'
  }
}
