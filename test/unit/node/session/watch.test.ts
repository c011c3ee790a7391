import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../../src/main/api/outcome'
import type { StackApi } from '../../../../src/main/api/stackApi'
import { Connections } from '../../../../src/main/session/connections'
import { defaultWatchPolicy, StackWatch } from '../../../../src/main/session/watch'
import { ManualClock, startOfTest } from '../laptop/manualClock'

const nobodyThere: Outcome<never> = { type: 'not_sent', problem: { kind: 'offline' } }
const answered: Outcome<null> = { type: 'answered', value: null, askedAt: 0, at: 0, httpStatus: 200 }
const noAnswer: Outcome<never> = { type: 'unknown', httpStatus: null, retryAfterMs: null, problem: { kind: 'offline' } }

/** A watch over one stack, whose looks are noted in seconds from the start. */
class Watched {
  readonly clock = new ManualClock()
  readonly looks: number[] = []
  readonly connections = new Connections(this.clock.now, () => undefined)
  reachable = false
  waiting = false
  /** What asks in turn, in the order in which it came. */
  readonly turns: (() => boolean)[] = []
  signedIn = true
  /** How long a look takes that finds nobody. */
  vainLookTakes = 0
  readonly watch: StackWatch
  readonly #after
  readonly #api: Pick<StackApi, 'signIn' | 'isSignedIn'> = {
    signIn: () => this.#signIn(),
    isSignedIn: () => this.signedIn
  }

  constructor() {
    const { timing } = this.clock.run()
    this.#after = timing.after
    this.watch = new StackWatch({
      stackId: 'stack',
      connections: this.connections,
      api: () => this.#api as StackApi,
      idleTurns: { isWanted: () => this.turns.length > 0, give: () => this.turns.shift()?.() ?? false },
      probe: () => this.#probe(),
      hasWork: () => this.waiting,
      timing,
      policy: defaultWatchPolicy
    })
    // The latest that chance allows.
    this.clock.chance = () => 1
  }

  get isOnline(): boolean {
    return this.connections.of('stack').connection === 'online'
  }

  async pass(seconds: number): Promise<void> {
    const end = this.clock.now() + seconds * 1_000
    await turns()
    for (let next = this.clock.nextDue; next !== null && next <= end; next = this.clock.nextDue) {
      this.clock.advanceTo(next)
      await turns()
    }
    this.clock.advanceTo(end)
  }

  async #probe() {
    this.looks.push((this.clock.now() - startOfTest) / 1_000)
    if (this.reachable) return null
    if (this.vainLookTakes > 0) await new Promise<void>((resolve) => this.#after(this.vainLookTakes, resolve))
    return { kind: 'offline' } as const
  }

  #signIn(): Promise<Outcome<void>> {
    const now = this.clock.now()
    this.looks.push((now - startOfTest) / 1_000)
    const answered = { type: 'answered', value: undefined, askedAt: now, at: now, httpStatus: 200 } as const
    return Promise.resolve(this.reachable ? answered : nobodyThere)
  }
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve))
}

async function lost(): Promise<Watched> {
  const watched = new Watched()
  watched.watch.heard(nobodyThere)
  await turns()
  return watched
}

describe('without a connection', () => {
  it('looks at doubling distances, up to a minute, while nothing waits', async () => {
    const watched = await lost()
    await watched.pass(190)
    expect(watched.looks).toEqual([2, 6, 14, 30, 62, 122, 182])
  })

  it('looks every ten seconds at the latest while something waits', async () => {
    const watched = await lost()
    watched.waiting = true
    await watched.pass(60)
    expect(watched.looks).toEqual([2, 6, 14, 24, 34, 44, 54])
  })

  it('is not put off by calls that fail meanwhile, however many', async () => {
    const watched = await lost()
    watched.waiting = true
    for (let second = 0; second < 60; second++) {
      for (let read = 0; read < 6; read++) watched.watch.heard(nobodyThere)
      watched.watch.closed('offline')
      await watched.pass(1)
    }
    expect(watched.looks).toEqual([2, 6, 14, 24, 34, 44, 54])
  })

  it('looks sooner when something comes to wait, and no more often for many such', async () => {
    const watched = await lost()
    await watched.pass(65)
    expect(watched.looks.at(-1)).toBe(62)
    watched.waiting = true
    for (let capture = 0; capture < 100; capture++) watched.watch.workWaits()
    await watched.pass(20)
    expect(watched.looks.slice(-2)).toEqual([72, 82])
  })

  it('looks at once when something comes to wait long after the last look', async () => {
    const watched = await lost()
    await watched.pass(62 + 40)
    watched.watch.workWaits()
    await watched.pass(0)
    expect(watched.looks.at(-1)).toBe(102)
  })

  it('is found again within ten seconds, even by looks that hang before they fail', async () => {
    for (let back = 60; back < 71; back++) {
      const watched = await lost()
      watched.waiting = true
      watched.vainLookTakes = 5_000
      await watched.pass(back)
      watched.reachable = true
      await watched.pass(10)
      expect(watched.isOnline).toBe(true)
    }
  })

  it('begins again with short distances when somebody asks or the laptop wakes up', async () => {
    const watched = await lost()
    await watched.pass(65)
    await watched.watch.check()
    const [asked = 0] = watched.looks.slice(-1)
    await watched.pass(15)
    expect(watched.looks.slice(-3)).toEqual([asked, asked + 4, asked + 12])
  })

  it.each([-3_600_000, 3_600_000])('does not wait for a clock that was moved by %i ms', async (by) => {
    const watched = await lost()
    watched.waiting = true
    await watched.pass(30)
    watched.clock.laptopAhead = by
    watched.watch.heard(nobodyThere)
    const before = watched.looks.length
    await watched.pass(30)
    expect(watched.looks.length - before).toBeGreaterThanOrEqual(3)
    expect(watched.looks.length - before).toBeLessThanOrEqual(5)
  })
})

describe('with a connection', () => {
  it('looks a minute after anything was last heard', async () => {
    const watched = new Watched()
    watched.reachable = true
    await watched.watch.check()
    await watched.pass(30)
    watched.watch.heard(answered)
    await watched.pass(59)
    expect(watched.looks).toEqual([0])
    await watched.pass(1)
    expect(watched.looks).toEqual([0, 90])
  })

  it('looks at once when an answer breaks off, and begins to count anew when it is lost', async () => {
    const watched = new Watched()
    watched.reachable = true
    await watched.watch.check()
    await watched.pass(30)
    watched.reachable = false
    watched.watch.heard(noAnswer)
    await watched.pass(10)
    expect(watched.looks).toEqual([0, 30, 34])
    expect(watched.isOnline).toBe(false)
  })

  it('has forgotten how long it was lost the last time', async () => {
    const watched = await lost()
    await watched.pass(70)
    watched.reachable = true
    await watched.watch.check()
    watched.reachable = false
    watched.watch.heard(nobodyThere)
    await watched.pass(10)
    expect(watched.looks.slice(-3)).toEqual([70, 72, 76])
  })

  it('lets whoever waits for a turn ask in the place of a look, whatever comes of that', async () => {
    const watched = new Watched()
    watched.reachable = true
    await watched.watch.check()
    const asked: string[] = []
    watched.turns.push(
      () => {
        watched.watch.heard(answered)
        return asked.push('heard') > 0
      },
      () => asked.push('not heard yet') > 0,
      () => false
    )
    await watched.pass(60)
    expect([asked, watched.looks]).toEqual([['heard'], [0]])
    await watched.pass(60)
    expect([asked, watched.looks]).toEqual([['heard', 'not heard yet'], [0]])
    await watched.pass(60)
    expect(watched.looks).toEqual([0, 180])
  })

  it('signs in instead of a turn when there is no token for it', async () => {
    const watched = new Watched()
    watched.reachable = true
    await watched.watch.check()
    watched.signedIn = false
    watched.turns.push(() => true)
    await watched.pass(60)
    expect([watched.looks, watched.turns.length]).toEqual([[0, 60], 1])
    watched.signedIn = true
    await watched.pass(60)
    expect([watched.looks, watched.turns.length]).toEqual([[0, 60], 0])
  })

  it('gives no turn while it is lost', async () => {
    const watched = await lost()
    watched.turns.push(() => true)
    await watched.pass(190)
    expect(watched.turns).toHaveLength(1)
    expect(watched.looks).toEqual([2, 6, 14, 30, 62, 122, 182])
  })
})
