import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Action } from '@shared/domain/action'
import { useFaultsStore } from '@/stores/faults'
import { useFollowedThings } from '@/stores/followedThings'
import { actionOf, otherTuid, stackId, tuid } from '../install/fixtures'
import { fail, standIn, type InstallerStandIn } from './installerStandIn'

const thing = { stackId, tuid }
const other = { stackId, tuid: otherTuid }
const installed = (more: Partial<Action> = {}) => actionOf({ type: 'status', tuid, status: 'installed' }, more)

let installer: InstallerStandIn
beforeEach(() => {
  setActivePinia(createPinia())
  installer = standIn()
})

/** From now on main answers only when it is let. */
function holdAnswers(): { let: () => Promise<void> } {
  const answer = installer.answers['queue:list']
  const held: (() => void)[] = []
  installer.answers['queue:list'] = async (filter) => {
    const given = await (answer?.(filter) ?? fail('internal'))
    await new Promise<void>((resolve) => held.push(resolve))
    return given
  }
  return {
    async let() {
      await flushPromises()
      held.splice(0).forEach((resolve) => resolve())
      await flushPromises()
    }
  }
}

describe('the actions of a followed thing', () => {
  test('are asked for when it is first followed, newest first, whatever else waits', async () => {
    const [first, second] = [installed({ state: 'needs_you' }), installed()]
    installer.queue.put([first, second, actionOf({ type: 'status', tuid: otherTuid, status: 'new' })])
    const followed = useFollowedThings()
    followed.follow('page', [thing])
    expect([followed.isKnown(thing), followed.of(thing)]).toEqual([false, []])
    await followed.known(thing)
    expect(followed.of(thing)).toEqual([second, first])
    followed.follow('page', [thing, other])
    await followed.known(other)
    expect(installer.inputsOf('queue:list')).toHaveLength(2)
  })

  test('stay as long as anybody follows it, and are asked for once', async () => {
    installer.queue.put([installed()])
    const followed = useFollowedThings()
    followed.follow('page', [thing])
    followed.follow('bench', [thing])
    await followed.known(thing)
    followed.follow('page', [])
    expect(followed.of(thing)).toHaveLength(1)
    expect(installer.inputsOf('queue:list')).toHaveLength(1)
    followed.follow('bench', [])
    expect(followed.isKnown(thing)).toBe(false)
  })

  test('are asked for again when one of them has changed, and only then', async () => {
    const action = installed()
    installer.queue.put([action])
    const followed = useFollowedThings()
    followed.follow('page', [thing, other])
    await flushPromises()
    installer.change(actionOf({ type: 'group_create', groupId: 'x', description: null }))
    await flushPromises()
    expect(installer.inputsOf('queue:list')).toHaveLength(2)
    installer.change({ ...action, state: 'done' })
    await flushPromises()
    expect(followed.of(thing)[0]?.state).toBe('done')
    expect(installer.inputsOf('queue:list')).toHaveLength(3)
  })

  test('are all asked for again when nobody says which have changed', async () => {
    const action = installed()
    installer.queue.put([action])
    const followed = useFollowedThings()
    followed.follow('page', [thing, other])
    await flushPromises()
    installer.queue.put([{ ...action, state: 'done' }])
    installer.emit('outbox:changed', null)
    await flushPromises()
    expect(followed.of(thing)[0]?.state).toBe('done')
  })

  test('are asked for once more when they changed while main was asked', async () => {
    const action = installed()
    installer.queue.put([action])
    const main = holdAnswers()
    const followed = useFollowedThings()
    followed.follow('page', [thing])
    await flushPromises()
    installer.change({ ...action, state: 'done' })
    await main.let()
    expect(followed.of(thing)[0]?.state).toBe('pending')
    await main.let()
    expect(followed.of(thing)[0]?.state).toBe('done')
  })

  test('are there when they were captured here, before main tells of them and whatever older answer comes', async () => {
    const main = holdAnswers()
    const followed = useFollowedThings()
    followed.follow('page', [thing])
    await flushPromises()
    const action = installed()
    installer.queue.put([action])
    followed.add([action, actionOf({ type: 'status', tuid: otherTuid, status: 'new' })])
    expect(followed.of(thing)).toEqual([action])
    await main.let()
    expect(followed.of(thing)).toEqual([action])
    await main.let()
    expect(followed.of(thing)).toEqual([action])
    expect(followed.of(other)).toEqual([])
  })

  test('are let go when it is followed no more, also while main is asked', async () => {
    installer.queue.put([installed()])
    const followed = useFollowedThings()
    followed.follow('page', [thing])
    await flushPromises()
    followed.follow('page', [])
    expect(followed.of(thing)).toEqual([])
    const main = holdAnswers()
    followed.follow('page', [thing])
    followed.follow('page', [other])
    await main.let()
    expect([followed.isKnown(thing), followed.isKnown(other)]).toEqual([false, true])
  })

  test('of the same thing in two stacks are two things', async () => {
    const elsewhere = { stackId: '11111111-1111-4111-8111-111111111111', tuid }
    const [here, there] = [installed(), installed({ stackId: elsewhere.stackId })]
    installer.queue.put([here, there])
    const followed = useFollowedThings()
    followed.follow('page', [thing, elsewhere])
    await flushPromises()
    expect([followed.of(thing), followed.of(elsewhere)]).toEqual([[here], [there]])
  })

  test('that cannot be told are reported, and asked for again by whoever needs them', async () => {
    const answer = installer.answers['queue:list']
    installer.answers['queue:list'] = () => fail('not_saved')
    const followed = useFollowedThings()
    followed.follow('page', [thing])
    await flushPromises()
    expect(useFaultsStore().problem).toEqual({ kind: 'not_saved' })
    await expect(followed.known(thing)).rejects.toMatchObject({ problem: { kind: 'not_saved' } })
    if (answer !== undefined) installer.answers['queue:list'] = answer
    await followed.known(thing)
    expect(followed.isKnown(thing)).toBe(true)
  })
})
