import { installationRecordSchema, listOf, readingOf } from '@shared/domain/thing'
import { ProblemError, type Problem } from '@shared/domain/problem'
import { describe, expect, test } from 'vitest'

const reading = readingOf(listOf(installationRecordSchema))
const record = { status: 'something else', at: 1_559_564_455_000, responsible: null }

describe('a reading of one part of a thing', () => {
  test.each([
    ['live', { value: { items: [record], unreadable: 1 }, asOf: 5, live: true, problem: null }],
    ['an empty history', { value: { items: [], unreadable: 0 }, asOf: 5, live: true, problem: null }],
    ['remembered', { value: { items: [record], unreadable: 0 }, asOf: 5, live: false, problem: { kind: 'offline' } }],
    ['never seen', { value: null, asOf: null, live: false, problem: { kind: 'server_error', status: 502 } }]
  ])('%s', (_what, value) => {
    expect(reading.parse(value)).toEqual(value)
  })

  test.each([
    ['a problem nobody knows', { value: null, asOf: null, live: false, problem: { kind: 'oops' } }],
    ['a list without its count', { value: { items: [] }, asOf: 5, live: true, problem: null }],
    ['an attribute nobody knows', { value: null, asOf: null, live: false, problem: null, secret: 'x' }]
  ])('%s is refused', (_what, value) => {
    expect(reading.safeParse(value).success).toBe(false)
  })
})

test.each<[problem: Problem, message: string]>([
  [{ kind: 'refused', words: 'No', detail: 'POST /groups' }, 'POST /groups'],
  [{ kind: 'refused', words: 'No' }, 'No'],
  [{ kind: 'offline' }, 'offline']
])('a thrown problem %j says %s', (problem, message) => {
  const error = new ProblemError(problem, { cause: 'why' })
  expect(error).toMatchObject({ name: 'ProblemError', message, problem, cause: 'why' })
})
