import { describe, expect, it } from 'vitest'
import type { Action, Intent } from '@shared/domain/action'
import { Laptop } from '../laptop/laptop'
import { createGroup, deleteGroup, office, renameGroup, store } from './intents'

describe('"exists already" and "there is none"', () => {
  it('are what was wanted, when the server shows that it is so', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.world.createGroup('prfi00uusi')
    laptop.capture(createGroup('prfi00uusi'), deleteGroup('prfi00olematon'))
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([
      { state: 'done', receipt: { by: 'read_back' } },
      { state: 'done', receipt: { by: 'read_back' } }
    ])
    expect(laptop.effects()).toEqual([])
  })

  it('go to a person, when the server shows otherwise or shows nothing', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.world.createGroup('prfi00uusi')
    laptop.capture(renameGroup(store, 'prfi00uusi'), renameGroup('prfi00olematon', 'prfi00toinen'))
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ need: { reason: 'refused' } }, { need: { reason: 'refused' } }])
  })

  describe('where nobody can look it up', () => {
    const refused: [what: string, intent: Intent][] = [
      ['a new group that exists', createGroup(office)],
      ['a new name of a group that is gone', renameGroup('prfi00olematon', 'prfi00toinen')],
      ['a new name that exists', renameGroup(store, office)],
      ['the end of a group that is gone', deleteGroup('prfi00olematon')]
    ]

    async function asked(intent: Intent): Promise<{ laptop: Laptop; action: Action }> {
      const laptop = await Laptop.signedIn({ groupList: 405 })
      const [action] = laptop.capture(intent)
      await laptop.settle()
      if (!action) throw new Error('one was captured')
      return { laptop, action }
    }

    it.each(refused)('%s is a question with what makes sense: it is so, or never mind', async (_, intent) => {
      const { laptop, action } = await asked(intent)
      expect(laptop.now(action).need).toMatchObject({ reason: 'refused', choices: ['mark_done', 'keep_theirs'] })
      expect(laptop.now(action).lastAttempt?.words).toMatch(/\w/)
      // "All again" does not mean what was answered.
      expect(await laptop.app.manyDecisions.retryAll(laptop.stackId, null)).toBe(0)
      expect(laptop.app.outbox.settle(action.id, 'mark_done')).toMatchObject({
        state: 'done',
        receipt: { by: 'person' }
      })
      expect(laptop.effects()).toEqual([])
    })

    it('any other no can be sent again', async () => {
      const laptop = await Laptop.signedIn({ groupList: 404 })
      laptop.cloud.world.lockedGroups.add(store)
      laptop.cloud.faults.add({ match: { path: /^\/groups$/ }, fault: 'status', status: 403 })
      laptop.capture(createGroup('prfi00uusi'), renameGroup(store, 'prfi00arkisto'))
      await laptop.settle()
      for (const { need } of laptop.actions()) {
        expect(need).toMatchObject({ reason: 'refused', choices: ['send_again', 'keep_theirs'] })
      }
    })
  })

  it('any no to a group is checked: what was wanted may be so', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.world.createGroup('prfi00uusi')
    laptop.cloud.faults.add({ match: { method: 'POST', path: /^\/groups$/ }, fault: 'status', status: 400 })
    laptop.capture(createGroup('prfi00uusi'))
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ state: 'done', receipt: { by: 'read_back' } }])
  })

  it('a new name that is taken says which of both are there', async () => {
    const laptop = await Laptop.signedIn()
    laptop.capture(renameGroup(store, office))
    await laptop.settle()
    expect(laptop.actions()[0]?.need).toEqual({
      reason: 'refused',
      serverShows: `${store}, ${office}`,
      serverShowsSince: null,
      serverShowsBy: null,
      choices: ['send_again', 'keep_theirs']
    })
  })

  it('"renamed: false" is a no', async () => {
    const laptop = await Laptop.signedIn()
    laptop.cloud.world.lockedGroups.add(store)
    laptop.capture(renameGroup(store, 'prfi00uusi'))
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ need: { reason: 'refused' }, lastAttempt: { words: 'renamed: false' } }])
  })
})
