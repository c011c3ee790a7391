import { describe, expect, it } from 'vitest'
import type { Action, Intent } from '@shared/domain/action'
import type { FaultRule } from '../../../simulator/faults'
import type { SimulatorOptions } from '../../../simulator/simulator'
import { Laptop } from '../laptop/laptop'
import { assign, configure, createGroup, deleteGroup, renameGroup, setStatus, store } from './intents'

type Fault = Omit<FaultRule, 'match'>

const kinds: [what: string, intent: (laptop: Laptop) => Intent, write: FaultRule['match'], look: string][] = [
  [
    'a status',
    (laptop) => setStatus(laptop.role('presence'), 'retired'),
    { method: 'POST', path: '/installations' },
    '/installations'
  ],
  ['an assignment', (laptop) => assign(laptop.role('presence'), store), { method: 'POST', path: /\/group$/ }, '/group'],
  ['a command', (laptop) => configure(laptop.role('presence'), 60), { method: 'POST', path: '/commands' }, '/commands'],
  ['a new group', () => createGroup('prfi00uusi'), { method: 'POST', path: /^\/groups$/ }, '/groups'],
  ['a new name', () => renameGroup(store, 'prfi00arkisto'), { method: 'POST', path: '/rename' }, '/groups'],
  ['the end of a group', () => deleteGroup(store), { method: 'DELETE' }, '/groups']
]

async function one(
  intent: (laptop: Laptop) => Intent,
  faults: readonly FaultRule[],
  options: SimulatorOptions = {}
): Promise<{ laptop: Laptop; action: Action }> {
  const laptop = await Laptop.signedIn(options)
  laptop.cloud.faults.add(...faults)
  const [action] = laptop.capture(intent(laptop))
  await laptop.settle()
  if (!action) throw new Error('one was captured')
  return { laptop, action }
}

const troubles: Fault[] = [
  { fault: 'drop-before' },
  { fault: 'html-502' },
  { fault: 'status', status: 500 },
  { fault: 'status', status: 503, retryAfter: 'Tue, 12 May 2026 10:01:00 GMT' },
  { fault: 'status', status: 429, retryAfter: 'Tue, 12 May 2026 10:01:00 GMT' },
  { fault: 'status', status: 429, retryAfter: 'Tue, 12 May 2020 10:01:00 GMT' },
  { fault: 'status', status: 302, headers: { location: 'https://portal.invalid/' } },
  { fault: 'status', status: 401 },
  { fault: 'truncated-json' },
  { fault: 'garbage-json', body: '<html>Welcome</html>' },
  { fault: 'cut-body' },
  { fault: 'empty-200' },
  { fault: 'wrong-shape' },
  { fault: 'ok-status', status: 204 }
]

describe('a look that meets trouble decides nothing, and comes again', () => {
  for (const [what, intent, write, look] of kinds) {
    // Who reads the same answer as the one before need not meet everything again.
    const isFirstOfItsKind = kinds.find((kind) => kind[3] === look)?.[0] === what
    it.each(isFirstOfItsKind ? troubles : troubles.slice(0, 4))(
      `after ${what} that had happened: $fault $status $retryAfter`,
      async (trouble) => {
        const { laptop, action } = await one(intent, [
          { match: write, fault: 'act-then-drop', times: 1 },
          // One after the other: a single 401 is only an old token.
          {
            match: { method: 'GET', path: look },
            ...trouble,
            skip: look === '/groups' || look === '/commands' ? 0 : 1,
            times: 1
          }
        ])
        expect(laptop.cloud.faults.struck).toHaveLength(2)
        expect(laptop.now(action)).toMatchObject({ state: 'done', receipt: { by: 'read_back' }, attemptCount: 1 })
        expect(laptop.effects()).toHaveLength(1)
      }
    )
  }
})

describe('a look before the first sending that meets trouble lets nothing be sent unlooked', () => {
  for (const [what, intent, , look] of kinds.slice(0, 2)) {
    it.each(troubles)(`for ${what}: $fault $status $retryAfter`, async (trouble) => {
      const { laptop, action } = await one(intent, [{ match: { method: 'GET', path: look }, ...trouble, times: 1 }])
      const paths = laptop.cloud.requests.filter(({ path }) => path.includes(look)).map(({ method }) => method)
      expect(paths).toEqual(['GET', 'GET', 'POST'])
      expect(laptop.now(action)).toMatchObject({ state: 'done', receipt: { by: 'answer' } })
      expect(laptop.effects()).toHaveLength(1)
    })
  }
})

describe('a clock that is far off', () => {
  const hour = 3_600_000
  const clocks = [-3 * hour, 48 * hour]
  const cases = clocks.flatMap((ahead) =>
    (['drop-before', 'act-then-drop'] as const).map((fault) => ({ ahead, fault }))
  )

  for (const [what, intent, write] of kinds) {
    it.each(cases)(`doubles and loses nothing of ${what}: $ahead ms ahead, $fault`, async ({ ahead, fault }) => {
      const laptop = await Laptop.signedIn()
      laptop.clock.laptopAhead = ahead
      laptop.cloud.faults.add({ match: write, fault, times: 1 })
      const [action] = laptop.capture(intent(laptop))
      await laptop.settle(120_000)
      expect(laptop.effects()).toHaveLength(1)
      if (!action) throw new Error('one was captured')
      expect(laptop.now(action).state).toBe('done')
    })

    it.each(clocks)(`that is put right in the middle does neither, of ${what}: %i ms ahead`, async (ahead) => {
      const laptop = await Laptop.signedIn()
      laptop.clock.laptopAhead = ahead
      laptop.cloud.faults.add({ match: write, fault: 'act-then-drop', times: 1 })
      laptop.capture(intent(laptop))
      await laptop.quiet()
      laptop.clock.laptopAhead = 0
      await laptop.settle(120_000)
      expect(laptop.effects()).toHaveLength(1)
    })
  }
})

describe('where the server does not show what became of a write', () => {
  const notShown: Fault[] = [403, 404, 405].map((status) => ({ fault: 'status', status }))
  const lost: [fault: Fault, happened: boolean][] = [
    [{ fault: 'drop-before' }, false],
    [{ fault: 'act-then-drop' }, true],
    [{ fault: 'status', status: 500 }, false],
    [{ fault: 'act-then-status', status: 503 }, true],
    [{ fault: 'truncated-json' }, true],
    [{ fault: 'html-502' }, false]
  ]
  const cases = lost.flatMap(([fault, happened], index) => {
    const shows = notShown[index % notShown.length]
    return shows === undefined ? [] : [{ fault, happened, shows }]
  })

  for (const [what, intent, write, look] of kinds) {
    it.each(cases)(
      `a person is asked about ${what}: $fault.fault, $shows.status`,
      async ({ fault, happened, shows }) => {
        const { laptop, action } = await one(intent, [
          { match: write, ...fault, times: 1 },
          { match: { method: 'GET', path: look }, ...shows }
        ])
        expect(laptop.now(action)).toMatchObject({
          state: 'needs_you',
          need: { reason: 'cannot_tell', choices: ['mark_done', 'send_again'], serverShows: null },
          attemptCount: 1
        })
        expect(laptop.effects()).toHaveLength(happened ? 1 : 0)
        laptop.app.outbox.settle(action.id, happened ? 'mark_done' : 'send_again')
        await laptop.settle()
        expect(laptop.now(action)).toMatchObject({ state: 'done', receipt: { by: happened ? 'person' : 'answer' } })
        expect(laptop.effects()).toHaveLength(1)
      }
    )
  }

  for (const [what, intent, write] of kinds.slice(3)) {
    it(`a person who is wrong about ${what} is asked once more, and does no harm`, async () => {
      const { laptop, action } = await one(intent, [{ match: write, fault: 'act-then-drop', times: 1 }], {
        groupList: false
      })
      laptop.app.outbox.settle(action.id, 'send_again')
      await laptop.settle()
      expect(laptop.now(action).need).toMatchObject({ reason: 'refused', choices: ['mark_done', 'keep_theirs'] })
      laptop.app.outbox.settle(action.id, 'mark_done')
      expect(laptop.now(action).state).toBe('done')
      expect(laptop.effects()).toHaveLength(1)
    })
  }
})
