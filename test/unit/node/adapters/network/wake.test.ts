import { powerMonitor } from 'electron'
import { expect, it } from 'vitest'
import { watchWake } from '../../../../../src/main/adapters/network/wake'

it('tells when the laptop comes back, until nobody wants to know', () => {
  let woken = 0
  const stop = watchWake(() => (woken += 1))
  powerMonitor.emit('resume')
  powerMonitor.emit('unlock-screen')
  powerMonitor.emit('suspend')
  expect(woken).toBe(2)
  stop()
  powerMonitor.emit('resume')
  powerMonitor.emit('unlock-screen')
  expect(woken).toBe(2)
})
