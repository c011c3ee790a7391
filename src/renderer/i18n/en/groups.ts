export const groups = {
  title: 'Groups',
  lead: 'The deployment groups of {stack}.',
  search: 'Find a group',
  list: 'Deployment groups',
  refresh: 'Refresh',
  create: 'New group',
  total: 'No groups | {count} group | {count} groups',
  hits: 'No group fits | 1 group fits | {count} groups fit',
  more: 'Show more ({count})',
  cut: 'The server lists only the first of its groups. Search to find the others.',
  failed: 'The list could not be read now: {why}. These are the groups as last seen.',
  notListed: 'This stack’s server does not offer a list of groups. These are the ones this laptop has met or made.',
  neverRead: 'The groups of this stack were never read here. They are read as soon as the server can be reached.',
  willBe: 'to be {name}',
  willBeGone: 'to be deleted',
  met: 'met on a thing',
  empty: {
    title: 'No group fits',
    text: 'Try fewer letters, or create the group.'
  },
  name: {
    by: 'Name it',
    byConvention: 'by the naming convention',
    byHand: 'freely',
    environment: 'Environment',
    country: 'Country',
    site: 'Name of the site',
    sitePlaceholder: 'e.g. Harbour house',
    free: 'Group name',
    preview: 'It will be called',
    description: 'Description (optional)',
    exists: 'There is a group of this name already.'
  },
  new: {
    title: 'New group',
    hint: 'It is saved here at once, and created as soon as the server can be reached.',
    submit: 'Create group'
  },
  renaming: {
    open: 'Rename',
    title: 'Rename the group',
    stays: 'Its things stay in it.',
    outside: 'Whatever uses the old name outside this app, such as dashboards and reports, has to be changed there.',
    hint: 'It is saved here at once, and renamed as soon as the server can be reached.',
    submit: 'Rename group'
  },
  deleting: {
    open: 'Delete',
    title: 'Delete the group {group}?',
    text: 'It is saved here at once, and deleted as soon as the server can be reached. A deleted group cannot be brought back.',
    empty: 'There is no thing in it, as of {time}.',
    count: 'There is {count} thing in it, as of {time}. | There are {count} things in it, as of {time}.',
    seen: 'This laptop has met {count} thing in it; there may be more. | This laptop has met {count} things in it; there may be more.',
    unknown: 'Nobody can say here which things are in it.',
    waiting:
      '{count} thing waits here to be put into it, which is done first. | {count} things wait here to be put into it, which is done first.',
    fates: {
      unassigned: 'On this server its things are in no group after that, as was seen on {time}.',
      stay: 'On this server its things go on naming the deleted group, as was seen on {time}: put them into another group first.',
      refused:
        'This server refused to delete a group that had things, as was seen on {time}: put them into another group first.',
      unknown:
        'What this server does with its things was not seen yet: they may be in no group after that, go on naming this one, or keep it from being deleted.'
    },
    submit: 'Delete group'
  },
  page: {
    waiting: 'Waiting here',
    done: 'Done lately',
    decide: 'Decide in the queue',
    undo: 'Discard',
    things: 'Things',
    thingList: 'Things in this group',
    count: 'No things | {count} thing | {count} things',
    none: 'There is no thing in this group.',
    noneSeen: 'This laptop has met no thing in this group.',
    notTold: 'This stack’s server does not offer the things of a group. These are the ones this laptop has met in it.',
    notRead:
      'The server was never asked from here. These are the things this laptop has met in this group; there may be more.',
    failed: 'Which things are in it could not be read now: {why}.',
    comes: 'to be put in',
    goes: 'to be put into {group}',
    taken: 'to be taken out',
    gone: {
      title: 'This group has been deleted',
      text: 'It was deleted from this laptop.'
    },
    unknown: {
      title: 'No such group is known here',
      text: 'It may have been renamed or deleted by somebody else.'
    },
    all: 'All groups'
  }
} as const
