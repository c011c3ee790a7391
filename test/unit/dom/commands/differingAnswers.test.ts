import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { DifferingAnswer } from '@shared/domain/commandAnswer'
import { defaultSettings } from '@shared/ipc/settings'
import App from '@/frame/App.vue'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'
import { harbour, ok } from '../frame/installerStandIn'
import { show } from '../frame/mounting'
import { willingInstaller } from '../install/bench'

const tuid = 'TSPR04EZU31901021'
const answerOf = (change: Partial<DifferingAnswer> = {}): DifferingAnswer => ({
  tuid,
  tsmId: 1500,
  transactionId: 7,
  at: Date.now() - 120_000,
  ...change
})

async function open(news: DifferingAnswer[], language: 'en' | 'fi' = 'en') {
  const installer = willingInstaller()
  installer.answers['settings:get'] = () => ok({ ...defaultSettings, language })
  installer.answers['stacks:list'] = () => ok([harbour])
  installer.answers['answers:news'] = () => ok(news)
  const shown = show(App, { language })
  await Promise.all([useSettingsStore().start(), useSessionStore().start()])
  await shown.router.push('/settings')
  await flushPromises()
  return { ...shown, installer, banner: () => shown.page.find('.answers') }
}

describe('an answer that differs from what was asked for', () => {
  test.each([
    ['en', 'One answer differs from what you asked for', 'Reporting intervals, 2 minutes ago'],
    ['fi', 'Yksi vastaus poikkeaa pyydetystä', 'Raportointivälit, 2 minuuttia sitten']
  ] as const)(
    'in %s, is told above every page and leads to the commands of the thing',
    async (language, title, one) => {
      const { banner } = await open([answerOf()], language)
      expect(banner().attributes('role')).toBe('status')
      expect(banner().text()).toContain(title)
      expect(banner().text()).toContain(one)
      expect(banner().get('a').attributes('href')).toContain(`/things/${tuid}/commands`)
    }
  )

  test('is told by number when it is one of many', async () => {
    const { banner } = await open(Array.from({ length: 12 }, (_, index) => answerOf({ transactionId: index })))
    expect(banner().text()).toContain('12 answers differ from what you asked for')
    expect(banner().findAll('.one')).toHaveLength(3)
    expect(banner().text()).toContain('and 9 more')
  })

  test('is told as it is found, of this stack alone, until it was seen', async () => {
    const { banner, installer } = await open([])
    expect(banner().exists()).toBe(false)
    const emit = async (stackId: string, news: DifferingAnswer[]): Promise<boolean> => {
      installer.emit('answers:told', { stackId, news })
      await flushPromises()
      return banner().exists()
    }
    expect(await emit('11111111-1111-4111-8111-111111111111', [answerOf()])).toBe(false)
    expect(await emit(harbour.id, [answerOf()])).toBe(true)
    expect(await emit(harbour.id, [])).toBe(false)
  })

  test('is dismissed with all that it told', async () => {
    const { banner, installer } = await open([
      answerOf(),
      answerOf({ transactionId: 8 }),
      answerOf({ tuid: 'TSPD04ESY93100802' })
    ])
    banner().get<HTMLButtonElement>('[aria-label=Dismiss]').element.click()
    await flushPromises()
    expect(installer.inputsOf('answers:dismiss')).toEqual([{ stackId: harbour.id, tuids: [tuid, 'TSPD04ESY93100802'] }])
  })
})
