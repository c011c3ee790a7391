/** The stand-in for unit tests: nobody loads a main module there, so the app is ready from the start. */
import { app } from './app.ts'

export * from './index.ts'
export { default, default as 'module.exports' } from './index.ts'

app.becomeReady()
