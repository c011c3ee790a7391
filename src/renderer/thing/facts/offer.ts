/** What a stack's server may be without, as it is named where it would be shown; the words are under `thing.notOffered`. */
export type Offer = 'installations' | 'alerts' | 'messages' | 'commands'
