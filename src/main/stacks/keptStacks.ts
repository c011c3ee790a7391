import type { Stack } from '@shared/domain/stack'
import type { Log } from '../ports/log'
import type { KnownStacks, StackList } from '../ports/settingsStore'

export interface KeptStacksOptions {
  readonly settings: StackList
  /** Lies in one file with the actions, and is written first: what it says of a stack holds. */
  readonly database: StackList
  readonly log: Log
}

const longestName = 60

/**
 * The known stacks, kept twice: in the settings, and beside the actions that were captured for them, so that damaged
 * settings leave no action without its stack.
 */
export class KeptStacks implements StackList {
  readonly #options: KeptStacksOptions

  constructor(options: KeptStacksOptions) {
    this.#options = options
  }

  knownStacks(): KnownStacks {
    return this.#options.settings.knownStacks()
  }

  /** In both places or in neither. */
  keepStacks(known: KnownStacks): void {
    const { settings, database, log } = this.#options
    const before = database.knownStacks()
    database.keepStacks(known)
    try {
      settings.keepStacks(known)
    } catch (error) {
      try {
        database.keepStacks(before)
      } catch (failure) {
        log.error('stacks', 'an older list of stacks could not be put back', { error: failure })
      }
      throw error
    }
  }

  /**
   * Brings both places into step, once at the start. A stack that only the settings know was kept before the database
   * had a place for it. One that only the database knows was lost by the settings and comes back; its secret is still
   * in the keychain.
   *
   * @returns the stacks that came back. Never throws: what cannot be written now is tried again at the next start
   */
  recall(): readonly Stack[] {
    const { settings, database, log } = this.#options
    try {
      const [inSettings, inDatabase] = [settings.knownStacks(), database.knownStacks()]
      const stacks = inSettings.stacks.map((stack) => inDatabase.stacks.find(({ id }) => id === stack.id) ?? stack)
      const back: Stack[] = []
      for (const stack of inDatabase.stacks) {
        if (stacks.some(({ id }) => id === stack.id)) continue
        const named = { ...stack, name: freeName(stack.name, stacks) }
        stacks.push(named)
        back.push(named)
      }
      const known = { stacks, activeStackId: inDatabase.activeStackId ?? inSettings.activeStackId }
      if (!same(known, inDatabase) || !same(known, inSettings)) this.keepStacks(known)
      return back
    } catch (error) {
      log.error('stacks', 'the stacks of the settings and of the database could not be brought into step', { error })
      return []
    }
  }
}

/** Two stacks with one name could not be told apart. */
export function freeName(name: string, others: readonly Stack[]): string {
  const taken = new Set(others.map((other) => other.name.toLocaleLowerCase()))
  for (let number = 1; ; number++) {
    const mark = number === 1 ? '' : ` (${number})`
    const candidate = name.slice(0, longestName - mark.length) + mark
    if (!taken.has(candidate.toLocaleLowerCase())) return candidate
  }
}

function same(one: KnownStacks, other: KnownStacks): boolean {
  return JSON.stringify(textOf(one)) === JSON.stringify(textOf(other))
}

function textOf({ stacks, activeStackId }: KnownStacks): unknown {
  return [activeStackId, stacks.map(({ id, name, baseUrl, clientId }) => [id, name, baseUrl, clientId])]
}
