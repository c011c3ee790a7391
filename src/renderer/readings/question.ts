import type { ChannelInput, ChannelOutput } from '@shared/ipc/channels'

/** The channels that read something of one thing. */
export type ThingChannel =
  | 'things:general'
  | 'things:installations'
  | 'things:group'
  | 'things:alerts'
  | 'things:signal'
  | 'things:messages'
  | 'things:commands'

/** What is asked: the thing, and whatever narrows the answer down. */
export interface Question<C extends ThingChannel = ThingChannel> {
  readonly channel: C
  readonly input: Omit<ChannelInput<C>, 'ticket'>
}

/** What a channel tells when it can. */
export type AnswerTo<C extends ThingChannel> = NonNullable<ChannelOutput<C>['value']>

/** Two questions with the same key have the same answer. */
export function keyOf({ channel, input }: Question): string {
  const sorted = Object.entries(input).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `${channel} ${JSON.stringify(sorted)}`
}
