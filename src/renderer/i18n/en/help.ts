/** The help's own buttons. What it says stands in src/renderer/help/guide, loaded only when it is wanted. */
export const help = {
  title: 'Help',
  lead: 'Short steps with pictures for each job. Everything here works without a connection.',
  button: 'Help about this page',
  buttonKey: 'Help about this page (F1)',
  how: 'How this works',
  all: 'All topics',
  topics: 'Topics',
  search: 'Search the help',
  found: 'No topic found | 1 topic found | {count} topics found',
  nothing: 'Nothing here speaks of “{search}”. Try another word, or fewer letters.',
  tips: 'Good to know',
  next: 'Next: {topic}',
  here: 'This is what you see now',
  print: 'Print',
  printAll: 'Print the whole help',
  asPage: 'Open as a page',
  close: 'Close the help'
} as const
