import { describe, expect, it } from 'vitest'
import { thingsInstalledToday } from '../../../../src/main/alerts/installedToday'
import type { DoneStatus } from '../../../../src/main/outbox/journal'

const noon = new Date(2026, 10, 23, 12).getTime()
const hour = 3_600_000
const a = 'TSPD04ESY93100802'
const b = 'TSPR04EZU31901021'
const done = (tuid: string, status: string, at = noon - hour): DoneStatus => ({ tuid, status, at })

/** As the journal answers: newest first, since an instant. */
const today = (...statuses: DoneStatus[]) => [
  ...thingsInstalledToday((since) => statuses.filter(({ at }) => at >= since), noon)
]

describe('installed today from this laptop', () => {
  it.each<[string, DoneStatus[], string[]]>([
    ['is nothing where nothing was done', [], []],
    ['is what was set installed', [done(a, 'installed'), done(b, 'installed')], [a, b]],
    ['is not what got another status', [done(a, 'quarantine')], []],
    ['is not what was taken down again', [done(a, 'uninstalled'), done(a, 'installed')], []],
    ['is what was put back', [done(a, 'installed'), done(a, 'uninstalled')], [a]],
    ['begins at midnight', [done(a, 'installed', noon - 12 * hour), done(b, 'installed', noon - 12 * hour - 1)], [a]]
  ])('%s', (_, statuses, tuids) => expect(today(...statuses)).toEqual(tuids))
})
