import { z } from 'zod'
import {
  actionSchema,
  actionStates,
  actionStateSchema,
  attemptSchema,
  choiceSchema,
  intentSchema
} from '../domain/action'
import { cacheUsageSchema, cleanUpSchema } from '../domain/cache'
import { groupIdSchema, knownGroupSchema } from '../domain/deploymentGroup'
import { groupMembersSchema, groupsOverviewSchema } from '../domain/groupsOverview'
import { problemSchema } from '../domain/problem'
import {
  longestQueuePage,
  quarantinedSchema,
  queueCountsSchema,
  queuedThingSchema,
  renamedToSchema,
  subjectSchema
} from '../domain/queue'
import { secretPlaceSchema, stackSchema } from '../domain/stack'
import {
  alertPeriodSchema,
  commandRecordSchema,
  generalInfoSchema,
  groupOfThingSchema,
  installationRecordSchema,
  instantSchema,
  listOf,
  readingOf,
  thingMessageSchema
} from '../domain/thing'
import { tuidSchema } from '../domain/tuid'
import { alertChannels, alertEvents } from './alertChannels'
import { answerChannels, answerEvents } from './answerChannels'
import { diagnosticsChannels } from './diagnosticsChannels'
import { frontChannels, type appInfoSchema, type noticeSchema, type storageTroubleSchema } from './frontChannels'
import { sendingChannels, mostThings } from './sendingChannels'
import type { ChannelName, EventName } from './names'
import { photoChannels } from './photoChannels'
import type { connectionSchema } from './session'
import { sessionSchema } from './session'
import { settingsSchema } from './settings'
import { updateChannels, updateEvents } from './updateChannels'
import { supportChannels } from './supportChannels'
import { visitChannels, visitEvents } from './visitChannels'

const stackId = z.uuid()
/** A piece of work on things is a handful of actions. */
const mostTakenBack = 100
/** A reading with a ticket can be given up, see things:cancel. */
const ticket = z.uuid()
const readOfThing = z.strictObject({ stackId, tuid: tuidSchema, ticket: ticket.optional() })
/** A moment asked for: whole milliseconds since 1970 UTC that a Date can hold. */
const moment = z.number().int().min(0).max(8_640_000_000_000_000)
/** tsmId or tsmEv to be chosen from. */
const telegramIds = z.array(z.number().int().min(0)).min(1).max(100)

const queueFilter = z.strictObject({
  stackId,
  /** Null for all of them. */
  states: z.array(actionStateSchema).max(actionStates.length).nullable(),
  /** Part of a TUID or of a group's name, in any case and with spaces; empty for no search. */
  search: z.string().max(300)
})
const pageOfQueue = { offset: z.number().int().min(0).max(1e9), limit: z.number().int().min(1).max(longestQueuePage) }

export const stackViewSchema = stackSchema.extend({
  secret: secretPlaceSchema,
  active: z.boolean(),
  /** Actions of this stack that are not done or discarded. */
  openActions: z.number().int()
})

export const metThingSchema = z.strictObject({
  tuid: z.string(),
  /** When the server last told something of it here; null when all that is known was saved without it. */
  seenAt: instantSchema.nullable(),
  /** Its actions that are still open, and those among them that need a person. */
  openActions: z.number().int(),
  needsYou: z.number().int()
})

export const changedThingSchema = z.strictObject({
  stackId,
  /** Null: any thing of the stack. */
  tuid: z.string().nullable()
})

/**
 * The one table of what may cross between page and main process. Inputs are strict: an unknown key is refused.
 * Every answer travels in an envelope, see result.ts.
 */
export const channels = {
  ...frontChannels,
  /** Opens an https address in the system's browser, after the page has asked the person. */
  'app:openExternal': { input: z.strictObject({ url: z.string().max(2000) }), output: z.void() },

  'settings:set': { input: settingsSchema.partial(), output: settingsSchema },

  ...diagnosticsChannels,

  /** How much of what was read is kept here, of all stacks. */
  'cache:usage': { input: z.void(), output: cacheUsageSchema },
  /** Forgets all that was read, but what waiting actions need. Problems: disk_full, read_only, not_saved. */
  'cache:cleanUp': { input: z.void(), output: cleanUpSchema },

  'stacks:list': { input: z.void(), output: z.array(stackViewSchema) },
  /**
   * "Test and save": asks the server for a token with these credentials first, and saves only when it gave one. The
   * secret goes in here and never comes back; without one, the stored secret is tested. `id` null makes a new stack,
   * which becomes the active one. Where only the name is new, nobody is asked and no secret is needed. Problems: bad_url, not_https, offline, timeout, tls, not_this_api, bad_credentials,
   * secret_missing, keychain_unavailable, keychain_locked, stack_name_taken, stack_has_waiting_actions (the URL or
   * client id of a stack with open actions cannot change), set_by_policy, not_saved.
   */
  'stacks:save': {
    input: z.strictObject({
      id: stackId.nullable(),
      name: z.string().trim().min(1).max(60),
      baseUrl: z.string().max(2000),
      clientId: z.string().trim().min(1).max(200),
      clientSecret: z.string().min(1).max(2000).nullable(),
      /** `memory`: for this run only, where the machine has no keychain. */
      keep: z.enum(['keychain', 'memory'])
    }),
    output: stackViewSchema
  },
  'stacks:activate': { input: z.strictObject({ id: stackId }), output: z.void() },
  /** Removes a stack and its secret. Refused with stack_has_waiting_actions while any of its actions is open. */
  'stacks:remove': { input: z.strictObject({ id: stackId }), output: z.void() },
  /**
   * Removes a stack whose actions are still open: they are discarded, all or none. `actions` is how many the person has
   * agreed to lose; refused with stack_has_waiting_actions when they are not so many, and with action_not_open while one
   * is on its way.
   */
  'stacks:giveUp': { input: z.strictObject({ id: stackId, actions: z.number().int().min(1) }), output: z.void() },

  'session:get': { input: z.void(), output: sessionSchema },
  /** Looks again whether the active stack can be reached, signs in anew, and lets the outbox go on. */
  'session:check': { input: z.void(), output: sessionSchema },

  // Each part of a thing is read on its own, so that one failing part spoils no other. A problem with the server is
  // part of the reading; the channel itself only fails on nonsense. What is being read already is not asked twice.
  'things:general': { input: readOfThing, output: readingOf(generalInfoSchema) },
  /** Newest first. */
  'things:installations': { input: readOfThing, output: readingOf(listOf(installationRecordSchema)) },
  'things:group': { input: readOfThing, output: readingOf(groupOfThingSchema) },
  /** Newest first. All of the history, or what touches the stretch of time between `from` and `to`. */
  'things:alerts': {
    input: readOfThing
      .extend({ from: moment.optional(), to: moment.optional() })
      .refine(({ from, to }) => from === undefined || to === undefined || from <= to),
    output: readingOf(listOf(alertPeriodSchema))
  },
  /** The newest messages about radio signals (1202, 1211), newest first. */
  'things:signal': { input: readOfThing, output: readingOf(listOf(thingMessageSchema)) },
  /**
   * Newest first, each message once. Without more than a limit, the newest of all, of which some are kept for working
   * without a connection. `from`, `to` (both included), `messageIds` and `eventIds` choose among them; such a choice is
   * only ever live: it is not kept, and `value` is null when it cannot be read.
   */
  'things:messages': {
    input: readOfThing
      .extend({
        limit: z.number().int().min(1).max(10_000),
        from: moment.optional(),
        to: moment.optional(),
        messageIds: telegramIds.optional(),
        eventIds: telegramIds.optional()
      })
      .refine(({ from, to }) => from === undefined || to === undefined || from <= to),
    output: readingOf(listOf(thingMessageSchema))
  },
  /** Newest first. */
  'things:commands': { input: readOfThing, output: readingOf(listOf(commandRecordSchema)) },
  /**
   * Gives up readings: they answer `cancelled` at once, and the server is no longer waited for unless somebody else
   * reads the same. A ticket that is not under way is none any more.
   */
  'things:cancel': { input: z.strictObject({ tickets: z.array(ticket).min(1).max(100) }), output: z.void() },
  /**
   * What the server was found not to offer of things (problem `not_offered`) is asked for again when it is next wanted.
   * Otherwise it is not asked for before a day has passed.
   */
  'things:recheck': { input: z.strictObject({ stackId }), output: z.void() },
  /** Things met on this laptop, latest first: read from the server, or worked on without it. At most 2000. */
  'things:recent': { input: z.strictObject({ stackId }), output: z.array(metThingSchema) },

  ...sendingChannels,

  /** To choose from. `ask`: of the server now; otherwise those this laptop has met, at once. */
  'groups:list': {
    input: z.strictObject({ stackId, query: z.string().max(256), ask: z.boolean() }),
    output: z.strictObject({
      groups: z.array(knownGroupSchema),
      /** Whether the server listed them now; otherwise those this laptop has met. */
      fromServer: z.boolean(),
      problem: problemSchema.nullable()
    })
  },
  /** All groups as last seen on this laptop, and apart from them what waits here. */
  'groups:kept': { input: z.strictObject({ stackId }), output: groupsOverviewSchema },
  /**
   * The same, asked of the server now: for those that contain the query, empty for all. `recheck`: also if it was found
   * not to list them. Problem: unknown_stack.
   */
  'groups:refresh': {
    input: z.strictObject({ stackId, query: z.string().max(256), recheck: z.boolean() }),
    output: groupsOverviewSchema
  },
  /** The things of a group, as last seen on this laptop. */
  'groups:keptThings': { input: z.strictObject({ stackId, groupId: groupIdSchema }), output: groupMembersSchema },
  /** The same, asked of the server now. `recheck` as for `groups:refresh`. Problem: unknown_stack. */
  'groups:things': {
    input: z.strictObject({ stackId, groupId: groupIdSchema, recheck: z.boolean() }),
    output: groupMembersSchema
  },

  ...supportChannels,
  ...alertChannels,
  ...answerChannels,
  ...updateChannels,

  /**
   * Writes all intents to the journal in one transaction and answers only when they are on disk. Problems: disk_full,
   * read_only, not_saved, unknown_stack.
   */
  'outbox:capture': {
    input: z.strictObject({ stackId, intents: z.array(intentSchema).min(1).max(mostThings) }),
    output: z.array(actionSchema)
  },
  'outbox:attempts': { input: z.strictObject({ id: z.uuid() }), output: z.array(attemptSchema) },
  /** Checks the connection and drains now. */
  'outbox:sync': { input: z.void(), output: z.void() },
  /** Stops or resumes the sending of a stack; what is on its way ends first. */
  'outbox:pause': { input: z.strictObject({ stackId, paused: z.boolean() }), output: z.void() },
  /** Forgets the waiting time of one action and tries now. */
  'outbox:retry': { input: z.strictObject({ id: z.uuid() }), output: actionSchema },
  /**
   * The same for all open actions of a stack, or of one of its things; those the server refused are sent once more.
   * Conflicts and what cannot be told apart stay: each needs its own decision. Answers how many are tried.
   */
  'outbox:retryAll': { input: z.strictObject({ stackId, tuid: tuidSchema.nullable() }), output: z.number().int() },
  /** A person's answer to an action in `needs_you`. */
  'outbox:settle': { input: z.strictObject({ id: z.uuid(), choice: choiceSchema }), output: actionSchema },
  /** Open actions that count on what this one makes: assignments to a group that it creates. */
  'outbox:dependents': { input: z.strictObject({ id: z.uuid() }), output: z.array(actionSchema) },
  /** With its dependents or without them, all or none. Problem action_not_open: it is on its way or already done. */
  'outbox:discard': {
    input: z.strictObject({ id: z.uuid(), reason: z.string().max(500), withDependents: z.boolean() }),
    output: actionSchema
  },
  /** `settle` and `discard` for all that are just like this one, itself included. Answer how many that were. */
  'outbox:settleAlike': { input: z.strictObject({ id: z.uuid(), choice: choiceSchema }), output: z.number().int() },
  'outbox:discardAlike': {
    input: z.strictObject({ id: z.uuid(), reason: z.string().max(500) }),
    output: z.number().int()
  },
  /**
   * Discards what was saved as one, all or none, while nothing of it has begun. Answers what has: where there is
   * anything, nothing was discarded.
   */
  'outbox:takeBack': {
    input: z.strictObject({ stackId, ids: z.array(z.uuid()).min(1).max(mostTakenBack) }),
    output: z.array(actionSchema)
  },
  /** Rows of the journal that could not be read any more, as they are. */
  'outbox:quarantined': { input: z.void(), output: z.array(quarantinedSchema) },

  // Questions about the queue, each answered at once however much waits or is done.
  /** What needs a person first, otherwise newest first; and how many there are in each state, whatever `states` says. */
  'queue:list': {
    input: queueFilter.extend({ subject: z.union([subjectSchema, renamedToSchema]).nullable(), ...pageOfQueue }),
    output: z.strictObject({ actions: z.array(actionSchema), counts: queueCountsSchema })
  },
  /** The same by thing, each counting those of its actions that fit; groups without a thing stand for themselves. */
  'queue:things': {
    input: queueFilter.extend(pageOfQueue),
    output: z.strictObject({
      things: z.array(queuedThingSchema),
      /** How many things there are on all pages. */
      total: z.number().int(),
      counts: queueCountsSchema
    })
  },
  /** What is being sent, or looked up, at this moment. */
  'queue:inFlight': { input: z.strictObject({ stackId }), output: z.array(actionSchema) },
  /** How many other open actions are just like this one: the same wish for another thing, and the same trouble with it. */
  'queue:alike': { input: z.strictObject({ id: z.uuid() }), output: z.number().int() },
  /** Every action of a stack with all its attempts, oldest first, piece by piece for a file. Holds no secret. */
  'queue:export': {
    input: z.strictObject({ stackId, after: z.number().int(), limit: z.number().int().min(1).max(500) }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ action: actionSchema, attempts: z.array(attemptSchema) })),
      /** To be given as `after` for the next piece; null at the end. */
      next: z.number().int().nullable()
    })
  },

  ...visitChannels,
  ...photoChannels
} as const satisfies Record<ChannelName, { input: z.ZodType; output: z.ZodType }>

export const events = {
  'session:changed': sessionSchema,
  /**
   * Sequence numbers of actions that are new or have changed; whoever shows one of them asks for it. Null when they are
   * so many that everything shown is to be asked for.
   */
  'outbox:changed': z.array(z.number().int()).nullable(),
  /** What was read of these things is out of date: an action came true, or their server is another one. Null: of any. */
  'things:changed': z.array(changedThingSchema).nullable(),
  ...alertEvents,
  ...visitEvents,
  ...answerEvents,
  ...updateEvents
} as const satisfies Record<EventName, z.ZodType>

export type Channels = typeof channels
export type ChannelInput<C extends ChannelName> = z.input<Channels[C]['input']>
/** Input as the handler gets it: parsed. */
export type ParsedInput<C extends ChannelName> = z.output<Channels[C]['input']>
export type ChannelOutput<C extends ChannelName> = z.output<Channels[C]['output']>
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>

export type AppInfo = z.output<typeof appInfoSchema>
export type ChangedThing = z.output<typeof changedThingSchema>
export type MetThing = z.output<typeof metThingSchema>
export type Notice = z.output<typeof noticeSchema>
export type StorageTrouble = z.output<typeof storageTroubleSchema>
export type StackView = z.output<typeof stackViewSchema>
export type Quarantined = z.output<typeof quarantinedSchema>
export type Connection = z.output<typeof connectionSchema>
export type Session = z.output<typeof sessionSchema>
