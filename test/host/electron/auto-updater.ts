import { EventEmitter } from 'node:events'

/** `autoUpdater`: only told that an update is about to be put in place, as on Linux. */
export const autoUpdater = new EventEmitter()
