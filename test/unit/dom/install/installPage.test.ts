import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fail, ok } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { captured, willingInstaller } from './bench'
import { click, enter, field, fill, press, radio, region, scan, showBench } from './benchPage'
import { actionOf, failed, live, now, otherTuid, remembered, stackId, tuid } from './fixtures'

afterEach(() => vi.useRealTimers())

const last = { groupId: 'prfi00hq', status: 'installed' as const }
const scanField = () => field('Scan or type a label')
const text = (element: Element): string => element.textContent.replace(/\s+/g, ' ')
const line = (step: string): string => text(document.querySelector(`[data-step=${step}]`) ?? document.body)

describe('what is seen of a thing', () => {
  test('is every part of it', async () => {
    willingInstaller()
    await showBench()
    await scan(tuid)
    expect(text(region('General'))).toContain('86 %, good')
    expect(text(region('General'))).toContain('65.01000, 25.52000')
    expect(text(region('Installation status'))).toContain('New')
    expect(text(region('Installation status'))).toContain('by factory')
    expect(text(region('Group'))).toContain('No group (unassigned)')
    expect(text(region('Active alerts'))).toContain('None')
  })

  test('fails part by part, and a part is tried again on its own', async () => {
    const installer = willingInstaller()
    const readGroup = installer.answers['things:group']
    installer.answers['things:group'] = () => ok(failed('timeout'))
    await showBench()
    await scan(tuid)
    expect(text(region('Group'))).toContain('The server did not answer in time')
    expect(text(region('General'))).toContain('86 %')
    if (readGroup !== undefined) installer.answers['things:group'] = readGroup
    await click(button('Try again'))
    expect(text(region('Group'))).toContain('No group (unassigned)')
    expect(installer.inputsOf('things:general')).toHaveLength(1)
  })

  test('never keeps anybody from going on, however slow it is, and says so in the end', async () => {
    vi.useFakeTimers()
    const installer = willingInstaller()
    installer.answers['things:general'] = () => new Promise(() => undefined)
    await showBench()
    await scan(tuid)
    expect(region('General').getAttribute('aria-busy')).toBe('true')
    expect(button('Choose group and status').disabled).toBe(false)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(text(region('General'))).toContain('Still waiting for the server’s answer. You can go on meanwhile.')
  })

  test('says when it is not live', async () => {
    const installer = willingInstaller()
    installer.answers['things:group'] = () => ok(remembered({ groupId: 'prfi00hq' }))
    await showBench()
    await scan(tuid)
    expect(text(region('Group'))).toMatch(/as of .*prfi00hq/)
  })

  test('is, for a thing the stack does not know, exactly that', async () => {
    const installer = willingInstaller()
    for (const channel of ['things:general', 'things:installations', 'things:group'] as const) {
      installer.answers[channel] = () => ok(failed('not_found'))
    }
    await showBench()
    await scan(tuid)
    expect(text(region('See it'))).toContain(`This stack does not know ${tuid}.`)
    expect(text(region('See it')).match(/does not know/g)).toHaveLength(1)
  })

  test('is said to be unknown when offline and never met, and work goes on', async () => {
    const installer = willingInstaller(last)
    for (const channel of ['things:general', 'things:installations', 'things:group', 'things:alerts'] as const) {
      installer.answers[channel] = () => ok(failed('offline'))
    }
    await showBench()
    await scan(tuid)
    expect(text(region('See it'))).toContain(`Nothing is known of ${tuid} here.`)
    await enter()
    expect(captured(installer)).toHaveLength(1)
  })

  test('has what is saved here and still waits on top of it', async () => {
    const installer = willingInstaller()
    installer.queue.put([actionOf({ type: 'group', tuid, groupId: 'prfi00hq' })])
    await showBench()
    await scan(tuid)
    expect(text(region('See it'))).toMatch(/Saved here on top of that.*Put in prfi00hq.*Saved here, will be sent/)
  })
})

describe('from the keyboard alone', () => {
  test('Enter goes from step to step, and saved is said only after the answer', async () => {
    const installer = willingInstaller()
    let save: () => void = () => undefined
    const onDisk = new Promise<void>((resolve) => (save = resolve))
    installer.answers['outbox:capture'] = async ({ intents }) => {
      await onDisk
      return ok(intents.map((intent) => actionOf(intent)))
    }
    await showBench()
    await scan(tuid)
    expect(document.activeElement).toBe(button('Choose group and status'))
    await enter()
    expect(document.activeElement).toBe(field('Search groups'))
    await fill(field('Search groups'), 'hq')
    await enter()
    expect(radio('prfi00hq').checked).toBe(true)
    await enter()
    expect(document.activeElement).toBe(radio('Installed'))
    expect(text(region('Status'))).toContain('Will be saved: Put in prfi00hq · Set installed')
    await enter()
    expect(document.body.textContent).not.toContain('Saved here, will be sent')
    save()
    await flushPromises()
    expect(line('group')).toContain('prfi00hqSaved here, will be sent')
    expect(line('status')).toContain('InstalledSaved here, will be sent')
    expect(document.activeElement).toBe(scanField())
    expect(document.querySelector('[role=status]')?.textContent).toBe(`${tuid}: saved here, will be sent.`)
  })

  test('a further thing takes the scan and one key', async () => {
    const installer = willingInstaller(last)
    await showBench()
    await scan(tuid)
    expect(document.activeElement).toBe(button('Same as before: put in prfi00hq and set installed'))
    await enter()
    expect(captured(installer)).toHaveLength(1)
    expect(document.activeElement).toBe(scanField())
    await scan(otherTuid)
    await enter()
    expect(captured(installer).map(({ intents }) => intents)).toEqual([
      [
        { type: 'group', tuid, groupId: 'prfi00hq' },
        { type: 'status', tuid, status: 'installed' }
      ],
      [
        { type: 'group', tuid: otherTuid, groupId: 'prfi00hq' },
        { type: 'status', tuid: otherTuid, status: 'installed' }
      ]
    ])
    expect(document.querySelectorAll('[data-done]')).toHaveLength(2)
  })

  test('a second look takes a second key, and Esc takes it back', async () => {
    const installer = willingInstaller(last)
    installer.answers['things:group'] = () => ok(live({ groupId: 'prfi00annex' }))
    await showBench()
    await scan(tuid)
    await enter()
    expect(text(region('Take a second look'))).toContain('It is in prfi00annex now and moves to prfi00hq.')
    await press('Escape')
    expect(document.activeElement).toBe(button('Same as before: put in prfi00hq and set installed'))
    expect(captured(installer)).toEqual([])
    await enter()
    expect(document.activeElement).toBe(button('Save all the same'))
    await enter()
    expect(captured(installer)).toHaveLength(1)
  })

  test('after the last step the next thing begins', async () => {
    willingInstaller(last)
    const { store } = await showBench()
    await scan(tuid)
    await enter()
    await enter()
    expect(document.activeElement).toBe(button('Next thing'))
    await enter()
    expect(store.thing).toBeNull()
    expect(document.activeElement).toBe(scanField())
  })
})

test('not saved is said with the reason, and everything chosen stays', async () => {
  const installer = willingInstaller(last)
  installer.answers['outbox:capture'] = () => fail('disk_full')
  await showBench()
  await scan(tuid)
  await enter()
  expect(text(region('See it'))).toContain('Not saved')
  expect(text(region('See it'))).toContain('The disk of this laptop is full')
  expect(document.activeElement).toBe(button('Try again'))
  expect(document.querySelectorAll('[data-done]')).toHaveLength(0)
})

describe('the group', () => {
  async function openGroups(installer = willingInstaller()) {
    await showBench()
    await scan(tuid)
    await click(button('Choose group and status'))
    return installer
  }

  test('is offered by the server’s list, which is said', async () => {
    await openGroups()
    expect(text(region('Group'))).toContain('The groups the server lists.')
    expect(radio('prfi00annex').checked).toBe(false)
    expect(button('Go on with this group').disabled).toBe(true)
  })

  test('is offered from this laptop when there is no such list, which is said', async () => {
    const installer = willingInstaller()
    installer.answers['groups:list'] = () => ok({ groups: [], fromServer: false, problem: null })
    await openGroups(installer)
    expect(text(region('Group'))).toContain('these are the groups this laptop has met')
  })

  test('can be chosen among those met before while the server takes its time, which is said', async () => {
    const installer = willingInstaller()
    const answered = Promise.withResolvers<void>()
    const list = (...groupIds: string[]) =>
      groupIds.map((groupId) => ({ groupId, description: null, origin: 'server' as const }))
    installer.answers['groups:list'] = async ({ ask }) => {
      if (!ask) return ok({ groups: list('prfi00cellar', 'prfi00hq'), fromServer: false, problem: null })
      await answered.promise
      return ok({ groups: list('prfi00annex', 'prfi00hq'), fromServer: true, problem: null })
    }
    await openGroups(installer)
    expect(text(region('Group'))).toContain('Asking the server for its groups')
    expect(radio('prfi00cellar').checked).toBe(false)
    await click(radio('prfi00hq'))
    answered.resolve()
    await flushPromises()
    expect(text(region('Group'))).toContain('The groups the server lists.')
    expect(text(region('Group'))).not.toContain('prfi00cellar')
    expect(radio('prfi00annex').checked).toBe(false)
    expect(radio('prfi00hq').checked).toBe(true)
  })

  test('that is new can be given up, and the search goes on', async () => {
    await openGroups()
    await click(button('New group'))
    await press('Escape', field('Name of the site'))
    expect(document.activeElement).toBe(field('Search groups'))
  })

  test('that is new is built by the convention and created when saving', async () => {
    const installer = await openGroups()
    await click(button('New group'))
    await fill(field('Name of the site'), 'Harbour house')
    expect(document.body.textContent).toContain('prfi00harbourhouse')
    await click(button('Use this new group'))
    document.querySelector('form.new-group')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(document.activeElement).toBe(radio('Installed'))
    await enter()
    expect(captured(installer)[0]?.intents[0]).toEqual({
      type: 'group_create',
      groupId: 'prfi00harbourhouse',
      description: null
    })
  })

  test('that the thing is in already is pointed out before another one takes its place', async () => {
    const installer = willingInstaller()
    installer.answers['things:group'] = () => ok(live({ groupId: 'prfi00hq' }))
    await openGroups(installer)
    expect(radio('prfi00hq').checked).toBe(true)
    await click(radio('prfi00annex'))
    expect(text(region('Group'))).toContain('It is in prfi00hq now and moves to prfi00annex.')
  })
})

describe('the status', () => {
  async function openStatus(status: string) {
    const installer = willingInstaller()
    installer.answers['things:group'] = () => ok(live({ groupId: 'prfi00hq' }))
    installer.answers['things:installations'] = () =>
      ok(live({ items: [{ status, at: now, responsible: 'anna' }], unreadable: 0 }))
    await showBench()
    await scan(tuid)
    await click(button('Choose group and status'))
    await click(button('Go on with this group'))
    return installer
  }

  test('that is there already is pointed out, and nothing is saved for it', async () => {
    const installer = await openStatus('installed')
    expect(text(region('Status'))).toMatch(/Its status is “Installed” already, since .*, by anna\./)
    expect(text(region('Status'))).toContain('there is nothing to save')
    await enter()
    expect(captured(installer)).toEqual([])
  })

  test('is recorded once more when somebody insists', async () => {
    const installer = await openStatus('installed')
    await click(field('Record it again, as a new entry in its history'))
    await click(button('Save'))
    expect(captured(installer)).toEqual([{ stackId, intents: [{ type: 'status', tuid, status: 'installed' }] }])
  })

  test('that is unusual asks first', async () => {
    const installer = await openStatus('retired')
    await enter()
    expect(text(region('Take a second look'))).toContain('It was retired.')
    expect(captured(installer)).toEqual([])
    await enter()
    expect(captured(installer)).toHaveLength(1)
  })
})

test('the page speaks Finnish', async () => {
  willingInstaller(last)
  await showBench('fi')
  await fill(field('Skannaa tarra tai kirjoita sen teksti'), tuid)
  await enter()
  expect(button('Sama kuin edellinen: ryhmä prfi00hq, tila asennettu')).toBeDefined()
})
