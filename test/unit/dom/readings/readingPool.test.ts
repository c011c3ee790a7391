import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import type { GroupOfThing, Reading } from '@shared/domain/thing'
import { freshMs } from '@/readings/pooledReading'
import { useReadingPool } from '@/readings/readingPool'
import { useReading } from '@/readings/useReading'
import { useSessionStore } from '@/stores/session'
import { fail, ok, sessionOf, standIn, type InstallerStandIn } from '../frame/installerStandIn'
import { failed, live, otherTuid, remembered, stackId, tuid } from '../install/fixtures'

type GroupReading = Reading<GroupOfThing>

let installer: InstallerStandIn
let scope: EffectScope
/** What main will answer to the questions asked so far, in their order. */
let answers: ((reading: GroupReading) => void)[]

const group = (thing = tuid) => ({ channel: 'things:group', input: { stackId, tuid: thing } }) as const
const asked = (): number => installer.inputsOf('things:group').length
const tickets = (): string[] => installer.inputsOf('things:group').map((input) => (input as { ticket: string }).ticket)
const given = () => installer.inputsOf('things:cancel')
const said = (groupId: string): GroupReading => live({ groupId }, Date.now())

const changed = (thing: string | null = tuid, stack = stackId): void =>
  installer.emit('things:changed', [{ stackId: stack, tuid: thing }])

async function answer(index: number, reading: GroupReading): Promise<void> {
  answers[index]?.(reading)
  await flushPromises()
}

beforeEach(async () => {
  answers = []
  installer = standIn({
    'session:get': () => ok(sessionOf()),
    'things:group': () => new Promise((resolve) => answers.push((reading) => resolve(ok(reading))))
  })
  setActivePinia(createPinia())
  await useSessionStore().start()
  scope = effectScope()
})

afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

describe('a question', () => {
  test('that several ask at once is asked once, and answers all of them', async () => {
    const pool = useReadingPool()
    const [one, two] = [pool.hold(group()), pool.hold(group())]
    void one.read()
    void two.freshen()
    expect(asked()).toBe(1)
    expect([one, two].map(({ part }) => part.value.busy)).toEqual([true, true])
    await answer(0, said('prfi00hq'))
    expect([one, two].map(({ part }) => part.value.reading?.value?.groupId)).toEqual(['prfi00hq', 'prfi00hq'])
    expect(one.part.value.busy).toBe(false)
  })

  test('answered a moment ago is not asked again, unless somebody insists', async () => {
    vi.useFakeTimers()
    const held = useReadingPool().hold(group())
    void held.freshen()
    await answer(0, said('prfi00hq'))
    vi.advanceTimersByTime(freshMs - 1)
    void held.freshen()
    expect(asked()).toBe(1)
    vi.advanceTimersByTime(1)
    void held.freshen()
    expect(asked()).toBe(2)
    void held.read()
    expect(asked()).toBe(2)
    await answer(1, said('prfi00hq'))
    void held.read()
    expect(asked()).toBe(3)
  })

  test.each<[string, () => GroupReading]>([
    ['that is only remembered', () => remembered({ groupId: 'prfi00hq' }, Date.now())],
    ['by a clock ahead of ours', () => live({ groupId: 'prfi00hq' }, Date.now() + 60_000)],
    ['that failed', () => failed('timeout')]
  ])('with an answer %s is asked again', async (_what, reading) => {
    const held = useReadingPool().hold(group())
    void held.freshen()
    await answer(0, reading())
    void held.freshen()
    expect(asked()).toBe(2)
  })

  test('whose channel fails keeps what was known, with the problem beside it', async () => {
    const held = useReadingPool().hold(group())
    void held.read()
    await answer(0, said('prfi00hq'))
    installer.answers['things:group'] = () => fail('internal')
    await held.read()
    expect(held.part.value).toMatchObject({
      busy: false,
      reading: { value: { groupId: 'prfi00hq' }, live: false, problem: { kind: 'internal' } }
    })
  })
})

describe('what nobody waits for any more', () => {
  test('is handed back together, and an answer that comes all the same is not taken', async () => {
    const pool = useReadingPool()
    const [one, two, other] = [pool.hold(group()), pool.hold(group()), pool.hold(group(otherTuid))]
    void one.read()
    void other.read()
    one.release()
    await flushPromises()
    expect(given()).toEqual([])
    two.release()
    two.release()
    other.release()
    await flushPromises()
    expect(given()).toEqual([{ tickets: tickets() }])
    await answer(0, said('prfi00hq'))
    expect(one.part.value).toEqual({ reading: null, busy: false })
  })

  test('is not called for: nothing is handed back that was answered', async () => {
    const held = useReadingPool().hold(group())
    void held.read()
    await answer(0, said('prfi00hq'))
    held.release()
    await flushPromises()
    expect(given()).toEqual([])
  })

  test('resolves for those who waited until it is settled', async () => {
    const held = useReadingPool().hold(group())
    void held.read()
    const settled = held.settled()
    held.release()
    await expect(settled).resolves.toBeUndefined()
  })

  test('is still shown to whoever comes back', async () => {
    const pool = useReadingPool()
    const before = pool.hold(group())
    void before.read()
    await answer(0, said('prfi00hq'))
    before.release()
    expect(pool.hold(group()).part.value.reading?.value?.groupId).toBe('prfi00hq')
  })

  test('gives way when it takes too much room, the oldest first', async () => {
    installer.answers['things:alerts'] = () =>
      ok(
        live({ items: Array.from({ length: 15_000 }, () => ({ alertType: 'x', from: null, to: null })), unreadable: 0 })
      )
    const pool = useReadingPool()
    const alerts = (thing: string) => ({ channel: 'things:alerts', input: { stackId, tuid: thing } }) as const
    for (const thing of [tuid, otherTuid]) {
      const held = pool.hold(alerts(thing))
      await held.read()
      held.release()
    }
    expect(pool.hold(alerts(tuid)).part.value.reading).toBeNull()
    expect(pool.hold(alerts(otherTuid)).part.value.reading).not.toBeNull()
  })
})

describe('after one of our actions came true', () => {
  test('what it may have changed is asked again, also while it is being asked', async () => {
    const held = useReadingPool().hold(group())
    void held.read()
    changed()
    expect(asked()).toBe(2)
    await answer(0, said('prfi00old'))
    expect(held.part.value).toEqual({ reading: null, busy: true })
    await answer(1, said('prfi00new'))
    expect(held.part.value.reading?.value?.groupId).toBe('prfi00new')
    expect(given()).toEqual([{ tickets: tickets().slice(0, 1) }])
  })

  test.each<[string, () => void, number]>([
    ['of another thing, nothing is asked', () => changed(otherTuid), 1],
    ['in another stack, nothing is asked', () => changed(tuid, '00000000-0000-4000-8000-000000000000'), 1],
    ['of a group as such, every thing of the stack is asked about', () => changed(null), 2],
    ['of more things than could be named, every thing is asked about', () => installer.emit('things:changed', null), 2]
  ])('%s', async (_what, change, times) => {
    const held = useReadingPool().hold(group())
    void held.read()
    await answer(0, said('prfi00hq'))
    change()
    expect(asked()).toBe(times)
  })

  test('what no action of ours can change is not asked again', async () => {
    installer.answers['things:general'] = () => ok(failed('timeout'))
    await useReadingPool().hold({ channel: 'things:general', input: { stackId, tuid } }).read()
    changed()
    expect(installer.inputsOf('things:general')).toHaveLength(1)
  })

  test('what nobody looks at is asked when somebody does', async () => {
    const pool = useReadingPool()
    const before = pool.hold(group())
    void before.read()
    await answer(0, said('prfi00old'))
    before.release()
    changed()
    expect(asked()).toBe(1)
    void pool.hold(group()).freshen()
    expect(asked()).toBe(2)
  })
})

test('what could not be read is read again when the connection is back, and nothing else', async () => {
  installer.emit('session:changed', sessionOf({ connection: 'offline' }))
  const pool = useReadingPool()
  const held = pool.hold(group())
  void held.read()
  await answer(0, failed('offline'))
  const idle = pool.hold(group(otherTuid))
  void idle.read()
  await answer(1, failed('offline'))
  idle.release()
  installer.emit('session:changed', sessionOf())
  await nextTick()
  expect(asked()).toBe(3)
  await answer(2, said('prfi00hq'))
  installer.emit('session:changed', sessionOf({ connection: 'offline' }))
  await nextTick()
  installer.emit('session:changed', sessionOf())
  await nextTick()
  expect(asked()).toBe(3)
})

test('what was read of a stack is forgotten when it is another server', async () => {
  const pool = useReadingPool()
  const held = pool.hold(group())
  void held.read()
  await answer(0, said('prfi00hq'))
  pool.forget(stackId)
  expect(held.part.value).toEqual({ reading: null, busy: true })
  expect(asked()).toBe(2)
})

describe('a page that goes from one thing to the next', () => {
  test('asks for the next at once and gives up the earlier', async () => {
    const shown = ref(tuid)
    const used = scope.run(() => useReading(() => group(shown.value)))
    expect(asked()).toBe(1)
    shown.value = otherTuid
    expect(asked()).toBe(2)
    await flushPromises()
    expect(given()).toEqual([{ tickets: tickets().slice(0, 1) }])
    await answer(0, said('prfi00wrong'))
    expect(used?.part.value.reading).toBeNull()
    await answer(1, said('prfi00right'))
    expect(used?.part.value.reading?.value?.groupId).toBe('prfi00right')
  })

  test('gives up everything when it is left', async () => {
    scope.run(() => useReading(() => group()))
    scope.stop()
    await flushPromises()
    expect(given()).toEqual([{ tickets: tickets() }])
  })

  test('asks nothing as long as there is nothing to ask', () => {
    const used = scope.run(() => useReading(() => null))
    expect(installer.calls.filter(({ channel }) => channel.startsWith('things:'))).toEqual([])
    expect(used?.part.value).toEqual({ reading: null, busy: false })
  })
})
