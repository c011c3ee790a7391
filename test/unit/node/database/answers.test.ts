import { expect, it } from 'vitest'
import type { ThingMessage } from '@shared/domain/thing'
import { SqliteAnswers } from '../../../../src/main/adapters/database/sqliteAnswers'
import { newborn } from '../../../../src/main/outbox/stateMachine'
import type { NewEntry } from '../../../../src/main/outbox/journal'
import type { FoundAnswer } from '../../../../src/main/ports/answerStore'
import { startOfTest } from '../laptop/manualClock'
import { command, installed, openJournal, otherStackId, otherTuid, stackId, tuid } from './journalFixture'

const day = 86_400_000
const second = 1000

/** Commands that the server took, one a second, and other actions. */
function openAnswers(...entries: NewEntry[]) {
  const opened = openJournal()
  const { journal, db } = opened
  journal.capture(entries)
  journal.apply(
    entries.map((_, index) => ({
      seq: index + 1,
      life: { ...newborn, state: 'done' },
      receipt: { at: startOfTest + index * second, by: 'answer', responsible: null }
    }))
  )
  return { ...opened, answers: new SqliteAnswers(db) }
}

const message = (transactionId: number, fields: ThingMessage['fields'] = {}): ThingMessage => ({
  key: `${tuid}:1500:${transactionId}`,
  tsmId: 1500,
  tsmEv: 31,
  at: startOfTest + second,
  gatewayTuid: null,
  groupId: null,
  fields: { ...fields, transactionId }
})

const found = (seq: number, change: Partial<FoundAnswer> = {}): FoundAnswer => ({
  seq,
  transactionId: seq,
  lookedAt: startOfTest + second,
  answer: null,
  isNews: false,
  ...change
})

const all = [stackId, startOfTest - day, startOfTest + day, day] as const

it('commands that the server took are without an answer, of one stack and in a stretch of time', () => {
  const { answers, journal } = openAnswers(
    command(1),
    installed(),
    command(3, { stackId: otherStackId }),
    command(4),
    command(5)
  )
  journal.capture([command(6)])
  expect(answers.unanswered(...all)).toEqual([1, 4, 5])
  expect(answers.unanswered(stackId, startOfTest + 3 * second, startOfTest + 3 * second, day)).toEqual([4])
})

it('they stay so until there is an answer, or the last look came late', () => {
  const { answers } = openAnswers(command(1), command(2), command(3))
  answers.keep([found(1), found(2, { answer: message(2) }), found(3, { lookedAt: startOfTest + 2 * second + day })])
  expect(answers.unanswered(...all)).toEqual([1])
})

it('several commands of one action are without an answer as long as one of them is', () => {
  const { answers } = openAnswers(command(1))
  answers.keep([found(1, { answer: message(1) }), found(1, { transactionId: 9 })])
  expect(answers.unanswered(...all)).toEqual([1])
  answers.keep([found(1, { transactionId: 9, answer: message(9) })])
  expect(answers.unanswered(...all)).toEqual([])
})

it('they are found by the index alone', () => {
  const { answers, db } = openAnswers()
  const plans: string[] = []
  const watched = new Proxy(db, {
    get: (target, name) =>
      name === 'prepare'
        ? (sql: string) => {
            const plan = target.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('x', 0, 0, 0)
            plans.push(...plan.map(({ detail }) => String(detail)))
            return target.prepare(sql)
          }
        : (Reflect.get(target, name) as unknown)
  })
  new SqliteAnswers(watched).unanswered(...all)
  expect(answers.unanswered(...all)).toEqual([])
  expect(plans[0]).toMatch(
    /^SEARCH actions USING (COVERING )?INDEX commands_done \(stack_id=\? AND <expr>>\? AND <expr><\?\)/
  )
})

it('an answer stays what it was, and the last look the latest', () => {
  const { answers } = openAnswers(command(1))
  answers.keep([found(1, { lookedAt: 900 })])
  answers.keep([found(1, { lookedAt: 500 })])
  expect(answers.ofThing(stackId, tuid)).toEqual([{ transactionId: 1, lookedAt: 900, answer: null }])
  answers.keep([found(1, { lookedAt: 1000, answer: message(1, { reportInterval: 60 }) })])
  answers.keep([found(1, { lookedAt: 2000 })])
  answers.keep([found(1, { lookedAt: 3000, answer: message(1, { reportInterval: 90 }) })])
  expect(answers.ofThing(stackId, tuid)).toEqual([
    { transactionId: 1, lookedAt: 1000, answer: message(1, { reportInterval: 60 }) }
  ])
})

it('the answers of a thing are those to the commands of its stack, newest first', () => {
  const elsewhere = command(3, { stackId: otherStackId })
  const { answers } = openAnswers(command(1), command(2), elsewhere)
  answers.keep([found(1), found(2), found(3)])
  expect(answers.ofThing(stackId, tuid).map(({ transactionId }) => transactionId)).toEqual([2, 1])
  expect(answers.ofThing(stackId, otherTuid)).toEqual([])
})

it('an answer that cannot be read any more is none', () => {
  const { answers, db } = openAnswers(command(1))
  answers.keep([found(1, { answer: message(1), isNews: true })])
  db.exec(`UPDATE command_answers SET answer = '{"key": '`)
  expect(answers.ofThing(stackId, tuid)).toMatchObject([{ answer: null }])
  expect(answers.news(stackId)).toEqual([])
})

it('news are told, the latest first, until they were seen', () => {
  const { answers } = openAnswers(command(1), command(2), command(3))
  answers.keep([1, 2].map((seq) => found(seq, { answer: message(seq), isNews: true })))
  answers.keep([found(3, { answer: message(3) })])
  expect(answers.news(stackId)).toMatchObject([{ tuid, tsmId: 1500, transactionId: 2 }, { transactionId: 1 }])
  expect(answers.news(otherStackId)).toEqual([])
  expect(answers.seen(stackId, [otherTuid])).toBe(false)
  expect(answers.seen(stackId, [otherTuid, tuid])).toBe(true)
  expect(answers.news(stackId)).toEqual([])
  expect(answers.seen(stackId, [tuid])).toBe(false)
})

it('a stack is forgotten with its answers, and no other', () => {
  const { answers } = openAnswers(command(1), command(2, { stackId: otherStackId }))
  answers.keep([found(1), found(2)])
  answers.forgetStack(stackId)
  expect(answers.ofThing(stackId, tuid)).toEqual([])
  expect(answers.ofThing(otherStackId, tuid)).toHaveLength(1)
})
