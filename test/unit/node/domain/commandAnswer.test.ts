import { describe, expect, test } from 'vitest'
import {
  allAnswers,
  answerQuestion,
  answerTo,
  askedCommands,
  keptAnswerTo,
  wouldShow,
  type SentCommand
} from '@shared/domain/commandAnswer'
import type { Action } from '@shared/domain/action'
import type { ThingMessage } from '@shared/domain/thing'

const now = Date.UTC(2026, 10, 23, 10)
const minutes = 60_000
const day = 86_400_000

const sent = (change: Partial<SentCommand> = {}): SentCommand => ({
  tsmId: 1500,
  parameters: { reportInterval: 5, extra: 1 },
  transactionId: 4711,
  acceptedAt: now,
  ...change
})

function message(change: Partial<ThingMessage> = {}): ThingMessage {
  return {
    key: 'TSPD04ESY93100802:1500:1',
    tsmId: 1500,
    tsmEv: 31,
    at: now + minutes,
    gatewayTuid: null,
    groupId: null,
    fields: { reportInterval: 60, transactionId: 4711 },
    ...change
  }
}

test('a number that the device or the server writes as a text is no difference, another one is', () => {
  const answer = (reportInterval: string) => message({ fields: { reportInterval, transactionId: '4711' } })
  expect(answerTo(sent(), [answer('5')], null, now)).toMatchObject({ state: 'answered', differences: [] })
  expect(answerTo(sent(), [answer('60')], null, now)).toMatchObject({ differences: [{ applied: { value: '60' } }] })
})

describe('a command', () => {
  const unsent = sent({ acceptedAt: null })
  test.each<[string, SentCommand, at: number, lookedAt: number | null, string]>([
    ['has no answer before the server took it', unsent, now, null, 'not_sent'],
    ['waits for its answer once it is sent', sent(), now + minutes, null, 'waiting'],
    ['is said to be without an answer after five minutes', sent(), now + 5 * minutes, now + 4 * minutes, 'silent'],
    ['is not said to be so where nobody looked', sent(), now + 5 * minutes, null, 'not_known'],
    ['is not said to be so by a look from before it', sent(), now + 5 * minutes, now - 1, 'not_known'],
    ['may be answered late, as far as anybody looked', sent(), now + 3 * day, now + day - 1, 'silent'],
    ['is not answered any more when a look after a day found nothing', sent(), now + 3 * day, now + day, 'unanswered']
  ])('%s', (_, command, at, lookedAt, state) => {
    expect(answerTo(command, [], lookedAt, at).state).toBe(state)
  })

  test.each([31, 36])('is answered by the same message with event %i and its transaction number', (tsmEv) => {
    expect(answerTo(sent(), [message({ tsmEv })], null, now).state).toBe('answered')
  })

  test('is answered even when our own confirmation is still missing', () => {
    expect(answerTo(unsent, [message()], null, now).state).toBe('answered')
  })

  test('shows what the device applied instead, and leaves out the number that only identifies it', () => {
    expect(answerTo(sent(), [message()], null, now)).toMatchObject({
      at: now + minutes,
      fields: [{ name: 'reportInterval', value: 60 }],
      differences: [{ asked: { name: 'reportInterval', value: 5 }, applied: { name: 'reportInterval', value: 60 } }]
    })
  })

  test('names coded values, and takes what the catalogue does not know as it is', () => {
    const asked = sent({ tsmId: 13_200, parameters: { mode: 2, extra: 1 } })
    const answer = message({ tsmId: 13_200, fields: { mode: 1, extra: 2, transactionId: 4711 } })
    expect(answerTo(asked, [answer], null, now)).toMatchObject({
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
    expect(answerTo(sent(), [message(change)], null, now).state).toBe('waiting')
  })

  test('is answered as it is kept here, by its number', () => {
    const kept = [
      { transactionId: 1, lookedAt: now + 9 * minutes, answer: null },
      { transactionId: 4711, lookedAt: now + minutes, answer: message() }
    ]
    expect(keptAnswerTo(sent(), kept, now).state).toBe('answered')
    expect(keptAnswerTo(sent({ transactionId: 1 }), kept, now + 9 * minutes).state).toBe('silent')
    expect(keptAnswerTo(sent({ transactionId: 2 }), kept, now + 9 * minutes).state).toBe('not_known')
  })
})

describe('several commands of one action', () => {
  const commands = [
    { tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 60 } },
    { tsmId: 13_200, tsmEv: 30, parameters: { threshold: 150 } }
  ] as const
  const action: Pick<Action, 'intent' | 'transactionId'> = {
    intent: { type: 'command', tuid: 'TSPR04EZU31901021', commands: [...commands] },
    transactionId: 4711
  }
  const other = message({ tsmId: 13_200, fields: { threshold: 150, transactionId: 4712 } })

  test.each<[string, ThingMessage[], string[]]>([
    ['are answered one by one', [other], ['not_sent', 'answered']],
    ['are all answered in the end', [other, message()], ['answered', 'answered']],
    ['do not answer for each other', [message({ fields: { transactionId: 4712 } })], ['not_sent', 'not_sent']]
  ])('%s', (_, messages, states) => {
    const asked = askedCommands(action)
    const told = asked.map((each) => answerTo({ ...each, acceptedAt: null }, messages, null, now))
    expect(told.map(({ state }) => state)).toEqual(states)
  })
})

test('what is no command has no answer', () => {
  expect(
    askedCommands({ intent: { type: 'status', tuid: 'TSPR04EZU31901021', status: 'new' }, transactionId: null })
  ).toEqual([])
})

describe('the question for answers', () => {
  const first = { tsmId: 1500, capturedAt: now }
  const other = { tsmId: 13_200, capturedAt: now - 3 * minutes }

  test('is for the events of an answer to these commands, from before the first was captured', () => {
    expect(answerQuestion([first])).toEqual({ messageIds: [1500], eventIds: [31, 36], from: now - day, limit: 200 })
    expect(answerQuestion([other, first, first])).toMatchObject({
      messageIds: [1500, 13_200],
      from: now - 3 * minutes - day
    })
  })

  test('is not asked without a command', () => {
    expect(answerQuestion([])).toBeNull()
  })

  test.each<[string, Parameters<typeof wouldShow>[0], boolean]>([
    ['itself', answerQuestion([first]) ?? {}, true],
    ['one for several', answerQuestion([first, other]) ?? {}, true],
    ['one for all answers', allAnswers, true],
    ['one for another command', answerQuestion([other]) ?? {}, false],
    ['one for the newest messages', {}, false],
    ['one for requests', { ...allAnswers, eventIds: [30, 31] }, false],
    ['one for what came later', { ...allAnswers, from: now }, false],
    ['one for what came before', { ...allAnswers, to: now }, false]
  ])('is answered as well by %s', (_, asked, shows) => {
    expect(wouldShow(asked, first)).toBe(shows)
  })
})
