/** What each version brought, the newest first, in a technician's words. Both languages, and no version without. */
export const news = {
  '0.1.0': {
    install: 'Install things step by step: scan, look, group, status, command, and wait until they are heard.',
    offline: 'Work without a connection: everything is saved first and sent once, in order.',
    visits: 'Visits with batches, lists from Excel, photos, replacing and taking away, and a report as PDF.',
    help: 'Help with pictures in the app: the question mark at the top, or F1.'
  }
} as const
