import { createHandlers } from '../../../../src/main/ipc/handlers'
import type { Handlers } from '../../../../src/main/ipc/register'
import { Recoveries } from '../../../../src/main/recoveries'
import { Updates } from '../../../../src/main/updates/updates'
import type { Laptop } from './laptop'

/** What the page may ask this laptop for. */
export function handlersOf({ app, clock, log }: Laptop): Handlers {
  const info = (): never => {
    throw new Error('nobody asks for that here')
  }
  const updates = new Updates({
    updater: { off: 'not_installed' },
    channel: () => 'stable',
    isSending: () => false,
    quit: info,
    timing: clock.run().timing,
    log,
    onChanged: info
  })
  const support = { dataFolder: '/data', policy: null, recoveries: new Recoveries(null) }
  return createHandlers({ ...app, log, info, updates, support, logFiles: () => [] })
}
