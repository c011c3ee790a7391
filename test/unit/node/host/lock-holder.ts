/** Takes the lock of the folder it is given, says so, and stays until it is killed. */
import { InstanceLock } from '../../../host/instance-lock.ts'

const message = { argv: [], workingDirectory: '', additionalData: null }
const held = new InstanceLock(process.argv[2] ?? '').request(message, () => undefined)
process.send?.({ held })
process.on('message', () => undefined)
