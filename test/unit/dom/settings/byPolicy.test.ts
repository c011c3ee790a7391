import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import SettingsPage from '@/settings/SettingsPage.vue'
import StacksPage from '@/stacks/StacksPage.vue'
import { harbour, ok, standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'

const managed = { file: '/etc/policy.json', language: 'fi' as const, updateChannel: null, stackIds: [harbour.id] }

test('the language that a policy decides is shown and not offered', async () => {
  standIn({ 'policy:get': () => ok(managed) })
  const { page } = show(SettingsPage)
  await flushPromises()
  expect(page.text()).toContain('Set by your organisation.')
  const choices = page.findAll<HTMLInputElement>('input[type=radio]')
  const disabled = choices.filter(({ element }) => element.disabled)
  expect(disabled).toHaveLength(3)
  expect(choices.length).toBeGreaterThan(3)
})

test('of a stack that a policy names only the secret can be given', async () => {
  standIn({ 'policy:get': () => ok(managed), 'stacks:list': () => ok([{ ...harbour, secret: 'missing' }]) })
  const { page } = show(StacksPage)
  await flushPromises()
  expect(page.text()).toContain('Set by your organisation.')
  expect(() => button('Remove Harbour')).toThrow('no button')
  button('Change Harbour').click()
  await flushPromises()
  const fields = page.findAll<HTMLInputElement>('form input')
  expect(fields.map(({ element }) => element.readOnly)).toEqual([true, true, true, false])
})

test('without a policy all of it is the person’s', async () => {
  standIn({ 'stacks:list': () => ok([harbour]) })
  const { page } = show(StacksPage)
  await flushPromises()
  expect(page.text()).not.toContain('Set by your organisation.')
  expect(button('Remove Harbour')).toBeTruthy()
})
