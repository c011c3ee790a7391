import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Action } from '@shared/domain/action'
import type { ShownVisit } from '@shared/domain/visit'
import { useScanTargets } from '@/scan/scanTargets'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'
import WorksPage from '@/works/WorksPage.vue'
import { ok, sessionOf, type InstallerStandIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'
import { willingInstaller } from '../install/bench'
import { actionOf, failed, live, now, stackId } from '../install/fixtures'

const oldTuid = 'TSPR04EZU31901021'
const newTuid = 'TSPR04EZU31901022'

const visit: ShownVisit = {
  id: '9b2f2f0a-12a4-4c0f-8a39-5a1b9d0c7e22',
  stackId,
  stackName: 'Harbour',
  site: 'Harbour house',
  installer: '',
  startedAt: now,
  endedAt: null,
  note: '',
  plan: null,
  counts: { things: 0, needYou: 0, waiting: 0, confirmed: 0, heard: 0, silent: 0, alerting: 0 }
}

/** The old thing is installed in prfi00hq; any other is new and in no group. */
function installerAt(visits: ShownVisit[] = [visit]): InstallerStandIn {
  const installer = willingInstaller()
  installer.answers['visits:list'] = () => ok(visits)
  installer.answers['things:group'] = ({ tuid }) => ok(live({ groupId: tuid === oldTuid ? 'prfi00hq' : 'unassigned' }))
  installer.answers['things:installations'] = ({ tuid }) => {
    const status = tuid === oldTuid ? 'installed' : 'new'
    return ok(live({ items: [{ status, at: now - 1000, responsible: 'factory' }], unreadable: 0 }))
  }
  installer.answers['visits:capture'] = ({ works }) => {
    const actions = works.flatMap(({ intents }) => intents.map((intent): Action => actionOf(intent)))
    installer.queue.put(actions)
    return ok(actions)
  }
  return installer
}

async function open(kind: string) {
  const shown = show(WorksPage)
  await shown.router.push(`/works/${kind}`)
  await Promise.all([useSettingsStore().start(), useSessionStore().start()])
  await flushPromises()
  return shown
}

async function scan(text: string) {
  const answer = await useScanTargets().deliver({ text, via: 'scanner' })
  await flushPromises()
  return answer
}

async function enter(): Promise<void> {
  document.querySelector('form[role=search]')?.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
}

async function write(label: string, text: string): Promise<void> {
  const field = [...document.querySelectorAll('input')].find((input) => input.labels?.[0]?.textContent.trim() === label)
  if (field === undefined) throw new Error(`no field "${label}"`)
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}

const said = (): string => document.body.textContent.replace(/\s+/g, ' ')
const preview = (): string[] =>
  [...document.querySelectorAll('ol[aria-label="This will be saved"] li')].map((line) => line.textContent.trim())

async function replaceBoth(): Promise<void> {
  await open('replace')
  await scan(oldTuid)
  await scan(newTuid)
  await enter()
}

describe('a replacement', () => {
  it('is two scans, a list of what will be done, and Enter', async () => {
    const installer = installerAt()
    await open('replace')
    expect((await scan(oldTuid)).outcome).toBe('accepted')
    expect(said()).toContain('2. Scan the new one')
    await scan(newTuid)
    expect(preview()).toHaveLength(4)

    await enter()
    expect(installer.inputsOf('visits:capture')).toEqual([
      {
        stackId,
        works: [
          {
            tuid: newTuid,
            kind: 'replace_new',
            partner: oldTuid,
            reason: '',
            intents: [
              { type: 'group', tuid: newTuid, groupId: 'prfi00hq' },
              { type: 'status', tuid: newTuid, status: 'installed' }
            ]
          },
          {
            tuid: oldTuid,
            kind: 'replace_old',
            partner: newTuid,
            reason: '',
            intents: [
              { type: 'status', tuid: oldTuid, status: 'uninstalled' },
              { type: 'group', tuid: oldTuid, groupId: 'unassigned' }
            ]
          }
        ]
      }
    ])
    expect(said()).toContain(`${newTuid} replaces ${oldTuid}`)
    expect(said()).toContain('Saved here, will be sent')
    expect(said()).toContain('1. Scan the old one')
  })

  it('by a thing of another kind is refused in words, and the right one can be scanned at once', async () => {
    installerAt()
    await open('replace')
    await scan(oldTuid)
    const answer = await scan('TSPD04ESY93100802')
    expect(answer.outcome).toBe('flagged')
    expect(answer.words).toBe(
      'The old one is: Presence sensor. This one is: Environment sensor. Only one of the same kind can replace it.'
    )
    expect((await scan(oldTuid)).words).toBe('That is the old one. Scan the new one.')
    expect((await scan(newTuid)).outcome).toBe('accepted')
    expect((await scan('TSPR04EZU31901023')).outcome).toBe('flagged')
  })

  it('asks for the group where nobody knows it, and saves nothing before it is chosen', async () => {
    const installer = installerAt()
    installer.answers['things:group'] = () => ok(failed('offline'))
    installer.answers['things:installations'] = () => ok(failed('offline'))
    await open('replace')
    await scan(oldTuid)
    await scan(newTuid)
    await enter()
    expect(said()).toContain('Choose where the new one belongs.')
    expect(installer.inputsOf('visits:capture')).toEqual([])
  })

  it('keeps the old one for when the page is opened again, and after a restart', async () => {
    const installer = installerAt()
    const first = await open('replace')
    await scan(oldTuid)
    expect(installer.inputsOf('settings:set')).toContainEqual({
      replacement: { fate: 'uninstalled', old: { stackId, tuid: oldTuid } }
    })
    first.page.unmount()
    await open('replace')
    expect(said()).toContain('2. Scan the new one')
    button(`Not this one: ${oldTuid}`).click()
    await flushPromises()
    expect(said()).toContain('1. Scan the old one')
    expect(installer.inputsOf('settings:set').at(-1)).toEqual({ replacement: { fate: 'uninstalled', old: null } })
  })

  it('does not save what a person has not seen', async () => {
    const installer = installerAt()
    const answered = Promise.withResolvers<undefined>()
    installer.answers['things:installations'] = async ({ tuid }) => {
      await answered.promise
      const status = tuid === oldTuid ? 'installed' : 'retired'
      return ok(live({ items: [{ status, at: now - 1000, responsible: 'factory' }], unreadable: 0 }))
    }
    await open('replace')
    await scan(oldTuid)
    await scan(newTuid)
    await enter()
    answered.resolve(undefined)
    await flushPromises()
    expect(said()).toContain('Something was learnt just now.')
    expect(said()).toContain(`${newTuid}: its status is Retired.`)
    expect(installer.inputsOf('visits:capture')).toEqual([])
    button('Replace anyway').click()
    await flushPromises()
    expect(installer.inputsOf('visits:capture')).toHaveLength(1)
  })

  it('is taken back as a whole, with one request', async () => {
    const installer = installerAt()
    const everything = { stackId, subject: null, states: null, search: '', offset: 0, limit: 100 }
    installer.answers['outbox:takeBack'] = () => {
      for (const action of installer.queue.list(everything).actions) {
        installer.change({ ...action, state: 'discarded', discardReason: 'taken_back' })
      }
      return ok([])
    }
    await replaceBoth()
    button(`Take back: ${newTuid} replaces ${oldTuid}`).click()
    await flushPromises()
    const ids = installer.queue.list(everything).actions.map(({ id }) => id)
    const asked = installer.inputsOf('outbox:takeBack') as { stackId: string; ids: string[] }[]
    expect(asked).toEqual([{ stackId, ids: expect.arrayContaining(ids) as unknown }])
    expect(asked[0]?.ids).toHaveLength(4)
    expect(said()).not.toContain('Saved here, will be sent')
    expect(said()).toContain(`${newTuid} replaces ${oldTuid}: taken back. Nothing of it was sent.`)
  })

  it('says what has begun already where it can not be taken back', async () => {
    const installer = installerAt()
    installer.answers['outbox:takeBack'] = () => ok([actionOf({ type: 'status', tuid: newTuid, status: 'installed' })])
    await replaceBoth()
    button(`Take back: ${newTuid} replaces ${oldTuid}`).click()
    await flushPromises()
    expect(said()).toContain('Nothing was taken back, for this has begun already: Set installed.')
    expect(said()).toContain('Saved here, will be sent')
  })
})

describe('taking away', () => {
  it('is a scan and Enter, again and again', async () => {
    const installer = installerAt([])
    await open('take_away')
    for (const tuid of [oldTuid, newTuid]) {
      await scan(tuid)
      await enter()
    }
    const captured = installer.inputsOf('visits:capture') as { works: { tuid: string; kind: string }[] }[]
    expect(captured.map(({ works }) => works.map(({ tuid, kind }) => [tuid, kind]))).toEqual([
      [[oldTuid, 'take_away']],
      [[newTuid, 'take_away']]
    ])
  })
})

describe('quarantine', () => {
  it('asks why, and offers the same reason for the next one', async () => {
    const installer = installerAt()
    await open('quarantine')
    await scan(oldTuid)
    await enter()
    expect(said()).toContain('Say why, so that whoever finds it knows.')
    expect(installer.inputsOf('visits:capture')).toEqual([])
    await write('Reason', 'Water inside')
    await enter()
    await scan(newTuid)
    await enter()
    const captured = installer.inputsOf('visits:capture') as { works: { reason: string }[] }[]
    expect(captured.map(({ works }) => works[0]?.reason)).toEqual(['Water inside', 'Water inside'])
  })

  it('says without a visit that a reason would be kept nowhere, and saves all the same', async () => {
    const installer = installerAt([])
    await open('quarantine')
    await scan(oldTuid)
    expect(said()).toContain('a reason would be kept nowhere')
    await enter()
    expect(installer.inputsOf('visits:capture')).toHaveLength(1)
  })
})

describe('work that was saved with its button', () => {
  it('leaves the focus in the field for the next scan', async () => {
    installerAt([])
    await open('take_away')
    await scan(oldTuid)
    const save = document.querySelector<HTMLButtonElement>('[data-confirm] button')
    save?.focus()
    save?.click()
    await flushPromises()
    expect(said()).toContain('Saved here, will be sent')
    expect(document.activeElement?.closest('form')?.getAttribute('role')).toBe('search')
  })
})

describe('work that is being saved when somebody goes over to another stack', () => {
  const oulu = { id: '11111111-1111-4111-8111-111111111111', name: 'Oulu' }

  it('is saved for the stack whose things these are, and leaves the other alone', async () => {
    const installer = installerAt([])
    await open('replace')
    await scan(oldTuid)
    await scan(newTuid)
    installer.answers['things:group'] = () => Promise.withResolvers<never>().promise
    await enter()
    installer.emit('session:changed', sessionOf({ stack: oulu }))
    await flushPromises()
    expect(installer.inputsOf('visits:capture')).toEqual([expect.objectContaining({ stackId })])
    expect(said()).not.toContain(`${newTuid} replaces ${oldTuid}`)

    installer.emit('session:changed', sessionOf())
    await flushPromises()
    expect(said()).toContain('1. Scan the old one')
  })
})
