import { describe, expect, test } from 'vitest'
import {
  advance,
  asksToLeave,
  nothingOpen,
  placeOf,
  steps,
  type Workflow,
  type WorkflowEvent
} from '@/install/workflow'
import type { Wanted } from '@/install/choices'
import { now, otherTuid, stackId, tuid } from './fixtures'

const first = { stackId, tuid, warnings: [] }
const second = { stackId, tuid: otherTuid, warnings: [] }
const scan: WorkflowEvent = { type: 'scanned', scanned: first }
const scanNext: WorkflowEvent = { type: 'scanned', scanned: second }
const put: WorkflowEvent = { type: 'group_chosen', group: { kind: 'put', groupId: 'prfi00site' } }
const install: WorkflowEvent = { type: 'status_chosen', status: 'installed', insist: false }
const saved: WorkflowEvent = { type: 'saved', at: now, actions: ['a', 'b'] }
const notSaved: WorkflowEvent = { type: 'not_saved', problem: { kind: 'disk_full' } }
const wanted: Wanted = { group: { kind: 'put', groupId: 'prfi00site' }, status: 'installed', insist: false }
const save = (way: 'chosen' | 'same'): WorkflowEvent => ({ type: 'saving_began', way, wanted })

function after(...events: WorkflowEvent[]): Workflow {
  return events.reduce(advance, nothingOpen)
}

describe('a scan', () => {
  test('opens the thing at what can be seen of it', () => {
    expect(after(scan)).toMatchObject({ at: 'thing', tuid, step: 'see', unsaved: false, next: null })
  })

  test('starts the next thing at once when nothing is unsaved', () => {
    expect(after(scan, scanNext)).toMatchObject({ tuid: otherTuid, step: 'see', next: null })
  })

  test.each<[string, WorkflowEvent[]]>([
    ['a chosen group', [put]],
    ['a chosen status', [install]],
    ['a half-filled command', [{ type: 'command_touched', draft: true }]],
    ['a command that is being saved', [{ type: 'command_saving_began' }]],
    ['a command that was not saved', [{ type: 'command_not_saved', problem: { kind: 'disk_full' } }]],
    ['a save that failed', [put, save('chosen'), notSaved]],
    ['an open second look', [save('same'), { type: 'second_look_asked', looks: [{ kind: 'not_known_to_stack' }] }]]
  ])('asks before it leaves %s', (_, events) => {
    const workflow = after(scan, ...events, scanNext)
    expect(workflow).toMatchObject({ tuid })
    expect(asksToLeave(workflow)).toEqual(second)
  })

  test('of the same thing changes nothing but takes the question back', () => {
    expect(after(scan, put, scanNext, scan)).toEqual(after(scan, put))
  })

  test('of the same thing in another stack is another thing', () => {
    const elsewhere = { ...first, stackId: 'd7b3a8f0-8a53-4c0e-8c1c-0f5a5a1d2b22' }
    expect(after(scan, { type: 'scanned', scanned: elsewhere })).toMatchObject({ stackId: elsewhere.stackId })
  })

  test('while saving waits and opens once the thing is saved', () => {
    const waiting = after(scan, save('same'), scanNext)
    expect(waiting).toMatchObject({ tuid, saving: { state: 'saving' } })
    expect(asksToLeave(waiting)).toBeNull()
    expect(advance(waiting, saved)).toMatchObject({ tuid: otherTuid, savedAt: null })
  })

  test('while saving becomes a question when saving fails', () => {
    expect(asksToLeave(after(scan, save('same'), scanNext, notSaved))).toEqual(second)
  })

  test('while saving still asks about a half-filled command', () => {
    const workflow = after(scan, { type: 'command_touched', draft: true }, save('chosen'), scanNext, saved)
    expect(workflow).toMatchObject({ tuid, savedAt: now })
    expect(asksToLeave(workflow)).toEqual(second)
  })
})

describe('the question whether to leave', () => {
  test('answered with leaving opens what was scanned', () => {
    expect(after(scan, put, scanNext, { type: 'left' })).toMatchObject({ tuid: otherTuid, group: null })
  })

  test('answered with staying keeps every choice', () => {
    expect(after(scan, put, scanNext, { type: 'stayed' })).toEqual(after(scan, put))
  })

  test('cannot be answered with leaving when nothing asks', () => {
    expect(after(scan, put, { type: 'left' })).toEqual(after(scan, put))
  })

  test('cannot be answered while saving', () => {
    const waiting = after(scan, save('same'), scanNext)
    expect(advance(waiting, { type: 'left' })).toEqual(waiting)
  })
})

describe('saving', () => {
  test('remembers the actions and goes on to the command', () => {
    expect(after(scan, put, install, save('chosen'), saved)).toMatchObject({
      step: 'command',
      unsaved: false,
      savedAt: now,
      savedActions: ['a', 'b'],
      saving: { state: 'idle' }
    })
  })

  test('holds the next scan to be what comes next until one goes on', () => {
    const done = after(scan, save('same'), saved)
    expect(done).toMatchObject({ justSaved: true })
    expect(advance(done, { type: 'went_to', step: 'finish' })).toMatchObject({ justSaved: false })
  })

  test('makes the choices of the thing before this thing’s own', () => {
    expect(after(scan, save('same'), saved)).toMatchObject({ group: wanted.group, status: 'installed', unsaved: false })
  })

  test('the same as before goes straight on to verifying', () => {
    expect(after(scan, save('same'), saved)).toMatchObject({ step: 'verify', furthest: 'verify' })
  })

  test('that failed keeps choices and step, with the reason', () => {
    expect(after(scan, put, install, { type: 'went_to', step: 'status' }, save('chosen'), notSaved)).toMatchObject({
      step: 'status',
      group: { kind: 'put', groupId: 'prfi00site' },
      status: 'installed',
      unsaved: true,
      savedAt: null,
      saving: { state: 'not_saved', problem: { kind: 'disk_full' } }
    })
  })

  test('is not begun twice', () => {
    expect(after(scan, save('same'), save('chosen'))).toMatchObject({ saving: { state: 'saving', way: 'same' } })
  })

  test('lets nothing be changed or left under its hands', () => {
    const saving = after(scan, put, save('chosen'))
    for (const event of [install, put, { type: 'went_to', step: 'verify' } as const]) {
      expect(advance(saving, event)).toEqual(saving)
    }
  })

  test('takes no answer that nobody waits for', () => {
    expect(after(scan, put, saved)).toEqual(after(scan, put))
  })

  test('adds to what was saved earlier for this thing', () => {
    const again: WorkflowEvent = { type: 'saved', at: now + 1, actions: ['c'] }
    expect(after(scan, save('same'), saved, save('chosen'), again)).toMatchObject({ savedActions: ['a', 'b', 'c'] })
  })

  test('asks for a second look and forgets it when a choice changes', () => {
    const asked = after(scan, save('chosen'), { type: 'second_look_asked', looks: [{ kind: 'not_known_to_stack' }] })
    expect(asked).toMatchObject({ saving: { state: 'asking', way: 'chosen' } })
    expect(advance(asked, install)).toMatchObject({ saving: { state: 'idle' }, status: 'installed' })
  })
})

describe('going through the steps', () => {
  test('back keeps how far one was', () => {
    const workflow = after(scan, { type: 'went_to', step: 'status' }, { type: 'went_to', step: 'group' })
    expect(workflow).toMatchObject({ step: 'group', furthest: 'status' })
  })

  test('a captured command is no draft any more', () => {
    const workflow = after(
      scan,
      { type: 'command_touched', draft: true },
      { type: 'command_saved', actions: ['c'] },
      { type: 'command_saved', actions: ['d'] }
    )
    expect(workflow).toMatchObject({ commandDraft: false, commandActions: ['c', 'd'] })
  })

  test('starting over leaves the bench empty', () => {
    expect(after(scan, put, { type: 'started_over' })).toEqual(nothingOpen)
  })

  test('nothing happens before a thing is scanned', () => {
    expect(after(put, install, save('same'), saved, { type: 'left' })).toEqual(nothingOpen)
  })
})

test.each<[string, Workflow, string[]]>([
  [
    'before a scan, identifying is all there is',
    nothingOpen,
    ['current', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead']
  ],
  [
    'what was open before can be opened again, on both sides',
    after(scan, { type: 'went_to', step: 'status' }, { type: 'went_to', step: 'group' }),
    ['passed', 'passed', 'current', 'reachable', 'ahead', 'ahead', 'ahead']
  ]
])('%s', (_, workflow, places) => {
  expect(steps.map((step) => placeOf(step, workflow))).toEqual(places)
})
