import type { ChannelInput, ChannelOutput, EventPayload } from './channels'
import type { ChannelName, EventName } from './names'
import type { Result } from './result'

type Room<C extends string> = C extends `${infer R}:${string}` ? R : never
type Deed<C extends string, R extends string> = C extends `${R}:${infer D}` ? D : never

type Call<C extends ChannelName> =
  ChannelInput<C> extends undefined
    ? () => Promise<Result<ChannelOutput<C>>>
    : (input: ChannelInput<C>) => Promise<Result<ChannelOutput<C>>>

/** What the page sees as `window.installer`: one function for each channel, grouped by room, e.g. `stacks.list()`. */
export type Bridge = {
  readonly [R in Room<ChannelName>]: { readonly [D in Deed<ChannelName, R>]: Call<`${R}:${D}` & ChannelName> }
} & {
  /** @returns a function that stops listening */
  readonly on: <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void) => () => void
}
