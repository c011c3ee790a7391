import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { VSelect } from 'vuetify/components'
import { testCommand } from '@shared/domain/reporting'
import type { BatchPlan } from '@shared/domain/visit'
import { defaultSettings, type Settings } from '@shared/ipc/settings'
import BatchPlanForm from '@/batch/BatchPlanForm.vue'
import { useSettingsStore } from '@/stores/settings'
import { ok, standIn } from '../frame/installerStandIn'
import { show } from '../frame/mounting'
import { stackId } from '../install/fixtures'

const nothing: BatchPlan = { groupId: null, status: 'installed', command: null, kind: null }

function open(plan: BatchPlan | null): VueWrapper {
  return show(BatchPlanForm, { props: { plan, busy: false, problem: null } }).page
}

const select = (page: VueWrapper, label: string) => {
  const found = page.findAllComponents(VSelect).find((each) => each.props('label') === label)
  if (found === undefined) throw new Error(`no choice "${label}"`)
  return found
}
const offered = (page: VueWrapper): string[] =>
  (select(page, 'Send a command').props('items') as { title: string }[]).map(({ title }) => title)

async function choose(page: VueWrapper, label: string, value: string | null): Promise<void> {
  await select(page, label).setValue(value)
  await flushPromises()
}

async function submit(page: VueWrapper): Promise<unknown> {
  await page.get('form').trigger('submit')
  return page.emitted('choose')?.at(-1)?.[0]
}

describe('the command of every scan', () => {
  it('is any whose values are set', () => {
    standIn()
    expect(offered(open(nothing))).toEqual([
      'Test on site: report every minute',
      'From now on report every 1 min',
      'From now on report every 5 min',
      'From now on report every 10 min',
      'From now on report every 15 min',
      'From now on report every 30 min',
      'From now on report every 60 min',
      'From now on report every 2 h',
      'From now on report every 4 h',
      'From now on report every 6 h',
      'From now on report every 12 h',
      'From now on report every 24 h',
      'Ask for its values: What is measured',
      'Ask for its values: Presence detection'
    ])
  })

  it('is one that the expected kind understands', async () => {
    standIn()
    const page = open(nothing)
    await choose(page, 'Expect only', 'presence')
    expect(offered(page).filter((title) => title.startsWith('Ask'))).toEqual(['Ask for its values: Presence detection'])
  })

  it('is chosen, and can be none again', async () => {
    standIn()
    const page = open(nothing)
    const hourly = { tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 3600 } }
    await choose(page, 'Send a command', JSON.stringify(hourly))
    expect(await submit(page)).toEqual({ ...nothing, command: hourly })
    await choose(page, 'Send a command', null)
    expect(await submit(page)).toEqual(nothing)
  })

  it('stays to be seen when a kind is chosen that has others', async () => {
    standIn()
    const page = open({ ...nothing, command: { tsmId: 13200, tsmEv: 30, parameters: {} } })
    await choose(page, 'Expect only', 'environment')
    expect(offered(page)[0]).toContain('Presence')
  })
})

it('what a batch did last at a stack is offered for the next one, with its command', async () => {
  let kept: Settings = { ...defaultSettings, lastChoices: { [stackId]: { groupId: 'prfi00hq', status: 'new' } } }
  standIn({
    'settings:set': (changes) => {
      kept = { ...kept, ...changes }
      return ok(kept)
    }
  })
  open(nothing)
  const settings = useSettingsStore()
  expect(settings.lastPlan(stackId)).toEqual(nothing)
  const last: BatchPlan = { groupId: 'prfi00attic', status: null, command: testCommand, kind: 'presence' }
  await settings.rememberPlan(stackId, last)
  expect(kept.lastPlans).toEqual({ [stackId]: last })
  expect(settings.lastPlan(stackId)).toEqual(last)
  expect(settings.lastPlan('11111111-1111-4111-8111-111111111111')).toEqual(nothing)
})
