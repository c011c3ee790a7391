import { describe, expect, it } from 'vitest'
import { allAnswers } from '@shared/domain/commandAnswer'
import { day, hour, looksOf, minute, second, site, threshold } from './site'

describe('the answer of a device', () => {
  it('is found when it answers at once, and asked for no more', async () => {
    const { laptop, tuid, told, send, shown, looks } = await site({ echo: { mode: 'at once' } })
    await send()
    expect(shown()).toEqual({ state: 'waiting' })
    await laptop.pass(10 * second)
    expect(shown()).toMatchObject({ state: 'answered', fields: [{ name: 'threshold', value: 100 }], differences: [] })
    expect(told).toEqual([tuid])
    await laptop.pass(hour)
    expect(looks()).toBe(1)
  })

  it('is asked for as the specification has it, from long before the command was captured', async () => {
    const { laptop, tuid, send } = await site()
    const from = Math.floor((laptop.clock.now() - day) / 1000)
    await send()
    await laptop.pass(10 * second)
    expect(looksOf(laptop).map(decodeURIComponent)).toEqual([
      `/things/${tuid}/messages?messageid=13200&eventid=31,36&from=${from}&limit=200`
    ])
  })

  it('is found when it comes late', async () => {
    const { laptop, send, shown } = await site({ echo: { mode: 'late', afterMs: 50 * second } })
    await send()
    await laptop.pass(49 * second)
    expect(shown()).toEqual({ state: 'waiting' })
    await laptop.pass(30 * second)
    expect(shown().state).toBe('answered')
  })

  it('is found with the values that the device applied instead', async () => {
    const { laptop, send, shown } = await site({ echo: { mode: 'clamped' } })
    await send(100)
    await laptop.pass(minute)
    expect(shown()).toMatchObject({
      state: 'answered',
      differences: [{ asked: { value: 100 }, applied: { name: 'threshold', value: 200 } }]
    })
  })

  it('is the same when it is delivered twice', async () => {
    const { laptop, tuid, send, shown, looks } = await site({ echo: { mode: 'twice' } })
    await send()
    await laptop.pass(minute)
    expect(shown().state).toBe('answered')
    expect(looks()).toBe(1)
    expect(laptop.app.answers.kept(laptop.stackId, tuid).answers).toHaveLength(1)
  })

  it('is told from that to another command which came in the same second', async () => {
    const { laptop, tuid, send } = await site({ echo: { mode: 'at once' } })
    const sent = [await send(100), await send(120)]
    await laptop.pass(minute)
    const { answers } = laptop.app.answers.kept(laptop.stackId, tuid)
    const applied = sent.map(
      ({ transactionId }) => answers.find((each) => each.transactionId === transactionId)?.answer?.fields['threshold']
    )
    expect(applied).toEqual([100, 120])
  })

  it('to somebody else’s number is none', async () => {
    const { laptop, tuid, send, shown, looks } = await site()
    const { transactionId } = await send()
    laptop.cloud.world.addMessage(tuid, { tsmId: 13_200, tsmEv: 31, transactionId: (transactionId ?? 0) + 1 })
    laptop.cloud.world.addMessage(tuid, { tsmId: 1500, tsmEv: 31, transactionId: transactionId ?? 0 })
    await laptop.pass(6 * minute)
    expect(shown()).toMatchObject({ state: 'silent' })
    expect(looks()).toBeGreaterThan(5)
  })

  it('that never comes is said so after five minutes, and no more after a day', async () => {
    const { laptop, send, shown, looks } = await site()
    await send()
    await laptop.pass(5 * minute)
    expect(shown().state).toBe('silent')
    // The laptop sleeps, and wakes up after a day.
    laptop.clock.advanceTo(laptop.clock.now() + day)
    await laptop.pass(minute)
    expect(shown()).toEqual({ state: 'unanswered' })
    const before = looks()
    await laptop.pass(hour)
    await laptop.restart({ patient: true })
    await laptop.pass(hour)
    expect(looks()).toBe(before)
    expect(shown()).toEqual({ state: 'unanswered' })
  })

  it('is not asked for before the server took the command, nor without any', async () => {
    const { laptop, tuid, looks } = await site()
    await laptop.pass(hour)
    await laptop.cloud.refuseConnections()
    laptop.capture(threshold(tuid, 100))
    await laptop.pass(minute)
    expect(looks()).toBe(0)
    expect(laptop.cloud.requests.some(({ path }) => path.includes('/messages'))).toBe(false)
  })

  it('of several commands to one thing is asked for at once', async () => {
    const { laptop, send, looks } = await site()
    const sent = [await send(100), await send(120)]
    await laptop.pass(10 * second)
    expect(looks()).toBe(1)
    const kept = laptop.app.answers.kept(laptop.stackId, laptop.role('presence')).answers
    expect(new Set(kept.map(({ transactionId }) => transactionId))).toEqual(
      new Set(sent.map(({ transactionId }) => transactionId))
    )
  })
})

describe('whoever else reads the messages of the thing', () => {
  it('finds its answer by that', async () => {
    const { laptop, tuid, send, shown, looks } = await site({ echo: { mode: 'at once' } })
    await send()
    await laptop.app.things.messages(laptop.stackId, tuid, { limit: 50 })
    expect(shown().state).toBe('answered')
    await laptop.pass(hour)
    expect(looks()).toBe(0)
  })

  it('has not looked for it by reading the newest of everything', async () => {
    const { laptop, tuid, send } = await site()
    await send()
    await laptop.app.things.messages(laptop.stackId, tuid, { limit: 50 })
    expect(laptop.app.answers.kept(laptop.stackId, tuid).answers).toEqual([])
    await laptop.app.things.messages(laptop.stackId, tuid, allAnswers)
    expect(laptop.app.answers.kept(laptop.stackId, tuid).answers).toMatchObject([{ answer: null }])
  })

  it('is joined when all answers are just being asked for', async () => {
    const { laptop, tuid, send, looks } = await site()
    await send()
    const release = laptop.transport.hold('/messages')
    const reading = laptop.app.things.messages(laptop.stackId, tuid, allAnswers)
    const looking = laptop.app.answers.look(laptop.stackId, tuid)
    release()
    await Promise.all([reading, looking])
    expect(looks()).toBe(1)
  })

  it('does not wait for the same twice', async () => {
    const { laptop, tuid, send, looks } = await site()
    await send()
    const look = () => laptop.app.answers.look(laptop.stackId, tuid)
    await Promise.all([look(), look(), look()])
    expect(looks()).toBe(1)
  })
})

describe('somebody in front of a screen', () => {
  it('is told sooner', async () => {
    const { laptop, tuid, send, looks } = await site()
    await send()
    await laptop.pass(30 * minute)
    const before = looks()
    laptop.app.answers.attend(laptop.stackId, [tuid])
    await laptop.pass(5 * minute)
    expect(looks() - before).toBeGreaterThanOrEqual(10)
    laptop.app.answers.attend(laptop.stackId, [])
    const then = looks()
    await laptop.pass(14 * minute)
    expect(looks()).toBe(then)
  })

  it('who looks elsewhere hears of an answer that differs, until it is seen', async () => {
    const { laptop, tuid, news, send } = await site({ echo: { mode: 'clamped' } })
    const { transactionId } = await send(100)
    await laptop.pass(minute)
    expect(news).toEqual([[tuid]])
    const all = (): unknown => laptop.app.answers.news(laptop.stackId)
    expect(all()).toMatchObject([{ tuid, tsmId: 13_200, transactionId }])
    await laptop.restart({ patient: true })
    expect(all()).toMatchObject([{ tuid }])
    laptop.app.answers.attend(laptop.stackId, [tuid])
    expect(all()).toEqual([])
    await laptop.restart({ patient: true })
    expect(all()).toEqual([])
  })

  it.each([
    ['it is just what was asked for', { mode: 'at once' }, false],
    ['the thing is on screen', { mode: 'clamped' }, true]
  ] as const)('hears nothing when %s', async (_, echo, isOnScreen) => {
    const { laptop, tuid, told, news, send } = await site({ echo })
    if (isOnScreen) laptop.app.answers.attend(laptop.stackId, [tuid])
    await send(100)
    await laptop.pass(minute)
    expect(told).toContain(tuid)
    expect(news).toEqual([])
    expect(laptop.app.answers.news(laptop.stackId)).toEqual([])
  })

  it('may take notice without looking at the thing', async () => {
    const { laptop, tuid, news, send } = await site({ echo: { mode: 'clamped' } })
    await send(100)
    await laptop.pass(minute)
    laptop.app.answers.dismiss(laptop.stackId, [tuid])
    expect(news).toEqual([[tuid], []])
  })
})

describe('a stack that moved to another address', () => {
  it('has told nothing yet, and may answer there what it was sent', async () => {
    const { laptop, tuid, send, shown } = await site({ echo: { mode: 'at once' } })
    await send()
    await laptop.pass(minute)
    const { id, name } = laptop.app.stacks.mustKnow(laptop.stackId)
    const { url, clientId, clientSecret } = laptop.cloud
    const moved = { id, name, baseUrl: url.replace('127.0.0.1', 'localhost'), clientId, clientSecret }
    await laptop.app.stacks.save({ ...moved, keep: 'keychain' })
    expect(laptop.app.answers.kept(laptop.stackId, tuid).answers).toEqual([])
    await laptop.pass(minute)
    expect(shown().state).toBe('answered')
  })
})
