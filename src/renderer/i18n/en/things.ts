export const things = {
  title: 'Things',
  lead: 'What this laptop has met in {stack}, the latest first.',
  search: 'Find a thing, or scan its label',
  hits: 'No thing fits | 1 thing fits | {count} things fit',
  list: 'Things met on this laptop',
  openNamed: 'Open',
  seen: 'seen here',
  neverSeen: 'never read from the server',
  open: '{count} waiting',
  needsYou: '{count} needs you | {count} need you',
  more: 'Show more ({count})',
  select: 'Select several',
  selectAll: 'All shown ({count})',
  selected: 'none selected | 1 selected | {count} selected',
  endSelection: 'End selecting',
  refused: 'Nothing fits, and this is no whole label.',
  empty: {
    none: {
      title: 'No thing met yet',
      text: 'Every thing you scan or open with this laptop stands here from then on, also without a connection. Scan or type a label above to look at one, or begin installing.',
      next: 'Begin installing'
    },
    search: {
      title: 'This laptop has not met such a thing',
      text: 'Try fewer letters of the TUID, or the kind. A whole TUID, or a scanned label, opens any thing.'
    }
  }
} as const
