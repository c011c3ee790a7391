/** Starts the utility process it is given, and tells its id. */
import { app } from '../../../host/electron/app.ts'
import { utilityProcess } from '../../../host/electron/utility-process.ts'

app.becomeReady()
const child = utilityProcess.fork(process.argv[2] ?? '')
child.on('spawn', () => process.send?.(child.pid))
