import { describe, expect, it } from 'vitest'
import { Laptop } from '../laptop/laptop'
import { configure } from '../outbox/intents'

describe.each(['keychain_locked', 'keychain_unavailable'] as const)('a keychain that is in trouble: %s', (trouble) => {
  it('costs nothing that is saved, is said, and all goes on once it answers', async () => {
    const laptop = await Laptop.signedIn()
    await laptop.restart({ patient: true })
    laptop.keychain.trouble = trouble
    await laptop.restart({ patient: true })
    const [action] = laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.pass(60_000)
    expect(laptop.app.session.view()).toMatchObject({ connection: 'no_secret', problem: { kind: trouble }, waiting: 1 })
    expect(laptop.effects()).toEqual([])
    await laptop.restart({ patient: true })
    laptop.keychain.trouble = null
    await laptop.app.session.checkAll()
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ id: action?.id, state: 'done' }])
    expect(laptop.effects()).toHaveLength(1)
  })
})

describe('a keychain that waits for somebody to answer its prompt', () => {
  it('keeps nobody from saving, nor the app from its end, and what was saved is sent later', async () => {
    const laptop = await Laptop.signedIn()
    await laptop.restart({ patient: true })
    const prompt = Promise.withResolvers<void>()
    laptop.keychain.answering = prompt.promise
    await laptop.crash()
    laptop.capture(configure(laptop.role('presence'), 60))
    await laptop.quiet()
    expect(laptop.app.session.view()).toMatchObject({ waiting: 1 })
    expect(laptop.effects()).toEqual([])
    // Quits while it still waits: would the end wait as well, this test would not come to its own.
    await laptop.restart({
      patient: false,
      meanwhile: () => {
        laptop.keychain.answering = Promise.resolve()
      }
    })
    await laptop.settle()
    expect(laptop.actions()).toMatchObject([{ state: 'done' }])
    expect(laptop.effects()).toHaveLength(1)
    prompt.resolve()
  })
})
