import { flushPromises } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import type { Action } from '@shared/domain/action'
import type { CommandRecord, ThingMessage } from '@shared/domain/thing'
import type { ChannelInput } from '@shared/ipc/channels'
import { fail, ok, type InstallerStandIn } from '../frame/installerStandIn'
import { button } from '../frame/mounting'
import { field, fill } from '../install/benchPage'
import { actionOf, failed, remembered, tuid } from '../install/fixtures'
import { hour, list, live, open, page, text, thingKnownAs } from './thingBench'

const at = Date.now()

const record = (change: Partial<CommandRecord> = {}): CommandRecord => ({
  tsmId: 13_200,
  tsmEv: 30,
  at: at - hour,
  responsible: 'anna',
  transactionId: 71,
  fields: { threshold: 40, mode: 1 },
  ...change
})

const answer = (fields: Record<string, unknown>, tsmId = 13_200): ThingMessage => ({
  key: `${tuid}:${tsmId}:${at}`,
  tsmId,
  tsmEv: 31,
  at: at - hour + 17_000,
  gatewayTuid: null,
  groupId: null,
  fields
})

const ours = (change: Partial<Action> = {}): Action =>
  actionOf(
    { type: 'command', tuid, commands: [{ tsmId: 1500, tsmEv: 30, parameters: { reportInterval: 60 } }] },
    { transactionId: 72, capturedAt: at, ...change }
  )

function withCommands(records: CommandRecord[], ...answers: ThingMessage[]): InstallerStandIn {
  const installer = thingKnownAs()
  installer.answers['things:commands'] = () => ok(live(list(...records)))
  installer.answers['things:messages'] = () => ok(live(list(...answers)))
  return installer
}

const openCommands = (language: 'en' | 'fi' = 'en') => open(`/things/${tuid}/commands`, language)
const rows = (): string[] => [...document.querySelectorAll('[data-command]')].map(text)

describe('the commands of a thing', () => {
  test('are told with their values, who sent them, and what the thing made of them', async () => {
    const installer = withCommands([record()], answer({ transactionId: 71, threshold: 60, mode: 1 }))
    await openCommands()
    expect(rows()).toEqual([expect.stringMatching(/^Presence detection13200.* · by annaDetection threshold40/)])
    expect(rows()[0]).toContain('The thing answered')
    expect(rows()[0]).toContain('Detection threshold: 40 was asked for, 60 applied.')
    expect(installer.inputsOf('things:messages')).toMatchObject([
      { tuid, messageIds: [1500, 1501, 12_200, 13_200], eventIds: [31, 36], limit: 200 }
    ])
  })

  test('may be of any kind, and without a time, a sender or values', async () => {
    const bare = { at: null, responsible: null, fields: {}, transactionId: null }
    withCommands([record({ ...bare, tsmId: 17_110 }), record({ ...bare, tsmId: 12_200 })])
    await openCommands()
    expect(rows()).toEqual([
      'Command 17110It is not known when · It is not known by whomWithout values.',
      expect.stringMatching(/^What is measured12200.*Without values: asks the thing for its settings\.$/)
    ])
  })

  test('of this laptop go their way before everybody’s eyes', async () => {
    const installer = withCommands([])
    const action = ours()
    installer.queue.put([action])
    await openCommands()
    expect(rows()).toEqual([expect.stringMatching(/^Reporting intervals1500from this laptopsaved .*Saved here/)])
    installer.answers['things:commands'] = () =>
      ok(live(list(record({ tsmId: 1500, transactionId: 72, at, responsible: 'me', fields: { reportInterval: 60 } }))))
    installer.change({ ...action, state: 'done', receipt: { at, by: 'answer', responsible: 'me' } })
    await flushPromises()
    expect(rows()).toEqual([expect.stringMatching(/from this laptop.* by me.*Confirmed .*Sent\. The thing answers/)])
  })

  test('of this laptop are answered as soon as main finds it, and after that without a connection', async () => {
    const installer = withCommands([])
    const sent = ours({ state: 'done', receipt: { at: at - hour, by: 'answer', responsible: 'me' } })
    installer.queue.put([sent])
    await openCommands()
    expect(installer.inputsOf('answers:attend')).toEqual([{ stackId: sent.stackId, tuids: [tuid] }])
    expect(rows()).toEqual([expect.stringContaining('no answer from the thing yet')])
    installer.answers['answers:kept'] = () =>
      ok({
        answers: [
          { transactionId: 72, lookedAt: at, answer: answer({ transactionId: 72, reportInterval: 300 }, 1500) }
        ],
        problem: null
      })
    installer.answers['things:messages'] = () => ok(failed('offline'))
    installer.emit('answers:changed', { stackId: sent.stackId, tuid })
    await flushPromises()
    expect(rows()).toEqual([expect.stringContaining('Report interval: you asked for 60 s, it applied 300 s.')])
    button('Read commands again').click()
    await flushPromises()
    expect(rows()).toEqual([expect.stringContaining('it applied 300 s.')])
  })

  test('are waited for no longer than somebody sees them', async () => {
    const installer = withCommands([])
    const { router } = await openCommands()
    await router.push(`/things/${tuid}`)
    await flushPromises()
    expect(
      installer.inputsOf('answers:attend').map((input) => (input as ChannelInput<'answers:attend'>).tuids)
    ).toEqual([[tuid], []])
  })

  test('that need a person lead to the queue', async () => {
    const installer = withCommands([])
    installer.queue.put([ours({ state: 'needs_you' })])
    await openCommands()
    expect(button('Decide in the queue').getAttribute('href')).toContain('/queue')
  })

  test('say so when there are none, and count those that cannot be read', async () => {
    const installer = thingKnownAs()
    installer.answers['things:commands'] = () => ok(live({ items: [], unreadable: 1 }))
    await openCommands()
    expect(page()).toContain('No commands yet')
    expect(page()).toContain('1 entry could not be read.')
  })

  test('cannot be read for a reason of their own, and are tried again', async () => {
    const installer = withCommands([])
    installer.answers['things:commands'] = () => fail('internal')
    await openCommands()
    installer.answers['things:commands'] = () => ok(live(list(record())))
    button('Try again').click()
    await flushPromises()
    expect(rows()).toHaveLength(1)
  })

  test('are read again on demand, with their answers', async () => {
    const installer = withCommands([])
    await openCommands()
    installer.answers['things:commands'] = () => ok(live(list(record())))
    installer.answers['things:messages'] = () => ok(live(list(answer({ transactionId: 71, threshold: 40 }))))
    button('Read commands again').click()
    await flushPromises()
    expect(rows()).toEqual([expect.stringContaining('The thing answered')])
  })

  test('are those last seen here without a connection, and no answer is denied', async () => {
    const installer = thingKnownAs()
    installer.answers['things:commands'] = () =>
      ok(remembered(list(record(), record({ transactionId: 70, at: at - 2 * hour }))))
    installer.answers['things:messages'] = (input: unknown) =>
      ok(
        (input as ChannelInput<'things:messages'>).eventIds === undefined
          ? remembered(list(answer({ transactionId: 71, threshold: 60 })))
          : failed('offline')
      )
    installer.queue.put([ours()])
    await openCommands()
    expect(page()).toMatch(/Command history ?as of/)
    expect(rows()).toEqual([
      expect.stringContaining('Saved here, will be sent'),
      expect.stringContaining('60 applied'),
      expect.stringContaining('Whether the thing has answered is not known')
    ])
  })

  test('are many: the newest first, the others on demand', async () => {
    withCommands(Array.from({ length: 60 }, (_, index) => record({ transactionId: index, at: at - index * hour })))
    await openCommands()
    expect(rows()).toHaveLength(50)
    button('Show more (10)').click()
    await flushPromises()
    expect(rows()).toHaveLength(60)
  })
})

describe('a command', () => {
  async function fillIn(): Promise<void> {
    button('Send a command').click()
    await flushPromises()
    button('Reporting intervalsHow often it measures and how often it reports.').click()
    await flushPromises()
    await fill(field('Report interval (seconds)'), '120')
  }
  async function submit(): Promise<void> {
    field('Report interval (seconds)').form?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
  }

  test('is sent from here through the queue', async () => {
    const installer = withCommands([])
    await openCommands()
    await fillIn()
    await submit()
    expect(installer.inputsOf('outbox:capture')).toMatchObject([
      { intents: [{ type: 'command', tuid, commands: [{ tsmId: 1500, parameters: { reportInterval: 120 } }] }] }
    ])
    expect(rows()).toEqual([expect.stringMatching(/Report interval120 sSaved here, will be sent/)])
    expect(document.activeElement).toBe(button('Send a command'))
  })

  test('that could not be saved is said to be so, and stays as it was filled in', async () => {
    const installer = withCommands([])
    installer.answers['outbox:capture'] = () => fail('disk_full')
    await openCommands()
    await fillIn()
    await submit()
    expect(page()).toContain('Not saved')
    expect(field('Report interval (seconds)').value).toBe('120')
    expect(rows()).toEqual([])
  })

  test('half filled in is still there when one comes back, but not for another thing', async () => {
    withCommands([])
    const { router } = await openCommands()
    await fillIn()
    await router.push(`/things/${tuid}`)
    await flushPromises()
    await router.push(`/things/${tuid}/commands`)
    await flushPromises()
    const reopen = async (): Promise<string> => {
      button('Send a command').click()
      await flushPromises()
      button('Reporting intervalsHow often it measures and how often it reports.').click()
      await flushPromises()
      return field('Report interval (seconds)').value
    }
    expect(await reopen()).toBe('120')
    await router.push('/things/TSPD04ESY93100803/commands')
    await flushPromises()
    expect(await reopen()).toBe('')
  })

  test('speaks Finnish', async () => {
    withCommands([record()], answer({ transactionId: 71, threshold: 60, mode: 1 }))
    await openCommands('fi')
    expect(rows()[0]).toContain('lähettänyt anna')
    expect(button('Lähetä komento')).toBeDefined()
  })
})
