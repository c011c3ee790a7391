import type { ChannelInput, ChannelOutput, EventPayload, Session, StackView } from '@shared/ipc/channels'
import type { ChannelName, EventName } from '@shared/ipc/names'
import type { Result } from '@shared/ipc/result'
import { defaultSettings } from '@shared/ipc/settings'
import { tuidOf, type Action } from '@shared/domain/action'
import type { GroupsOverview } from '@shared/domain/groupsOverview'
import type { Problem } from '@shared/domain/problem'
import { StandInQueue } from './standInQueue'

type Answers = {
  [C in ChannelName]?: (input: ChannelInput<C>) => Result<ChannelOutput<C>> | Promise<Result<ChannelOutput<C>>>
}

export interface InstallerStandIn {
  /** What the page asked, in order. */
  readonly calls: { channel: ChannelName; input: unknown }[]
  /** Answers of channels; one that is not here fails as `internal`. */
  readonly answers: Answers
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void
  /** What main's journal holds. */
  readonly queue: StandInQueue
  /** Puts actions into the journal as they are now, and tells the page that they have changed. */
  readonly change: (...actions: readonly Action[]) => void
  inputsOf: (channel: ChannelName) => unknown[]
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (kind: Problem['kind'], more: Partial<Problem> = {}): Result<never> => ({
  ok: false,
  problem: { kind, ...more }
})

const noGroups: GroupsOverview = {
  groups: [],
  changes: [],
  asOf: null,
  complete: false,
  offered: null,
  deletion: null,
  problem: null
}

/** Stands where the preload puts the bridge: the boundary of the page, on the far side of which is another process. */
export function standIn(answers: Answers = {}): InstallerStandIn {
  const calls: InstallerStandIn['calls'] = []
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const queue = new StandInQueue()
  const all: Answers = {
    'app:copyText': () => ok(undefined),
    'cache:usage': () => ok({ things: 0, messages: 0, bytes: 0, fileBytes: 0 }),
    'photos:usage': () => ok({ photos: 0, bytes: 0 }),
    'app:reportError': () => ok(undefined),
    'recovery:get': () => ok(null),
    'policy:get': () => ok({ file: null, language: null, updateChannel: null, stackIds: [] }),
    'settings:get': () => ok(defaultSettings),
    'updates:state': () => ok({ kind: 'off', why: 'not_installed' }),
    'stacks:list': () => ok([]),
    'tests:leftOn': () => ok([]),
    'tests:before': ({ tuids }) => ok(tuids.map(() => null)),
    'things:cancel': () => ok(undefined),
    'outbox:quarantined': () => ok([]),
    'queue:list': (filter) => ok(queue.list(filter)),
    'queue:things': (filter) => ok(queue.things(filter)),
    'queue:inFlight': () => ok([]),
    'queue:alike': () => ok(0),
    'groups:kept': () => ok(noGroups),
    'groups:refresh': () => ok(noGroups),
    'groups:keptThings': () => ok({ list: null, seenHere: [], moving: [] }),
    'groups:things': () => ok({ list: null, seenHere: [], moving: [] }),
    'alerts:kept': () => ok({ state: 'unread' }),
    'alerts:refresh': () => ok({ state: 'unread' }),
    'alerts:want': () => ok([]),
    'alerts:notices': () => ok([]),
    'answers:kept': () => ok({ answers: [], problem: null }),
    'answers:look': () => ok({ answers: [], problem: null }),
    'answers:attend': () => ok(undefined),
    'answers:news': () => ok([]),
    'answers:dismiss': () => ok(undefined),
    'visits:find': () => ok([]),
    ...answers
  }
  const room = (name: string): object =>
    new Proxy(
      {},
      {
        get: (_target, deed) => async (input: unknown) => {
          // The names of the bridge's functions are those of the channels.
          const channel = `${name}:${String(deed)}` as ChannelName
          calls.push({ channel, input })
          const answer = all[channel] as ((input: unknown) => unknown) | undefined
          return answer === undefined ? fail('internal', { detail: `no answer for ${channel}` }) : await answer(input)
        }
      }
    )
  const on = (event: string, listener: (payload: unknown) => void): (() => void) => {
    const heard = listeners.get(event) ?? new Set()
    listeners.set(event, heard.add(listener))
    return () => void heard.delete(listener)
  }
  const installer = new Proxy({}, { get: (_target, name) => (name === 'on' ? on : room(String(name))) })
  Object.defineProperty(window, 'installer', { value: installer, configurable: true })
  const emit: InstallerStandIn['emit'] = (event, payload) =>
    listeners.get(event)?.forEach((listener) => listener(payload))
  return {
    calls,
    answers: all,
    emit,
    queue,
    change(...actions) {
      queue.put(actions)
      emit(
        'outbox:changed',
        actions.map(({ seq }) => seq)
      )
      const done = actions.filter(({ state }) => state === 'done')
      if (done.length > 0) {
        emit(
          'things:changed',
          done.map(({ stackId, intent }) => ({ stackId, tuid: tuidOf(intent) }))
        )
      }
    },
    inputsOf: (channel) => calls.filter((call) => call.channel === channel).map((call) => call.input)
  }
}

export const harbour: StackView = {
  id: '6f1c9c52-6a0e-4a5e-9a53-0d1f4b1c2e11',
  name: 'Harbour',
  baseUrl: 'https://harbour.example/prod/v1',
  clientId: 'harbour-installer',
  secret: 'keychain',
  active: true,
  openActions: 0
}

export function sessionOf(change: Partial<Session> = {}): Session {
  return {
    stack: { id: harbour.id, name: harbour.name },
    connection: 'online',
    since: Date.UTC(2026, 10, 23, 9),
    problem: null,
    waiting: 0,
    sending: 0,
    needsYou: 0,
    paused: false,
    progress: null,
    storage: null,
    elsewhere: { waiting: 0, needsYou: 0 },
    ...change
  }
}
