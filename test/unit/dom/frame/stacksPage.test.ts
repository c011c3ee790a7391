import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { StackView } from '@shared/ipc/channels'
import StacksPage from '@/stacks/StacksPage.vue'
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

test('switching asks nothing and says that the others go on being sent', async () => {
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
  expect(page.get('[role=status]').text()).toBe(
    'You now work in Oulu. What waits in other stacks goes on being sent to them.'
  )
  expect(page.findAll('li')[1]?.text()).toContain('Active')
})

test('a stack with queued actions stays, with the way to the queue', async () => {
  const installer = standIn({
    'stacks:list': () => ok([{ ...harbour, openActions: 3 }]),
    'stacks:remove': () => fail('stack_has_waiting_actions')
  })
  const { page } = show(StacksPage)
  await flushPromises()
  button('Remove Harbour').click()
  await flushPromises()
  expect(installer.inputsOf('stacks:remove')).toEqual([])
  button('Remove the stack').click()
  await flushPromises()
  expect(document.body.textContent).toContain('This stack still has actions in the queue')
  expect(button('Open the queue').getAttribute('href')).toBe('/queue')
  expect(page.text()).toContain('Harbour')
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
