import { describe, expect, it } from 'vitest'
import { actionStates, openActionStates, type ActionState, type Need } from '@shared/domain/action'
import { SqliteQueue } from '../../../../src/main/adapters/database/sqliteQueue'
import type { QueueFilter } from '../../../../src/main/outbox/queue'
import { newborn, type Life } from '../../../../src/main/outbox/stateMachine'
import { startOfTest } from '../laptop/manualClock'
import { command, entry, installed, openJournal, otherStackId, otherTuid, stackId, tuid } from './journalFixture'

const life = (state: ActionState, more: Partial<Life> = {}): Life => ({ ...newborn, state, ...more })
const everything: QueueFilter = { stackId, states: null, subject: null, search: '' }
const firstPage = { offset: 0, limit: 100 }

const grouped = (groupId: string, thing = tuid) => entry({ type: 'group', tuid: thing, groupId })

function openQueue() {
  const opened = openJournal()
  return { ...opened, queue: new SqliteQueue(opened.db) }
}

/** Two things and two groups as such, one action in each state, and one of another stack. */
function filled() {
  const opened = openQueue()
  opened.journal.capture([
    installed(),
    grouped('prfi00attic', otherTuid),
    command(1),
    installed(otherTuid),
    entry({ type: 'group_create', groupId: 'prfi00cellar', description: null }),
    entry({ type: 'group_rename', groupId: 'prfi00old', newGroupId: 'prfi00yard' }),
    installed(tuid, { stackId: otherStackId })
  ])
  const states: ActionState[] = ['done', 'needs_you', 'unknown', 'pending', 'sending', 'discarded']
  opened.journal.apply(states.map((state, index) => ({ seq: index + 1, life: life(state) })))
  return opened
}

describe('the actions of one capture', () => {
  it('are counted by state, those that a person called done apart from those of the server', () => {
    const { queue, journal } = openQueue()
    journal.capture([installed(), installed(otherTuid), command(1), installed()])
    const by = (who: 'answer' | 'person') => ({ at: startOfTest, by: who, responsible: null })
    journal.apply([
      { seq: 1, life: life('done'), receipt: by('answer') },
      { seq: 2, life: life('done'), receipt: by('person') }
    ])
    const none = { pending: 0, sending: 0, unknown: 0, needs_you: 0, done: 0, discarded: 0, decided: 0 }
    expect(queue.range(stackId, 1, 3)).toEqual({ ...none, pending: 1, done: 1, decided: 1 })
    expect(queue.range(otherStackId, 1, 4)).toEqual(none)
  })
})

describe('a page of actions', () => {
  it.each<[Partial<QueueFilter>, number[]]>([
    [{}, [6, 5, 4, 3, 2, 1]],
    [{ states: ['done', 'unknown'] }, [3, 1]],
    [{ states: ['pending', 'sending', 'unknown'] }, [5, 4, 3]],
    [{ states: ['discarded'] }, [6]],
    [{ states: [] }, []],
    [{ subject: { tuid } }, [3, 1]],
    [{ subject: { tuid: otherTuid }, states: ['pending'] }, [4]],
    [{ subject: { groupId: 'prfi00old' } }, [6]],
    [{ subject: { renamedTo: 'prfi00yard' } }, [6]],
    [{ subject: { renamedTo: 'prfi00old' } }, []],
    // Those that put a thing into it are about the thing.
    [{ subject: { groupId: 'prfi00attic' } }, []],
    [{ stackId: otherStackId }, [7]],
    [{ search: otherTuid }, [4, 2]],
    [{ search: ' tspd04 esy ' }, [4, 2]],
    [{ search: '31901021' }, [3, 1]],
    [{ search: 'ATTIC' }, [2]],
    [{ search: 'yard' }, [6]],
    [{ search: 'cellar', states: ['done'] }, []],
    [{ search: 'nowhere' }, []],
    // What means something to LIKE means itself.
    [{ search: '%' }, []],
    [{ search: '_' }, []]
  ])('of %j, newest first: %j', (filter, seqs) => {
    expect(filled().queue.page({ ...everything, ...filter }, firstPage)).toEqual(seqs)
  })

  it('finds a letter beyond ASCII in either case', () => {
    const { queue, journal } = openQueue()
    journal.capture([grouped('prfi00KYLMÄ'), grouped('prfi00kylmä'), grouped('prfi00kuuma')])
    expect(queue.page({ ...everything, search: 'kylmÄ' }, firstPage)).toEqual([2, 1])
  })

  it('begins and ends where it is told to', () => {
    const { queue } = filled()
    expect(queue.page(everything, { offset: 1, limit: 2 })).toEqual([5, 4])
    expect(queue.page({ ...everything, states: openActionStates }, { offset: 2, limit: 100 })).toEqual([3, 2])
    expect(queue.page(everything, { offset: 6, limit: 100 })).toEqual([])
  })
})

describe('the counts', () => {
  const none = { pending: 0, sending: 0, unknown: 0, needs_you: 0, done: 0, discarded: 0 }

  it.each<[Partial<QueueFilter>, object]>([
    [{}, { pending: 1, sending: 1, unknown: 1, needs_you: 1, done: 1, discarded: 1 }],
    // They are for choosing among the states, so they do not follow that choice.
    [{ states: ['done'] }, { pending: 1, sending: 1, unknown: 1, needs_you: 1, done: 1, discarded: 1 }],
    [{ subject: { tuid } }, { ...none, done: 1, unknown: 1 }],
    [{ search: 'tspd04' }, { ...none, needs_you: 1, pending: 1 }],
    [{ search: 'nowhere' }, none],
    [{ stackId: otherStackId }, { ...none, pending: 1 }]
  ])('of %j', (filter, counts) => {
    expect(filled().queue.counts({ ...everything, ...filter })).toEqual(counts)
  })
})

describe('by thing', () => {
  const rows = (filter: Partial<QueueFilter> = {}, page = firstPage) => {
    const { queue } = filled()
    const { rows: found, total } = queue.things({ ...everything, ...filter }, page)
    return { seqs: found.map(({ latestSeq }) => latestSeq), total, rows: found }
  }

  it('each thing, and each group as such, is one row: what needs a person first, then the latest', () => {
    expect(rows()).toMatchObject({ seqs: [4, 6, 5, 3], total: 4 })
    expect(rows().rows[0]?.counts).toEqual({
      pending: 1,
      sending: 0,
      unknown: 0,
      needs_you: 1,
      done: 0,
      discarded: 0
    })
  })

  it('counts those of its actions that are asked for', () => {
    const { seqs, rows: found } = rows({ states: ['done', 'pending'] })
    expect(seqs).toEqual([4, 1])
    expect(found[0]?.counts).toMatchObject({ pending: 1, needs_you: 0 })
  })

  it.each<[Partial<QueueFilter>, typeof firstPage, number[], number]>([
    [{}, { offset: 1, limit: 2 }, [6, 5], 4],
    [{}, { offset: 100, limit: 10 }, [], 4],
    [{ search: 'tspr04' }, firstPage, [3], 1],
    [{ search: 'nowhere' }, firstPage, [], 0],
    [{ states: [] }, firstPage, [], 0],
    [{ stackId: otherStackId }, firstPage, [7], 1]
  ])('of %j, %j', (filter, page, seqs, total) => {
    expect(rows(filter, page)).toMatchObject({ seqs, total })
  })

  it('keeps a group apart from a thing that it is named after', () => {
    const { queue, journal } = openQueue()
    journal.capture([installed(), entry({ type: 'group_create', groupId: tuid, description: null })])
    expect(queue.things(everything, firstPage).total).toBe(2)
  })

  it('tells when something last happened to any of them', () => {
    const { queue, journal } = openQueue()
    journal.capture([installed(), installed(tuid, { capturedAt: startOfTest + 1 })])
    const changedAt = (): number | undefined => queue.things(everything, firstPage).rows[0]?.changedAt
    expect(changedAt()).toBe(startOfTest + 1)
    journal.apply([{ seq: 1, life: life('sending'), startAttempt: { kind: 'send', startedAt: startOfTest + 2 } }])
    expect(changedAt()).toBe(startOfTest + 2)
    const endAttempt = { endedAt: startOfTest + 3, outcome: 'accepted', httpStatus: 200, words: null } as const
    journal.apply([{ seq: 1, life: life('sending'), endAttempt }])
    expect(changedAt()).toBe(startOfTest + 3)
    const receipt = { at: startOfTest + 4, by: 'person', responsible: null } as const
    journal.apply([{ seq: 1, life: life('done'), receipt }])
    expect(changedAt()).toBe(startOfTest + 4)
  })
})

describe('what is alike', () => {
  const need = (more: Partial<Need> = {}): Life =>
    life('needs_you', {
      need: {
        reason: 'conflict',
        serverShows: 'quarantine',
        serverShowsSince: null,
        serverShowsBy: null,
        choices: ['send_again'],
        ...more
      }
    })
  const third = 'TSGW05XYZ12345678'

  it('wants the same of other things and met the same trouble', () => {
    const { queue, journal } = openQueue()
    const [one] = journal.capture([
      installed(),
      installed(otherTuid),
      installed(third),
      entry({ type: 'status', tuid: third, status: 'retired' }),
      grouped('installed', third),
      installed(third),
      installed(third),
      installed(third, { stackId: otherStackId })
    ])
    const lives = [need(), need({ serverShowsSince: 5 }), need({ serverShows: 'new' }), need(), need()]
    const more = [need({ reason: 'cannot_tell' }), need({ choices: ['keep_theirs'] }), need()]
    journal.apply([...lives, ...more].map((each, index) => ({ seq: index + 1, life: each })))
    expect(queue.alike(one?.id ?? '')).toEqual({ stackId: stackId, seqs: [1, 2] })
  })

  it('was refused with the same status', () => {
    const { queue, journal } = openQueue()
    const [one] = journal.capture([installed(), installed(otherTuid), installed(third)])
    for (const [index, httpStatus] of [404, 400, 404].entries()) {
      const startAttempt = { kind: 'send', startedAt: startOfTest } as const
      const endAttempt = { endedAt: startOfTest, outcome: 'refused', httpStatus, words: `no ${index}` } as const
      journal.apply([
        { seq: index + 1, life: need({ reason: 'refused', serverShows: null }), startAttempt, endAttempt }
      ])
    }
    expect(queue.alike(one?.id ?? '').seqs).toEqual([1, 3])
  })

  it.each<[ActionState, number[]]>([
    ['pending', [1, 2]],
    ['unknown', [1, 2]],
    ['sending', []],
    ['done', []],
    ['discarded', []]
  ])('of an action that is %s: %j', (state, seqs) => {
    const { queue, journal } = openQueue()
    const [one] = journal.capture([installed(), installed(otherTuid)])
    journal.apply([1, 2].map((seq) => ({ seq, life: life(state) })))
    expect(queue.alike(one?.id ?? '').seqs).toEqual(seqs)
  })

  it('is only itself where no thing is concerned, and nothing where it is not known', () => {
    const { queue, journal } = openQueue()
    const create = entry({ type: 'group_create', groupId: 'a', description: null })
    journal.capture([create, { ...create, id: crypto.randomUUID() }])
    expect(queue.alike(create.id).seqs).toEqual([1])
    expect(queue.alike(crypto.randomUUID()).seqs).toEqual([])
  })
})

it('what is held back waits for a time, has failed, or was refused', () => {
  const { queue, journal } = openQueue()
  journal.capture(Array.from({ length: 7 }, (_, index) => installed(`TSPR04AAA0000000${index}`)))
  const need = { serverShows: null, serverShowsSince: null, serverShowsBy: null, choices: [] }
  journal.apply([
    { seq: 2, life: life('pending', { notBefore: 5 }) },
    { seq: 3, life: life('unknown'), failures: 1 },
    { seq: 4, life: life('needs_you', { need: { reason: 'refused', ...need } }) },
    { seq: 5, life: life('needs_you', { need: { reason: 'conflict', ...need } }) },
    { seq: 6, life: life('sending'), failures: 1 },
    { seq: 7, life: life('done'), failures: 1 }
  ])
  expect(queue.heldBack(stackId)).toEqual([2, 3, 4])
  expect(queue.heldBack(otherStackId)).toEqual([])
})

it('what is open about a thing leaves out what is being sent', () => {
  const { queue, journal } = openQueue()
  journal.capture([...actionStates.map(() => installed()), installed(otherTuid)])
  journal.apply(actionStates.map((state, index) => ({ seq: index + 1, life: life(state) })))
  const states = queue.openOfThing(stackId, tuid).map((seq) => journal.bySeq(seq)?.life.state)
  expect(states).toEqual(['pending', 'unknown', 'needs_you'])
})

it('goes through all of a stack piece by piece, oldest first', () => {
  const { queue } = filled()
  expect(queue.after(stackId, 0, 4)).toEqual([1, 2, 3, 4])
  expect(queue.after(stackId, 4, 4)).toEqual([5, 6])
})

it('a row whose JSON is damaged spoils no answer', () => {
  const { queue, db } = filled()
  db.exec(`UPDATE actions SET intent = '{"torn', life = 'x', last_attempt = '[', receipt = '' WHERE seq IN (4, 5)`)
  expect(queue.page({ ...everything, search: 'attic' }, firstPage)).toEqual([2])
  expect(queue.things(everything, firstPage).total).toBe(4)
  expect(queue.heldBack(stackId)).toEqual([])
  expect(queue.alike(String(db.prepare('SELECT id FROM actions WHERE seq = 4').get()?.['id'])).seqs).toEqual([])
})

it('tells the things it knows with what is open of each, the latest first', () => {
  const { queue, journal } = openQueue()
  journal.capture([
    installed(),
    command(42, { capturedAt: startOfTest + 1 }),
    command(43, { capturedAt: startOfTest + 2 }),
    installed(otherTuid),
    entry({ type: 'group_delete', groupId: 'prfi00attic' }),
    installed(tuid, { stackId: otherStackId })
  ])
  journal.apply([
    { seq: 1, life: life('done') },
    { seq: 3, life: life('needs_you') },
    { seq: 4, life: life('discarded') }
  ])
  const latestFirst = [
    { tuid: otherTuid, capturedAt: startOfTest, open: 0, needsYou: 0 },
    { tuid, capturedAt: startOfTest + 2, open: 2, needsYou: 1 }
  ]
  expect(queue.capturedThings(stackId, 10)).toEqual(latestFirst)
  expect(queue.capturedThings(stackId, 1)).toEqual(latestFirst.slice(0, 1))
})

/** A list that has to look at the rows themselves takes ten times as long, with nothing else to show for it. */
describe('among 200,000 rows only the index is looked at', () => {
  it.each<[string, Partial<QueueFilter>, (queue: SqliteQueue, filter: QueueFilter) => unknown]>([
    ['for the counts', {}, (queue, filter) => queue.counts(filter)],
    ['for the counts of a search', { search: 'x' }, (queue, filter) => queue.counts(filter)],
    ['for a page', {}, (queue, filter) => queue.page(filter, firstPage)],
    ['for a page of a search', { search: 'x' }, (queue, filter) => queue.page(filter, firstPage)],
    ['for things', { search: 'x' }, (queue, filter) => queue.things(filter, firstPage)]
  ])('%s', (_name, filter, ask) => {
    const { db } = openQueue()
    const plans: string[] = []
    const watched = new Proxy(db, {
      get: (target, name) =>
        name === 'prepare'
          ? (sql: string) => {
              const places = sql.split('?').length - 1
              const plan = target.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array.from({ length: places }, () => 'x'))
              plans.push(...plan.map(({ detail }) => String(detail)))
              return target.prepare(sql)
            }
          : (Reflect.get(target, name) as unknown)
    })
    ask(new SqliteQueue(watched), { ...everything, ...filter })
    const reads = plans.filter((detail) => /actions/.test(detail))
    expect(reads.length).toBeGreaterThan(0)
    expect(reads.filter((detail) => !detail.includes('USING COVERING INDEX queue'))).toEqual([])
  })
})

describe('things whose group waits to be set', () => {
  it('go by the last of their open assignments', () => {
    const { queue, journal, db } = openQueue()
    const elsewhere = entry({ type: 'group', tuid, groupId: 'prfi00yard' }, { stackId: otherStackId })
    journal.capture([
      grouped('prfi00attic'),
      grouped('prfi00cellar'),
      installed(),
      grouped('prfi00attic', otherTuid),
      elsewhere,
      grouped('prfi00cellar', otherTuid)
    ])
    journal.apply([{ seq: 6, life: life('done') }])
    expect(queue.openAssignments(stackId)).toEqual([
      { tuid: otherTuid, groupId: 'prfi00attic' },
      { tuid, groupId: 'prfi00cellar' }
    ])
    db.exec("UPDATE actions SET intent = 'no JSON' WHERE seq = 4")
    expect(queue.openAssignments(stackId)).toEqual([{ tuid, groupId: 'prfi00cellar' }])
  })
})
