import type { ChannelInput } from '@shared/ipc/channels'
import type { ChannelName } from '@shared/ipc/names'

const stackId = '3f6c0f4e-6a3f-4b7e-9a51-0d3c5f1f2a11'
const id = '9b2f2f0a-12a4-4c0f-8a39-5a1b9d0c7e22'
const tuid = 'TSPD04ESY93100802'
const plan = { groupId: 'dm_fi_test', status: 'installed', command: null, kind: 'environment' } as const
const ticket = '5d1c8a0e-7c1b-4a44-8d55-0f4f0b7c9d33'

/** One good input for each channel, with every optional part present, so that hostile variants can be made of it. */
export const goodInputs: { readonly [C in ChannelName]: ChannelInput<C> } = {
  'app:info': undefined,
  'app:openExternal': { url: 'https://example.com/manual' },
  'app:copyText': { text: 'TSPD04 ESY93100802' },
  'app:reportError': { message: 'boom', stack: 'at nowhere' },
  'app:quit': undefined,
  'storage:open': undefined,
  'about:versions': undefined,
  'about:openDataFolder': undefined,
  'recovery:get': undefined,
  'recovery:dismiss': undefined,
  'policy:get': undefined,
  'settings:get': undefined,
  'settings:set': {
    language: 'fi',
    theme: 'dark',
    contrast: 'high',
    textSize: 115,
    lastChoices: { [stackId]: { groupId: 'dm_fi_test', status: 'installed' } },
    lastPlans: {
      [stackId]: { groupId: 'dm_fi_test', status: 'installed', command: null, kind: 'presence' }
    },
    lastIntervals: { presence: { reportInterval: 3600, measurementInterval: null } },
    queueByThing: true,
    cacheLimitMb: 250,
    cacheKeepDays: 30,
    sounds: false,
    releaseChannel: 'beta',
    camera: { deviceId: 'a1b2', explained: true },
    installer: 'Aino',
    replacement: { fate: 'retired', old: { stackId, tuid } }
  },
  'diagnostics:collect': undefined,
  'cache:usage': undefined,
  'cache:cleanUp': undefined,
  'updates:state': undefined,
  'updates:check': undefined,
  'updates:restart': undefined,
  'updates:later': undefined,
  'stacks:chosen': undefined,
  'stacks:list': undefined,
  'stacks:save': {
    id: stackId,
    name: 'Harbour',
    baseUrl: 'https://api.example.com',
    clientId: 'client',
    clientSecret: 'a very secret value',
    keep: 'keychain'
  },
  'stacks:activate': { id: stackId },
  'stacks:remove': { id: stackId },
  'stacks:giveUp': { id: stackId, actions: 3 },
  'session:get': undefined,
  'session:check': undefined,
  'things:general': { stackId, tuid, ticket },
  'things:installations': { stackId, tuid, ticket },
  'things:group': { stackId, tuid, ticket },
  'things:alerts': { stackId, tuid, ticket, from: 1_700_000_000_000, to: 1_800_000_000_000 },
  'things:signal': { stackId, tuid, ticket },
  'things:messages': {
    stackId,
    tuid,
    ticket,
    limit: 50,
    from: 1_700_000_000_000,
    to: 1_700_000_000_000,
    messageIds: [1500],
    eventIds: [31, 36]
  },
  'things:commands': { stackId, tuid, ticket },
  'things:cancel': { tickets: [ticket] },
  'things:recheck': { stackId },
  'things:recent': { stackId },
  'tests:leftOn': { stackId },
  'tests:before': { stackId, tuids: [tuid] },
  'groups:list': { stackId, query: 'harbour', ask: true },
  'groups:kept': { stackId },
  'groups:refresh': { stackId, query: 'harbour', recheck: true },
  'groups:keptThings': { stackId, groupId: 'prfi00attic' },
  'groups:things': { stackId, groupId: 'prfi00attic', recheck: true },
  'alerts:kept': { stackId },
  'alerts:refresh': { stackId, recheck: true },
  'alerts:want': { stackId, tuids: [tuid], again: false },
  'alerts:notices': { stackId },
  'alerts:dismiss': { stackId, tuids: [tuid] },
  'answers:kept': { stackId, tuid },
  'answers:look': { stackId, tuid },
  'answers:attend': { stackId, tuids: [tuid] },
  'answers:news': { stackId },
  'answers:dismiss': { stackId, tuids: [tuid] },
  'outbox:capture': {
    stackId,
    intents: [
      { type: 'status', tuid, status: 'installed' },
      { type: 'group', tuid, groupId: 'dm_fi_test' },
      { type: 'command', tuid, commands: [{ tsmId: 13200, tsmEv: 30, parameters: { reportInterval: 3600 } }] },
      { type: 'group_create', groupId: 'dm_fi_new', description: 'Second floor' }
    ]
  },
  'outbox:attempts': { id },
  'outbox:sync': undefined,
  'outbox:pause': { stackId, paused: true },
  'outbox:retry': { id },
  'outbox:retryAll': { stackId, tuid },
  'outbox:settle': { id, choice: 'send_again' },
  'outbox:dependents': { id },
  'outbox:discard': { id, reason: 'scanned by mistake', withDependents: false },
  'outbox:settleAlike': { id, choice: 'keep_theirs' },
  'outbox:takeBack': { stackId, ids: [id] },
  'outbox:discardAlike': { id, reason: 'scanned by mistake' },
  'outbox:quarantined': undefined,
  'queue:list': { stackId, states: ['pending'], search: 'tspd04', subject: { tuid }, offset: 50, limit: 50 },
  'queue:things': { stackId, states: ['pending'], search: 'tspd04', offset: 50, limit: 50 },
  'queue:inFlight': { stackId },
  'queue:alike': { id },
  'queue:range': { stackId, first: 1, last: 30 },
  'queue:export': { stackId, after: 0, limit: 200 },
  'visits:list': undefined,
  'visits:find': { search: 'annex TSPR04' },
  'visits:get': { id },
  'visits:start': { stackId, site: 'Harbour house', installer: 'Aino' },
  'visits:change': { id, site: 'Harbour house', installer: 'Aino', note: 'Key at the desk', plan },
  'visits:end': { id },
  'visits:resume': { id },
  'visits:delete': { id },
  'visits:things': { id, filter: 'all', offset: 0, limit: 50 },
  'visits:report': { id, after: 0, limit: 100 },
  'visits:describe': { id, tuid, note: 'Behind the door', place: { floor: '2', room: 'Attic', text: '' } },
  'visits:scan': { id, tuid, via: 'scanner' },
  'visits:addList': { id, lines: [{ tuid, groupId: 'dm_fi_test', status: 'installed', note: '', place: null }] },
  'visits:settle': { id, tuid, choice: 'apply', alike: true },
  'visits:undo': { id, tuid },
  'visits:check': { id, tuids: [tuid] },
  'visits:capture': {
    stackId,
    works: [
      {
        tuid,
        kind: 'quarantine',
        partner: null,
        reason: 'wet',
        intents: [{ type: 'status', tuid, status: 'quarantine' }]
      }
    ]
  },
  'photos:add': {
    id,
    tuid,
    bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
    caption: 'The cabinet',
    at: 1_700_000_000_000
  },
  'photos:caption': { id, tuid, hash: 'a1'.repeat(32), caption: 'The cabinet' },
  'photos:remove': { id, tuid, hash: 'a1'.repeat(32) },
  'photos:read': { hash: 'a1'.repeat(32), type: 'image/jpeg' },
  'photos:usage': undefined
}
