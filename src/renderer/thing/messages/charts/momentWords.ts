import type { Instant } from '@shared/domain/thing'
import { format } from 'date-fns'
import { enGB, fi } from 'date-fns/locale'

export interface MomentWords {
  /** "14:05", and "3 Nov" where a day begins. */
  readonly short: (at: Instant) => string
  /** "3 Nov, 14:05:09" */
  readonly full: (at: Instant) => string
}

/** Moments on an axis of time and beneath a pointer, in the laptop's own time. */
export function momentWords(language: string): MomentWords {
  const isFinnish = language === 'fi'
  const locale = isFinnish ? fi : enGB
  const [day, clock, second] = isFinnish ? ['d.M.', 'HH.mm', 'd.M. HH.mm.ss'] : ['d MMM', 'HH:mm', 'd MMM, HH:mm:ss']
  return {
    short: (at) => {
      const date = new Date(at)
      const isMidnight = date.getHours() === 0 && date.getMinutes() === 0
      return format(date, isMidnight ? day : clock, { locale })
    },
    full: (at) => format(at, second, { locale })
  }
}
