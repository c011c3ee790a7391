import { expect, it } from 'vitest'
import { ReadTickets } from '../../../../src/main/ipc/readTickets'

const ticket = '5d1c8a0e-7c1b-4a44-8d55-0f4f0b7c9d33'
const otherTicket = '5d1c8a0e-7c1b-4a44-8d55-0f4f0b7c9d44'

/** Lasts until it is given up, or for ever. */
function lasting(signal?: AbortSignal): Promise<string> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve('given up')))
}

it('a reading without a ticket is never given up', async () => {
  const signals: unknown[] = []
  expect(await new ReadTickets().holding(undefined, (signal) => Promise.resolve(signals.push(signal)))).toBe(1)
  expect(signals).toEqual([undefined])
})

it('a reading is given up with its ticket, and no other is', async () => {
  const tickets = new ReadTickets()
  const wanted: AbortSignal[] = []
  const given = tickets.holding(ticket, lasting)
  void tickets.holding(otherTicket, (signal) => {
    if (signal !== undefined) wanted.push(signal)
    return lasting(signal)
  })
  tickets.cancel([ticket])
  expect(await given).toBe('given up')
  expect(wanted.map(({ aborted }) => aborted)).toEqual([false])
})

it('a ticket used again gives up what it was used for before', async () => {
  const tickets = new ReadTickets()
  const first = tickets.holding(ticket, lasting)
  const second = tickets.holding(ticket, lasting)
  expect(await first).toBe('given up')
  tickets.cancel([ticket])
  expect(await second).toBe('given up')
})

it('a ticket that is over, or was never one, is passed over', async () => {
  const tickets = new ReadTickets()
  const signals: AbortSignal[] = []
  await tickets.holding(ticket, (signal) => Promise.resolve(signal !== undefined && signals.push(signal)))
  tickets.cancel([ticket, otherTicket])
  expect(signals.map(({ aborted }) => aborted)).toEqual([false])
})
