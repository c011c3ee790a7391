import type { Managed } from '@shared/ipc/supportChannels'
import { openDataFolder, versions } from '../about'
import type { Outbox } from '../outbox/outbox'
import type { Log } from '../ports/log'
import type { Policy } from '../ports/policy'
import type { Recoveries, WhatIsSafe } from '../recoveries'
import { isGiven } from '../stacks/policyStacks'
import type { Stacks } from '../stacks/stacks'
import type { Visits } from '../visits/visits'
import type { Handlers } from './register'

export interface SupportFeatures {
  readonly support: {
    readonly dataFolder: string
    readonly policy: Policy | null
    readonly recoveries: Recoveries
  }
  readonly stacks: Stacks
  readonly outbox: Outbox
  readonly visits: Visits
  readonly log: Log
}

/** What the app says of itself: what it is made of, what became of its last run, and who else decides here. */
export function createSupportHandlers({ support, stacks, outbox, visits, log }: SupportFeatures) {
  const { dataFolder, policy, recoveries } = support

  function whatIsSafe(): WhatIsSafe {
    const counts = outbox.stacksWithOpenActions().map((stackId) => outbox.counts(stackId))
    return {
      waiting: counts.reduce((sum, { waiting }) => sum + waiting, 0),
      needsYou: counts.reduce((sum, { needsYou }) => sum + needsYou, 0),
      visits: visits.list().flatMap(({ endedAt, site }) => (endedAt === null ? [site] : []))
    }
  }

  function managed(): Managed {
    const given = policy?.stacks ?? []
    return {
      file: policy?.file ?? null,
      language: policy?.language ?? null,
      updateChannel: policy?.updateChannel ?? null,
      stackIds: stacks.all().flatMap((stack) => (isGiven(stack, given) ? [stack.id] : []))
    }
  }

  return {
    'about:versions': versions,
    'about:openDataFolder': () => openDataFolder(dataFolder, log),
    'recovery:get': () => recoveries.current(whatIsSafe),
    'recovery:dismiss': () => recoveries.dismiss(),
    'policy:get': managed
  } satisfies Partial<Handlers>
}
