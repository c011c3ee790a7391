import fc from 'fast-check'
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { problemSchema } from '@shared/domain/problem'
import { channels, events } from '@shared/ipc/channels'
import { channelNames, eventNames, type ChannelName } from '@shared/ipc/names'
import { Recoveries } from '../../../../src/main/recoveries'
import { createHandlers } from '../../../../src/main/ipc/handlers'
import { sendEvent } from '../../../../src/main/ipc/sendEvent'
import { trustedSender } from '../../../../src/main/ipc/sender'
import { Updates } from '../../../../src/main/updates/updates'
import { Laptop } from '../laptop/laptop'
import { RecordingLog } from '../recordingLog'
import { goodInputs } from './channelSamples'
import { openGate, type Gate } from './gate'
import { hostileValue, spoiled } from './hostileValues'

/** On a busy machine too, a hang is longer than this. */
const patience = 240_000

/** Everything of a laptop that a call could have changed. */
function stateOf(laptop: Laptop): string {
  const { settings, visits } = laptop.app
  const rows = laptop.withDatabase((db) => db.prepare('SELECT count(*), max(rowid) FROM actions').get())
  return JSON.stringify([
    settings.settings(),
    settings.knownStacks(),
    [...laptop.keychain.secrets],
    rows,
    visits.list()
  ])
}

/** A good input for the stack that a laptop really has. */
function sampleFor(laptop: Laptop, channel: ChannelName): unknown {
  const sample: unknown = goodInputs[channel]
  if (sample === undefined) return undefined
  const text = JSON.stringify(sample).replaceAll('3f6c0f4e-6a3f-4b7e-9a51-0d3c5f1f2a11', laptop.stackId)
  return JSON.parse(text.replaceAll('https://api.example.com', laptop.cloud.url)) as unknown
}

/** The real handlers; only what would leave the app, or end it, does nothing. */
function openRealGate(laptop: Laptop): Gate {
  const info = { version: '1', platform: 'linux', electron: '45', systemLanguage: 'en', dataFolder: '/', notices: [] }
  const updates = new Updates({
    updater: { off: 'not_installed' },
    channel: () => 'stable',
    isSending: () => false,
    quit: () => undefined,
    timing: laptop.clock.run().timing,
    log: laptop.log,
    onChanged: () => undefined
  })
  const support = { dataFolder: '/', policy: null, recoveries: new Recoveries(null) }
  const { app, log } = laptop
  const real = createHandlers({ ...app, updates, info: () => info, log, logFiles: () => [], support })
  return openGate({
    ...(real as Record<string, (input: unknown) => unknown>),
    'app:quit': () => undefined,
    'app:openExternal': () => undefined,
    'app:copyText': () => undefined
  })
}

it(
  'the real handlers, asked for nonsense thousands of times, refuse it in words, change nothing and go on',
  async () => {
    const laptop = await Laptop.signedIn({ inMemory: true })
    const gate = openRealGate(laptop)
    const asked = new Map<ChannelName, number>()
    for (const channel of channelNames) {
      let before = stateOf(laptop)
      await fc.assert(
        fc.asyncProperty(spoiled(sampleFor(laptop, channel)), async (input) => {
          asked.set(channel, (asked.get(channel) ?? 0) + 1)
          const answer = await gate.call(channel, input)
          if (answer.ok) {
            before = stateOf(laptop)
            return
          }
          expect(problemSchema.safeParse(answer.problem).success).toBe(true)
          expect(answer.problem, JSON.stringify(laptop.log.entries.at(-1))).not.toMatchObject({ kind: 'internal' })
          if (answer.problem.kind === 'invalid_input') expect(stateOf(laptop)).toBe(before)
        }),
        { numRuns: 50, seed: 4711 }
      )
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect([...asked.keys()]).toEqual([...channelNames])
    gate.close()
  },
  patience
)

describe('a handler that answers nonsense', () => {
  it.each(channelNames)('%s passes on only what the table allows', async (channel) => {
    let given: unknown
    const careless = openGate({ [channel]: () => given })
    const input: unknown = goodInputs[channel]
    await fc.assert(
      fc.asyncProperty(hostileValue, async (value) => {
        given = value
        const answer = await careless.call(channel, ...(input === undefined ? [] : [input]))
        if (answer.ok) expect(channels[channel].output.safeParse(answer.value).success).toBe(true)
        else expect(answer.problem.kind).toBe('internal')
      }),
      { numRuns: 60, seed: 4711 }
    )
    careless.close()
  })

  it.each(eventNames)('%s tells the page only what the table allows', (name) => {
    const heard: unknown[] = []
    const page = { isDestroyed: () => false, send: (_name: string, payload: unknown) => void heard.push(payload) }
    fc.assert(
      fc.property(hostileValue, (value) => {
        // A mistake of ours that slipped past the compiler; sending needs no more of a page.
        sendEvent(page as unknown as WebContents, name, value as never, new RecordingLog())
      }),
      { numRuns: 60, seed: 4711 }
    )
    for (const payload of heard) expect(events[name].safeParse(payload).success).toBe(true)
  })
})

/** Only which one it is matters. */
function identity(): WebContents {
  const one: unknown = {}
  return one as WebContents
}

describe('a frame that is not ours', () => {
  const own = identity()
  const ours = 'installer://app/'
  const address = fc.oneof(
    fc.constantFrom(
      ours,
      'https://example.com/',
      'about:srcdoc',
      'file:///app/',
      'installer://app.evil/',
      'blob:installer://app/1'
    ),
    fc.webUrl(),
    fc.string()
  )
  const frame = fc.oneof(
    fc.constant(null),
    fc.record({ url: address, parent: fc.constantFrom<unknown>(null, undefined, {}, { url: ours }) }),
    fc.constant({
      parent: null,
      get url(): string {
        throw new Error('disposed')
      }
    }),
    hostileValue
  )

  it(
    'is refused before its input is looked at, whatever it says it is',
    async () => {
      const isTrusted = trustedSender(() => own, null)
      const closed = openGate({}, isTrusted)
      const callable = ipcMain as unknown as {
        answer(channel: string, event: unknown, args: unknown[]): Promise<unknown>
      }
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...channelNames),
          fc.constantFrom<unknown>(own, {}, null, undefined),
          frame,
          hostileValue,
          async (channel, sender, senderFrame, input) => {
            const event = { sender, senderFrame }
            const isOurs =
              sender === own && typeof senderFrame === 'object' && isTrusted(event as unknown as IpcMainInvokeEvent)
            fc.pre(!isOurs)
            await expect(callable.answer(channel, event, [input])).rejects.toThrow(/^refused$/)
          }
        ),
        { numRuns: 2_000, seed: 4711 }
      )
      expect(closed.ran).toEqual([])
      closed.close()
    },
    patience
  )

  it('is ours only as the main frame of our window at our address', () => {
    const isTrusted = trustedSender(() => own, null)
    fc.assert(
      fc.property(address, fc.constantFrom<unknown>(null, {}, undefined), fc.boolean(), (url, parent, isOwn) => {
        const event = { sender: isOwn ? own : {}, senderFrame: { url, parent } } as unknown as IpcMainInvokeEvent
        const expected = isOwn && parent === null && /^installer:\/\/app([/?#]|$)/i.test(url)
        if (isTrusted(event)) expect(expected).toBe(true)
      }),
      { numRuns: 2_000, seed: 4711 }
    )
  })
})
