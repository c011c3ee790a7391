import { flushPromises } from '@vue/test-utils'
import { defineComponent, h, ref } from 'vue'
import { expect, test } from 'vitest'
import { useHelpHere } from '@/help/helpHere'
import { useHelpAbout, useHelpStore } from '@/help/helpStore'
import HelpSheet from '@/help/HelpSheet.vue'
import { useSessionStore } from '@/stores/session'
import { ok, sessionOf, standIn } from '../frame/installerStandIn'
import { button, show } from '../frame/mounting'

const step = ref<'group' | 'status'>('group')
const withForm = ref(false)

const Form = defineComponent(() => {
  useHelpAbout(() => ({ topic: 'groups', step: 'new' }))
  return () => h('form')
})
const Page = defineComponent(() => {
  useHelpAbout(() => ({ topic: 'install', step: step.value }))
  const ask = useHelpHere()
  return () => h('div', [h('button', { onClick: ask }, 'Help'), withForm.value ? h(Form) : null])
})

async function ask() {
  button('Help').click()
  await flushPromises()
  const { topic, step: at } = useHelpStore()
  return `${topic ?? 'all'}/${at ?? ''}`
}

async function start(connection: 'online' | 'no_secret' = 'online') {
  standIn({ 'session:get': () => ok(sessionOf({ connection })) })
  step.value = 'group'
  withForm.value = false
  const { router } = show(Page)
  await useSessionStore().start()
  return { router }
}

test('help opens at what is on screen, and follows it', async () => {
  await start()
  expect(await ask()).toBe('install/group')
  step.value = 'status'
  await flushPromises()
  expect(await ask()).toBe('install/status')
  withForm.value = true
  await flushPromises()
  expect(await ask()).toBe('groups/new')
  withForm.value = false
  await flushPromises()
  expect(await ask()).toBe('install/status')
})

test('a secret that is missing is the first thing to explain', async () => {
  await start('no_secret')
  expect(await ask()).toBe('keychain/missing')
})

test.each<['en' | 'fi', string]>([
  ['en', 'This is what you see now'],
  ['fi', 'Tämä on ruudulla nyt']
])('in %s, the step about what is on screen is marked, until another topic is chosen', async (language, words) => {
  standIn({})
  const { page } = show(HelpSheet, { language })
  useHelpStore().open({ topic: 'install', step: 'status' })
  await flushPromises()
  const marked = page.findAll('[aria-current=step]')
  expect(marked).toHaveLength(1)
  expect(marked[0]?.text()).toContain(words)
  useHelpStore().turnTo('install')
  await flushPromises()
  expect(page.findAll('[aria-current=step]')).toHaveLength(0)
})
