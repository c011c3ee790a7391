import { type Message, type Thing } from '../model.ts'
import { shuffled } from '../random.ts'
import { Refusal } from './answer.ts'
import { type Context, type Route, thingOf } from './context.ts'
import { historyAnswer, telegramFilter } from './history.ts'

export function thingRoutes(context: Context): Route[] {
  return [
    { method: 'GET', path: '/things/{tuid}', handle: (call) => thingOf(context, call).info },
    {
      method: 'GET',
      path: '/things/{tuid}/messages',
      handle: (call) => {
        const thing = thingOf(context, call)
        const { limit, accepts } = telegramFilter(call.query)
        if (limit === undefined) throw new Refusal(400, 'limit is required')
        const found = inTime(thing.messages).filter((message) => accepts(message, message.tsmTs))
        const answer = historyAnswer(context, found, limit)
        return thing.untidy ? untidy(thing, answer, context.random) : answer
      }
    }
  ]
}

function inTime(messages: readonly Message[]): Message[] {
  return [...messages].toSorted((a, b) => a.tsmTs - b.tsmTs)
}

/** Some things answer with the same message twice and in no order: a client has to cope. */
function untidy(thing: Thing, messages: Message[], random: () => number): Message[] {
  const repeated = messages.filter((_, place) => (place + thing.traits.seed) % 4 === 0)
  return shuffled([...messages, ...repeated], random)
}
