import { ProblemError } from '@shared/domain/problem'
import type { Settings } from '@shared/ipc/settings'
import type { Policy } from '../../ports/policy'
import type { KnownStacks, SettingsChange, SettingsStore, WindowBounds } from '../../ports/settingsStore'

/**
 * The settings with what a policy decides on top of them. A person's own choice stays in the file and holds again when
 * the policy goes.
 */
export class ManagedSettings implements SettingsStore {
  readonly #own: SettingsStore
  readonly #policy: Policy

  constructor(own: SettingsStore, policy: Policy) {
    this.#own = own
    this.#policy = policy
  }

  settings(): Settings {
    return this.#decided(this.#own.settings())
  }

  /** @throws ProblemError set_by_policy for what is not this person's to choose; disk problems as the settings do */
  changeSettings({ language, releaseChannel, ...others }: SettingsChange): Settings {
    const changed = this.#own.changeSettings({
      ...others,
      language: this.#chosen(language, this.#policy.language),
      releaseChannel: this.#chosen(releaseChannel, this.#policy.updateChannel)
    })
    return this.#decided(changed)
  }

  knownStacks = (): KnownStacks => this.#own.knownStacks()
  keepStacks = (known: KnownStacks): void => this.#own.keepStacks(known)
  windowBounds = (): WindowBounds | null => this.#own.windowBounds()
  keepWindowBounds = (bounds: WindowBounds): void => this.#own.keepWindowBounds(bounds)

  /** @returns what is the person's own choice, undefined for no change of it */
  #chosen<T>(wanted: T | undefined, decided: T | undefined): T | undefined {
    if (decided === undefined) return wanted
    if (wanted !== undefined && wanted !== decided) throw new ProblemError({ kind: 'set_by_policy' })
    return undefined
  }

  #decided(settings: Settings): Settings {
    const { language = settings.language, updateChannel = settings.releaseChannel } = this.#policy
    return { ...settings, language, releaseChannel: updateChannel }
  }
}
