import {
  mdiAccountCheckOutline,
  mdiCheckCircle,
  mdiClockOutline,
  mdiCloseCircle,
  mdiHandBackRight,
  mdiHelpCircle,
  mdiSync,
  mdiTrashCanOutline
} from '@mdi/js'
import type { Action } from '@shared/domain/action'
import type { Instant } from '@shared/domain/thing'

/** The kinds of truth, each with one look everywhere. */
export type TruthKind =
  'confirmed' | 'waiting' | 'sending' | 'checking' | 'needs_you' | 'not_saved' | 'decided' | 'discarded'

export interface TruthLook {
  readonly icon: string
  /** A colour of the theme. */
  readonly color: string
}

export const truthLooks: Readonly<Record<TruthKind, TruthLook>> = {
  confirmed: { icon: mdiCheckCircle, color: 'confirmed' },
  waiting: { icon: mdiClockOutline, color: 'waiting' },
  sending: { icon: mdiSync, color: 'waiting' },
  checking: { icon: mdiHelpCircle, color: 'unsure' },
  needs_you: { icon: mdiHandBackRight, color: 'needsyou' },
  not_saved: { icon: mdiCloseCircle, color: 'notsaved' },
  decided: { icon: mdiAccountCheckOutline, color: 'quiet' },
  discarded: { icon: mdiTrashCanOutline, color: 'quiet' }
}

/** What may be said of an action. Never `confirmed` before the server's own word. */
export function truthOf(action: Action): TruthKind {
  switch (action.state) {
    case 'pending':
      return 'waiting'
    case 'sending':
      return 'sending'
    case 'unknown':
      return 'checking'
    case 'needs_you':
      return 'needs_you'
    case 'done':
      return action.receipt === null || action.receipt.by === 'person' ? 'decided' : 'confirmed'
    case 'discarded':
      return 'discarded'
  }
}

/** When the server, or a person, settled the action; null while it is open. */
export function settledAt(action: Action): Instant | null {
  return action.state === 'done' ? (action.receipt?.at ?? null) : null
}
