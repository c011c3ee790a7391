import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { StackView } from '@shared/ipc/channels'
import type { Result } from '@shared/ipc/result'
import StacksPage from '@/stacks/StacksPage.vue'
import { useStacksStore } from '@/stores/stacks'
import { fail, harbour, ok, standIn } from './installerStandIn'
import { button, show } from './mounting'

const oulu: StackView = {
  ...harbour,
  id: '11111111-1111-4111-8111-111111111111',
  name: 'Oulu',
  active: false,
  secret: 'memory'
}

test('says which stack is active and where each secret is', async () => {
  standIn({ 'stacks:list': () => ok([harbour, oulu]) })
  const { page } = show(StacksPage)
  await flushPromises()
  const [first, second] = page.findAll('li')
  expect(first?.text()).toContain('Active')
  expect(first?.text()).toContain('Secret in the keychain')
  expect(second?.text()).not.toContain('Active')
  expect(second?.text()).toContain('Secret kept for this run only')
})

/** The page of two stacks, after its person has gone over to the second. */
async function workInOulu() {
  let active = harbour.id
  standIn({
    'stacks:list': () => ok([harbour, oulu].map((stack) => ({ ...stack, active: stack.id === active }))),
    'stacks:activate': ({ id }) => {
      active = id
      return ok(undefined)
    }
  })
  const { page } = show(StacksPage)
  await flushPromises()
  button('Work in Oulu').click()
  await flushPromises()
  return page
}

test('switching asks nothing and says that the others go on being sent', async () => {
  const page = await workInOulu()
  expect(page.get('[role=status]').text()).toBe(
    'You now work in Oulu. What waits in other stacks goes on being sent to them.'
  )
  expect(page.findAll('li')[1]?.text()).toContain('Active')
})

describe('a stack for which something waits', () => {
  const waiting = { ...harbour, openActions: 3 }
  const field = (): HTMLInputElement => {
    const found = document.querySelector<HTMLInputElement>('[role=alertdialog] input')
    if (found === null) throw new Error('no field to type the number into')
    return found
  }
  const type = async (text: string): Promise<void> => {
    field().value = text
    field().dispatchEvent(new Event('input'))
    await flushPromises()
  }
  const press = async (words: string): Promise<void> => {
    button(words).click()
    await flushPromises()
  }
  const said = (): string => document.querySelector('[role=alertdialog]')?.textContent ?? ''

  /** The dialog that asks whether to remove it. */
  async function ask(stack: StackView, giveUp: () => Result<undefined>) {
    let known = [stack]
    const installer = standIn({
      'stacks:list': () => ok(known),
      'stacks:giveUp': giveUp,
      'stacks:remove': () => fail('stack_has_waiting_actions'),
      'queue:export': () => ok({ rows: [], next: null })
    })
    const { page } = show(StacksPage)
    await flushPromises()
    await press('Remove Harbour')
    return { page, installer, becomes: (next: StackView[]) => (known = next) }
  }

  test('is not removed at once: the queue, or a copy of it, is one click away', async () => {
    const { installer } = await ask(waiting, () => ok(undefined))
    expect(said()).toContain('3 saved actions have not reached its server.')
    expect(button('Open the queue').getAttribute('href')).toBe('/queue')
    await press('Discard 3 actions and remove')
    expect(said()).toContain('Save the queue as a file first')
    await press('Save the queue as a file')
    expect(installer.inputsOf('queue:export')).toMatchObject([{ stackId: harbour.id }])
    expect(said()).toMatch(/The file queue-Harbour-.+ holds every action/)
    expect(installer.inputsOf('stacks:giveUp')).toEqual([])
  })

  test.each(['', '2', '33', 'three'])('is not given up by typing "%s"', async (text) => {
    const { installer } = await ask(waiting, () => ok(undefined))
    await press('Save the queue as a file')
    await type(text)
    await press('Discard 3 actions and remove')
    expect(said()).toContain('Type 3: so many actions will be discarded.')
    expect(installer.inputsOf('stacks:giveUp')).toEqual([])
  })

  test('is given up after a copy and with its number', async () => {
    const { page, installer, becomes } = await ask(waiting, () => ok(undefined))
    await press('Save the queue as a file')
    await type(' 3 ')
    becomes([])
    await press('Discard 3 actions and remove')
    expect(installer.inputsOf('stacks:giveUp')).toEqual([{ id: harbour.id, actions: 3 }])
    expect(page.text()).toContain('No stack yet')
  })

  test('is counted anew when the queue has changed meanwhile', async () => {
    const { installer, becomes } = await ask(waiting, () => fail('stack_has_waiting_actions'))
    await press('Save the queue as a file')
    await type('3')
    becomes([{ ...waiting, openActions: 4 }])
    await press('Discard 3 actions and remove')
    expect(said()).toContain('The queue has changed meanwhile')
    expect(said()).toContain('4 saved actions')
    await press('Discard 4 actions and remove')
    expect(said()).toContain('Save the queue as a file first')
    expect(installer.inputsOf('stacks:giveUp')).toHaveLength(1)
  })

  test('stays while something is on its way', async () => {
    await ask(waiting, () => fail('action_not_open'))
    await press('Save the queue as a file')
    await type('3')
    await press('Discard 3 actions and remove')
    expect(said()).toContain('Something is just on its way')
  })

  test('of which nobody knew when it was chosen is asked about all the same', async () => {
    const { installer, becomes } = await ask(harbour, () => ok(undefined))
    becomes([waiting])
    await press('Remove the stack')
    expect(installer.inputsOf('stacks:remove')).toHaveLength(1)
    expect(said()).toContain('3 saved actions have not reached its server.')
  })

  test('that is not the active one says how to get to its queue', async () => {
    await ask({ ...waiting, active: false }, () => ok(undefined))
    expect(said()).toContain('Work in Harbour first, then open the queue.')
    expect(() => button('Open the queue')).toThrow('no button')
  })
})

test('a list that fails can be asked for again', async () => {
  let answers = 0
  standIn({ 'stacks:list': () => (answers++ === 0 ? fail('internal') : ok([oulu])) })
  const { page } = show(StacksPage)
  await flushPromises()
  expect(page.text()).toContain('The app made a mistake')
  button('Try again').click()
  await flushPromises()
  expect(page.text()).not.toContain('The app made a mistake')
  expect(page.text()).toContain('Oulu')
})

test('does not go on saying where one works when that was changed elsewhere, as in the bar at the top', async () => {
  const page = await workInOulu()
  await useStacksStore().activate(harbour.id)
  await flushPromises()
  expect(page.text()).not.toContain('You now work in Oulu.')
})
