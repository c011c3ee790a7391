import { expect, it } from 'vitest'
import { IdleTurns, type Asker } from '../../../../src/main/things/idleTurns'
import { PlayedPresence } from '../laptop/playedPresence'

/** A laptop that nobody is at, and what was asked there, in order. */
function quietLaptop() {
  const presence = new PlayedPresence()
  presence.leave()
  const offline = new Set<string>()
  const turns = new IdleTurns(presence, (stackId) => !offline.has(stackId))
  const asked: string[] = []
  const back: string[] = []
  const wait = (name: string, asker: Asker = 'arrivals', { stack = 'site', asks = true } = {}): void =>
    turns.wait(stack, asker, {
      turn: () => {
        if (asks) asked.push(name)
        return asks
      },
      back: () => back.push(name)
    })
  return { presence, offline, turns, asked, back, wait }
}

it('whoever asks by itself waits only while nobody is there', () => {
  const { presence, turns } = quietLaptop()
  expect(turns.mustWait()).toBe(true)
  presence.comeBack()
  expect(turns.mustWait()).toBe(false)
})

it('askers take turns, and each keeps its own order', () => {
  const { turns, asked, wait } = quietLaptop()
  for (const name of ['a1', 'a2', 'a3']) wait(name, 'arrivals')
  for (const name of ['b1', 'b2']) wait(name, 'alerts')
  wait('c1', 'answers')
  const given = Array.from({ length: 7 }, () => turns.give('site'))
  expect(asked).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
  expect(given).toEqual([true, true, true, true, true, true, false])
})

it('an asker that comes back at once lets the others go first', () => {
  const { turns, asked, wait } = quietLaptop()
  wait('a1', 'arrivals')
  wait('b1', 'alerts')
  turns.give('site')
  wait('a2', 'arrivals')
  turns.give('site')
  turns.give('site')
  expect(asked).toEqual(['a1', 'b1', 'a2'])
})

it('a turn that somebody has no use for goes to the next', () => {
  const { turns, asked, wait } = quietLaptop()
  wait('no', 'arrivals', { asks: false })
  wait('no either', 'alerts', { asks: false })
  wait('yes', 'alerts')
  expect([turns.give('site'), asked]).toEqual([true, ['yes']])
  wait('no', 'arrivals', { asks: false })
  expect([turns.give('site'), turns.isWanted('site')]).toEqual([false, false])
})

it('each stack has turns of its own', () => {
  const { turns, asked, wait } = quietLaptop()
  wait('here')
  wait('there', 'arrivals', { stack: 'other' })
  expect([turns.isWanted('other'), turns.isWanted('none')]).toEqual([true, false])
  turns.give('other')
  expect([asked, turns.isWanted('other'), turns.isWanted('site')]).toEqual([['there'], false, true])
})

it.each([
  ['a sign tells of it', ({ presence }: ReturnType<typeof quietLaptop>) => presence.comeBack()],
  [
    'a turn is due',
    ({ presence, turns }: ReturnType<typeof quietLaptop>) => {
      presence.comeBack(false)
      expect(turns.isWanted('site')).toBe(false)
    }
  ],
  [
    'somebody else wants to ask',
    ({ presence, turns }: ReturnType<typeof quietLaptop>) => {
      presence.comeBack(false)
      turns.mustWait()
    }
  ]
])('nothing waits any more when somebody is back and %s', async (_, comeBack) => {
  const quiet = quietLaptop()
  const { presence, turns, asked, back, wait } = quiet
  wait('first')
  wait('second', 'answers', { stack: 'other' })
  const turn = turns.turn('site', 'alerts')
  comeBack(quiet)
  await turn
  expect([asked, back.toSorted()]).toEqual([[], ['first', 'second']])
  expect(presence.isWatched).toBe(false)
})

it('a sign that meant nobody lets everything wait on', () => {
  const { presence, turns, back, wait } = quietLaptop()
  wait('first')
  presence.sign()
  expect([back, turns.isWanted('site')]).toEqual([[], true])
})

it('one request has its turn, or is given up without taking one', async () => {
  const { turns, asked, wait } = quietLaptop()
  const stop = new AbortController()
  const givenUp = turns.turn('site', 'alerts', stop.signal)
  const kept = turns.turn('site', 'alerts', new AbortController().signal)
  wait('later', 'alerts')
  stop.abort()
  await givenUp
  turns.give('site')
  await kept
  expect(asked).toEqual([])
  turns.give('site')
  expect(asked).toEqual(['later'])
})

it('where the stack cannot be reached, nobody waits for a turn', async () => {
  const { offline, turns } = quietLaptop()
  offline.add('site')
  await turns.turn('site', 'page')
  expect(turns.isWanted('site')).toBe(false)
})

it('whoever waits for a stack that is gone waits no more, and others wait on', async () => {
  const { turns, asked, back, wait } = quietLaptop()
  wait('here')
  wait('here too', 'answers')
  wait('there', 'arrivals', { stack: 'other' })
  const turn = turns.turn('site', 'page')
  turns.release('site')
  await turn
  expect([asked, back]).toEqual([[], ['here', 'here too']])
  expect([turns.isWanted('site'), turns.isWanted('other')]).toEqual([false, true])
})
