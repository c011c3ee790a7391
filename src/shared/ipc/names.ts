/**
 * Every channel between page and main process. The preload needs only these names; what crosses each channel stands
 * in channels.ts, and the compiler holds the two lists together.
 */
export const channelNames = [
  'app:info',
  'app:openExternal',
  'app:copyText',
  'app:reportError',
  'app:quit',
  'storage:open',
  'settings:get',
  'settings:set',
  'stacks:list',
  'stacks:save',
  'stacks:activate',
  'stacks:remove',
  'stacks:giveUp',
  'session:get',
  'session:check',
  'things:general',
  'things:installations',
  'things:group',
  'things:alerts',
  'things:signal',
  'things:messages',
  'things:commands',
  'things:cancel',
  'things:recent',
  'groups:list',
  'groups:kept',
  'groups:refresh',
  'groups:keptThings',
  'groups:things',
  'alerts:kept',
  'alerts:refresh',
  'alerts:want',
  'alerts:notices',
  'alerts:dismiss',
  'outbox:capture',
  'outbox:attempts',
  'outbox:sync',
  'outbox:pause',
  'outbox:retry',
  'outbox:retryAll',
  'outbox:settle',
  'outbox:dependents',
  'outbox:discard',
  'outbox:settleAlike',
  'outbox:discardAlike',
  'outbox:quarantined',
  'queue:list',
  'queue:things',
  'queue:inFlight',
  'queue:alike',
  'queue:export'
] as const

export type ChannelName = (typeof channelNames)[number]

/** What main tells the page without being asked. */
export const eventNames = [
  'session:changed',
  'outbox:changed',
  'things:changed',
  'alerts:changed',
  'alerts:detail',
  'alerts:noticed'
] as const

export type EventName = (typeof eventNames)[number]
