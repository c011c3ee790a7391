import { onTestFinished } from 'vitest'
import type { Intent } from '@shared/domain/action'
import { createStackApi, type StackApiOptions } from '../../../../src/main/api/createStackApi'
import { createTransport } from '../../../../src/main/api/transport/createTransport'
import { StackCourier } from '../../../../src/main/delivery/stackCourier'
import type { Parcel } from '../../../../src/main/outbox/courier'
import { startSimulator, type Simulator, type SimulatorOptions } from '../../../simulator/simulator'
import { startOfTest } from '../laptop/manualClock'

export interface Carrier {
  readonly cloud: Simulator
  readonly courier: StackCourier
  readonly tuid: string
}

/** A courier to a simulated cloud, by a clock that stands still. */
export async function carrier(
  cloudOptions: SimulatorOptions = {},
  apiOptions: Partial<StackApiOptions> = {}
): Promise<Carrier> {
  const now = () => startOfTest
  const cloud = await startSimulator({ site: 'small', now, ...cloudOptions })
  const transport = createTransport()
  onTestFinished(async () => {
    await transport.close()
    await cloud.stop()
  })
  const { clientId, clientSecret } = cloud
  const credentials = () => Promise.resolve({ clientId, clientSecret })
  const api = createStackApi({ baseUrl: cloud.url, credentials, transport, now, ...apiOptions })
  const tuid = cloud.roles['presence']
  if (tuid === undefined) throw new Error('the site has no presence sensor')
  return { cloud, courier: new StackCourier(() => api), tuid }
}

export function parcel(intent: Intent, more: Partial<Parcel> = {}): Parcel {
  const transactionId = intent.type === 'command' ? 42 : null
  return { stackId: 'stack', intent, transactionId, arrived: [], firstSentAt: null, ...more }
}
