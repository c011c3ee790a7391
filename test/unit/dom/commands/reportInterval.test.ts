import { expect, test } from 'vitest'
import type { Action } from '@shared/domain/action'
import type { ThingMessage } from '@shared/domain/thing'
import { knownReportInterval } from '@/commands/reportInterval'
import { actionOf, now, tuid } from '../install/fixtures'

const asked = (reportInterval: number, change: Partial<Action> = {}): Action =>
  actionOf(
    { type: 'command', tuid, commands: [{ tsmId: 1500, tsmEv: 30, parameters: { reportInterval } }] },
    { transactionId: 4711, ...change }
  )
const other = actionOf({
  type: 'command',
  tuid,
  commands: [{ tsmId: 13200, tsmEv: 30, parameters: { threshold: 150 } }]
})

const answer = (reportInterval: unknown, change: Partial<ThingMessage> = {}, transactionId = 4711): ThingMessage => ({
  key: 'k',
  tsmId: 1500,
  tsmEv: 31,
  at: now,
  gatewayTuid: null,
  groupId: null,
  fields: { reportInterval, transactionId },
  ...change
})

test.each<[what: string, actions: Action[], messages: ThingMessage[], seconds: number | null]>([
  ['nothing is known', [other], [], null],
  ['what our command asks for, before it is sent', [asked(300)], [], 300],
  ['the latest of our commands', [asked(300), asked(600)], [], 600],
  ['what the thing applied instead', [asked(5, { state: 'done' })], [answer(60)], 60],
  ['an answer to somebody else’s command', [], [answer(900, {}, 1), answer(60, {}, 2)], 900],
  ['ours is newer than another answer', [asked(300)], [answer(900, {}, 1)], 300],
  ['one that was refused says nothing', [asked(300, { state: 'needs_you' })], [], null],
  ['one that was discarded says nothing', [asked(300, { state: 'discarded' })], [], null],
  ['a request is no answer', [], [answer(900, { tsmEv: 30 })], null],
  ['another command is no answer', [], [answer(900, { tsmId: 13200 })], null],
  ['an answer that cannot be read', [], [answer('often')], null]
])('%s', (_what, actions, messages, seconds) => {
  expect(knownReportInterval(actions, messages)).toBe(seconds)
})
