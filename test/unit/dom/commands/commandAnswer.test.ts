import { describe, expect, test } from 'vitest'
import type { Action } from '@shared/domain/action'
import type { ThingMessage } from '@shared/domain/thing'
import { answerQuestion, commandAnswers } from '@/commands/commandAnswer'
import { actionOf, now, tuid } from '../install/fixtures'

const minutes = 60_000
const command = (change: Partial<Action> = {}): Action =>
  actionOf(
    { type: 'command', tuid, commands: [{ tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 5, extra: 1 } }] },
    { transactionId: 4711, ...change }
  )
const confirmed = command({ state: 'done', receipt: { at: now, by: 'answer', responsible: 'me' } })

function message(change: Partial<ThingMessage> = {}): ThingMessage {
  return {
    key: `${tuid}:1500:1`,
    tsmId: 1500,
    tsmEv: 31,
    at: now + minutes,
    gatewayTuid: null,
    groupId: null,
    fields: { reportInterval: 60, transactionId: 4711 },
    ...change
  }
}

describe('a command', () => {
  test.each<[string, Action, number, string]>([
    ['has no answer before the server took it', command(), now, 'not_sent'],
    ['waits for its answer once it is sent', confirmed, now + minutes, 'waiting'],
    ['is said to be without an answer after five minutes', confirmed, now + 5 * minutes, 'silent']
  ])('%s', (_, action, at, state) => {
    expect(commandAnswers(action, [], at)[0]?.state).toBe(state)
  })

  test.each([31, 36])('is answered by the same message with event %i and its transaction number', (tsmEv) => {
    expect(commandAnswers(confirmed, [message({ tsmEv })], now)[0]?.state).toBe('answered')
  })

  test('is answered even when our own confirmation is still missing', () => {
    expect(commandAnswers(command({ state: 'unknown' }), [message()], now)[0]?.state).toBe('answered')
  })

  test('shows what the device applied instead, and leaves out the number that only identifies it', () => {
    expect(commandAnswers(confirmed, [message()], now)[0]).toMatchObject({
      at: now + minutes,
      fields: [{ name: 'reportInterval', value: 60 }],
      differences: [{ asked: { name: 'reportInterval', value: 5 }, applied: { name: 'reportInterval', value: 60 } }]
    })
  })

  test('names coded values, and takes what the catalogue does not know as it is', () => {
    const asked = actionOf(
      { type: 'command', tuid, commands: [{ tsmId: 13200, tsmEv: 30, parameters: { mode: 2, extra: 1 } }] },
      { transactionId: 4711 }
    )
    const answer = message({ tsmId: 13200, fields: { mode: 1, extra: 2, transactionId: 4711 } })
    expect(commandAnswers(asked, [answer], now)[0]).toMatchObject({
      differences: [
        { asked: { valueName: 'event' }, applied: { name: 'mode', known: true, valueName: 'occupancy' } },
        { asked: { value: 1 }, applied: { name: 'extra', known: false, value: 2 } }
      ]
    })
  })

  test.each<[string, Partial<ThingMessage>]>([
    ['another transaction number', { fields: { transactionId: 4712 } }],
    ['no transaction number', { fields: {} }],
    ['another message id', { tsmId: 12200 }],
    ['the event of the request itself', { tsmEv: 30 }],
    ['no event', { tsmEv: null }]
  ])('is not answered by a message with %s', (_, change) => {
    expect(commandAnswers(confirmed, [message(change)], now)[0]?.state).toBe('waiting')
  })
})

describe('several commands of one action', () => {
  const both = actionOf(
    {
      type: 'command',
      tuid,
      commands: [
        { tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 60 } },
        { tsmId: 13200, tsmEv: 30, parameters: { threshold: 150 } }
      ]
    },
    { transactionId: 4711, state: 'done', receipt: { at: now, by: 'answer', responsible: null } }
  )
  const other = message({ tsmId: 13200, fields: { threshold: 150, transactionId: 4712 } })

  test.each<[string, ThingMessage[], string[]]>([
    ['are answered one by one', [other], ['waiting', 'answered']],
    ['are all answered in the end', [other, message()], ['answered', 'answered']],
    ['do not answer for each other', [message({ fields: { transactionId: 4712 } })], ['waiting', 'waiting']]
  ])('%s', (_, messages, states) => {
    expect(commandAnswers(both, messages, now).map(({ state }) => state)).toEqual(states)
  })

  test('are asked after in one question', () => {
    expect(answerQuestion([both])).toMatchObject({ messageIds: [1500, 13200] })
  })
})

test('what is no command has no answer', () => {
  expect(commandAnswers(actionOf({ type: 'status', tuid, status: 'new' }), [], now)).toEqual([])
})

describe('the question for answers', () => {
  const day = 86_400_000
  const other = actionOf(
    { type: 'command', tuid, commands: [{ tsmId: 13200, tsmEv: 30, parameters: {} }] },
    { capturedAt: now - 3 * minutes }
  )

  test('is for the events of an answer to these commands, from before the first was captured', () => {
    expect(answerQuestion([confirmed])).toEqual({ messageIds: [1500], eventIds: [31, 36], from: now - day, limit: 200 })
    expect(answerQuestion([confirmed, other, command()])).toMatchObject({
      messageIds: [1500, 13200],
      from: now - 3 * minutes - day
    })
  })

  test('is not asked without a command', () => {
    expect(answerQuestion([actionOf({ type: 'status', tuid, status: 'new' })])).toBeNull()
    expect(answerQuestion([])).toBeNull()
  })
})
