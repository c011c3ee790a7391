export const arrivals = {
  title: 'Before you leave',
  allRight: 'All is confirmed and heard, and nothing alerts. You can leave.',
  settled: 'Nothing waits, what was installed is heard, and nothing alerts. You can leave.',
  notAllRight: 'Not everything is settled yet. What can be done here is easier done now.',
  nothing: 'Nothing was installed on this visit, so nothing is listened for.',
  cutOff: 'The server cannot be asked now. This is what was known before.',
  cutOffSince: 'The server cannot be asked now. This is as of {time}.',
  ended: 'This visit has ended. What is silent is listened for until a day after its installation.',
  lines: 'What is settled, and what is not',
  heard: 'None heard yet | {count} of {all} heard | {count} of {all} heard',
  silent: 'None is silent | 1 is silent | {count} are silent',
  alerting: 'No alert is known | 1 with alerts | {count} with alerts',
  waiting: 'Nothing waits to be synced | 1 is not synced | {count} are not synced',
  needYou: 'Nothing needs you | 1 needs you | {count} need you',
  meanings: {
    silent: 'What to try for each kind stands below.',
    alerting: 'Look at what it alerts about before you go. | Look at what they alert about before you go.',
    waiting:
      'It is safe on this laptop and is sent by itself once there is a connection. | They are safe on this laptop and are sent by themselves once there is a connection.',
    needYou:
      'It waits for your decision and is not done before that. | They wait for your decision and are not done before that.'
  },
  check: {
    button: 'Check all now',
    stop: 'Stop',
    progress: '{done} of {all} asked',
    found: 'Asked just now: none was heard | Asked just now: 1 was heard | Asked just now: {count} were heard',
    noneSilent: 'Asked just now: nothing is silent',
    stopped: 'Stopped after {done} of {all}.'
  },
  silentOf: 'Silent things and what to try',
  kind: '{kind}: {count}',
  asked: 'Last asked {time}.',
  notAsked: 'Not asked yet.',
  expected: 'Usually heard within {typical} min of power-on: wait until {time}.',
  inOrder: 'Later than usual, but up to {worst} min is in order: wait until {time}.',
  late: 'Longer than {worst} min: it should have been heard by now.',
  support: 'If it stays silent for {hours} h with its power on, call support.',
  supportNow: 'Silent for more than {hours} h: if its power is on, call support.',
  gatewayFirst: 'Check that a gateway is powered, heard and within its range.',
  advice: {
    gateway: 'Check its mains power and the mobile coverage where it stands.',
    gateway_lan: 'Check its mains power and its network cable.',
    environment: 'Check that it is powered on.',
    environment_rugged: 'Check that it is powered on.',
    presence: 'Wave a hand in front of it: it is then heard within 2 to 5 min.',
    distance: 'Check that it is powered on.',
    beam: 'Check that it is powered on.',
    leakage_rugged: 'Check that it is powered on.',
    air: 'Check that it is powered on.',
    angle_rugged: 'Check that it is powered on.',
    count: 'Check its mains power.',
    unknown: 'Check that it is powered on.'
  },
  end: 'End visit',
  endMeaning:
    'What waits is still sent after that, and what is silent is listened for until a day after its installation.',
  toVisit: 'Back to the visit'
} as const
