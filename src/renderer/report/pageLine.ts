import { replacement, shownText } from './shownText'

export interface PageLine {
  readonly text: string
  /** Set in heavy letters: what must not be overlooked on paper. */
  readonly strong: boolean
}

/** Writes text so that the letters of the report can show it, and remembers whether something had to be replaced. */
export interface LineWriter {
  readonly text: (text: string) => string
  readonly plain: (text: string) => PageLine
  readonly strong: (text: string) => PageLine
  readonly hasReplaced: () => boolean
}

export function lineWriter(): LineWriter {
  let replaced = false
  function text(written: string): string {
    const shown = shownText(written)
    replaced ||= shown.includes(replacement) && !written.includes(replacement)
    return shown
  }
  return {
    text,
    plain: (written) => ({ text: text(written), strong: false }),
    strong: (written) => ({ text: text(written), strong: true }),
    hasReplaced: () => replaced
  }
}
