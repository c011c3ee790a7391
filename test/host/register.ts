/** `node --import test/host/register.ts`: for unit tests, which only need 'electron' to be there and ready. */
import { resolveElectronTo } from './electron-hook.ts'

resolveElectronTo(new URL('./electron/ready-at-once.ts', import.meta.url))
