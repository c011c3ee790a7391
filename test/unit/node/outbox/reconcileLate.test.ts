import { expect, it } from 'vitest'
import type { Base } from '@shared/domain/action'
import type { InstallationRecord } from '@shared/domain/thing'
import { reconcile } from '../../../../src/main/outbox/reconcile'

const captured = 1_800_000_000_000
const at = (minutes: number): number => captured + minutes * 60_000
const record = (status: string, minutes: number): InstallationRecord => ({ status, at: at(minutes), responsible: null })
const wasNew = record('new', -60)

/**
 * @param value what was read: a status, or that there was none
 * @param own what our earlier actions have made true since, all of them a moment ago
 * @param outdated what was so before each of them
 */
function verdictOf(value: string | null, own: string[], outdated: (string | null)[], history: InstallationRecord[]) {
  const read: Base = { value, since: value === null ? null : at(-60), asOf: at(-1), after: null }
  const base: Base = { value: own.at(-1) ?? null, since: null, asOf: null, after: null }
  const ground = { read, capturedAt: captured, own, perhaps: [] }
  const intent = { type: 'status', tuid: 'TSPR04EZU31901021', status: 'installed' } as const
  const question = { intent, base, ground, outdated, transactionId: null, arrived: [], firstSentAt: null }
  return reconcile(question, { type: 'status', history, complete: true, serverAhead: null })
}

const stillToBeSent = { type: 'absent', shows: null }

it.each<
  [what: string, value: string | null, own: string[], outdated: (string | null)[], history: InstallationRecord[]]
>([
  ['does not show yet', 'new', ['quarantine'], ['new'], [wasNew]],
  ['does not show yet, where there was none', null, ['quarantine'], [null], []],
  [
    'shows of two only the first, which set the same',
    'new',
    ['installed', 'retired'],
    ['installed', 'new'],
    [wasNew, record('installed', -3)]
  ]
])('a status is neither found nor in conflict where what was done before it %s', (_, value, own, outdated, history) => {
  expect(verdictOf(value, own, outdated, history)).toEqual(stillToBeSent)
})

it('but is where somebody has set back what was so before that', () => {
  const history = [wasNew, record('quarantine', -2), record('new', -1)]
  expect(verdictOf('new', ['quarantine'], ['new'], history)).toMatchObject({ type: 'conflict' })
})
