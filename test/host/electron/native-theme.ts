import { EventEmitter } from 'node:events'
import { driver } from '../driver.ts'

type ThemeSource = 'light' | 'dark' | 'system'

/** `nativeTheme`: the app's choice reaches the page where a driver has it; the system itself counts as light. */
class NativeTheme extends EventEmitter {
  readonly shouldUseHighContrastColors = false
  readonly prefersReducedTransparency = false
  #source: ThemeSource = 'system'

  get themeSource(): ThemeSource {
    return this.#source
  }

  set themeSource(source: ThemeSource) {
    if (source === this.#source) return
    this.#source = source
    driver().colorScheme(source)
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}

export const nativeTheme = new NativeTheme()
