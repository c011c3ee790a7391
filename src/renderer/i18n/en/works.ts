export const works = {
  menu: 'Other work',
  tabs: 'Kind of work',
  kinds: {
    replace: {
      title: 'Replace',
      lead: 'The new thing takes over the group, the note and the place of the old one.'
    },
    take_away: {
      title: 'Take away',
      lead: 'The thing is set uninstalled and taken out of its group.'
    },
    quarantine: {
      title: 'Quarantine',
      lead: 'The thing is set aside because something is wrong with it. It stays in its group.'
    }
  },
  ask: {
    first: '1. Scan the old one',
    second: '2. Scan the new one',
    only: 'Scan the thing',
    check: 'Check, and press Enter to save'
  },
  roles: { first: 'Old one', second: 'New one', only: 'Thing' },
  drop: 'Not this one',
  reading: 'Looking it up…',
  facts: {
    status: 'Status',
    group: 'Group',
    notKnown: 'not known',
    queued: '{value}, waits in the queue',
    remembered: '{value}, as last seen here'
  },
  taken: {
    first: 'Old one: {kind} {tuid}. Now scan the new one.',
    second: 'New one: {kind} {tuid}.',
    only: '{kind} {tuid}',
    duplicate: '{tuid} was scanned already.',
    busy: '{tuid} is not saved yet. Save it, or take it off the list, and scan again.'
  },
  fate: 'The old one becomes',
  group: {
    label: 'The new one goes into',
    needed: 'The group of the old one is not known here, or it is in none. Choose where the new one belongs.'
  },
  reason: {
    label: 'Reason',
    kept: 'Kept in the visit to {site}.',
    needed: 'Say why, so that whoever finds it knows.',
    lost: 'No visit is under way, so a reason would be kept nowhere. Start a visit first to keep it.'
  },
  preview: {
    title: 'This will be saved',
    count: 'nothing | {count} action | {count} actions',
    looks: 'nothing to check | {count} point to check | {count} points to check',
    inherits: 'What was written down on visits about the place of the old one holds for the new one.'
  },
  looks: {
    title: 'Look once more',
    learnt: 'Something was learnt just now. Check the list, then save.',
    not_known_to_stack: 'This stack does not know {tuid}. Check the label, or the stack.',
    kind_unsure: 'What {tuid} is, its label does not say for sure. Check that the two are of the same kind.',
    new_installed: '{tuid}, the new one, is installed already.',
    new_installed_elsewhere: '{tuid}, the new one, is installed already, in the group {group}.',
    new_in_group: '{tuid}, the new one, is taken out of the group {group}.',
    not_installed: '{tuid} is not installed: its status is {status}.',
    already_there: '{tuid}: its status is {status} already.',
    unusual: '{tuid}: its status is {status}.'
  },
  refusals: {
    same_thing: 'That is the old one. Scan the new one.',
    other_kind: 'The old one is: {old}. This one is: {fresh}. Only one of the same kind can replace it.',
    nothing_to_do: 'All of this is so already, the server says. There is nothing to save.'
  },
  save: {
    replace: 'Replace',
    take_away: 'Take away',
    quarantine: 'Quarantine',
    anyway: '{deed} anyway'
  },
  saved: {
    title: 'Saved on this laptop',
    replace: '{second} replaces {first}',
    take_away: '{first} is taken away',
    quarantine: '{first} is quarantined',
    undo: 'Take back',
    undone: '{work}: taken back. Nothing of it was sent.',
    begun:
      'Nothing was taken back, for this has begun already: {what}. What comes after it is still done. Correct it with new work.'
  }
} as const
