import { actionStates, tuidOf, type Action } from '@shared/domain/action'
import { countsOf, subjectOf } from '@shared/domain/queue'
import type { ChannelInput, ChannelOutput } from '@shared/ipc/channels'

type Filter = ChannelInput<'queue:things'>

/** The journal behind the page, small enough to be looked through: it answers as main does. */
export class StandInQueue {
  readonly #actions = new Map<string, Action>()

  put(actions: readonly Action[]): void {
    for (const action of actions) this.#actions.set(action.id, action)
  }

  find(id: string): Action {
    const action = this.#actions.get(id)
    if (action === undefined) throw new Error(`no action ${id}`)
    return action
  }

  list({ subject, ...filter }: ChannelInput<'queue:list'>): ChannelOutput<'queue:list'> {
    const isAsked = ({ intent }: Action): boolean => {
      if (subject !== null && 'renamedTo' in subject)
        return intent.type === 'group_rename' && intent.newGroupId === subject.renamedTo
      return subject === null || JSON.stringify(subjectOf(intent)) === JSON.stringify(subject)
    }
    return {
      actions: this.#page(this.#those(filter).filter(isAsked), filter),
      counts: this.#counts(this.#those({ ...filter, states: null }).filter(isAsked))
    }
  }

  things(filter: Filter): ChannelOutput<'queue:things'> {
    const groups = Map.groupBy(this.#those(filter), ({ intent }) => JSON.stringify(subjectOf(intent)))
    const things = [...groups.values()].flatMap((actions) => {
      const [latest] = actions.toSorted((a, b) => b.seq - a.seq)
      if (latest === undefined) return []
      const changedAt = latest.capturedAt
      return [{ subject: subjectOf(latest.intent), counts: this.#counts(actions), latest, changedAt }]
    })
    return {
      things: this.#page(things, filter),
      total: things.length,
      counts: this.#counts(this.#those({ ...filter, states: null }))
    }
  }

  #those({ stackId, states, search }: Filter): Action[] {
    const wanted = search.replaceAll(/\s/gu, '').toLowerCase()
    const needs = ({ state }: Action): number => Number(state === 'needs_you')
    return [...this.#actions.values()]
      .filter((action) => action.stackId === stackId && (states?.includes(action.state) ?? true))
      .filter(({ intent }) =>
        JSON.stringify([tuidOf(intent), intent])
          .toLowerCase()
          .includes(wanted)
      )
      .toSorted((a, b) => needs(b) - needs(a) || b.seq - a.seq)
  }

  #page<T>(rows: readonly T[], { offset, limit }: Filter): T[] {
    return rows.slice(offset, offset + limit)
  }

  #counts(actions: readonly Action[]): ReturnType<typeof countsOf> {
    const counts = new Map(actionStates.map((state) => [state, actions.filter((one) => one.state === state).length]))
    return countsOf((state) => counts.get(state) ?? 0)
  }
}
