import { describe, expect, it } from 'vitest'
import { ownReasonIn, reasonCode } from '../../../../src/shared/domain/discardReason'

describe('the reason of a discarded action', () => {
  it.each([
    ['taken_back', 'taken_back'],
    ['kept_theirs', 'kept_theirs'],
    ['stack_given_up', 'stack_given_up'],
    // As earlier versions wrote them.
    ['taken back', 'taken_back'],
    ['peruttu', 'taken_back'],
    ['kept what the server shows', 'kept_theirs'],
    ['the stack was given up', 'stack_given_up']
  ])('%s is one of the app itself', (stored, own) => {
    expect(ownReasonIn(stored)).toBe(own)
    expect(reasonCode(stored)).toBe(own)
  })

  it.each(['', 'wrong thing', 'Taken back by Aino'])('%s is in the words of a person', (stored) => {
    expect(ownReasonIn(stored)).toBeNull()
    expect(reasonCode(stored)).toBe(stored)
  })
})
