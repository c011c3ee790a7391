import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { isInstallationStatus } from '@shared/domain/installationStatus'
import { deviceKinds } from '@shared/domain/deviceKind'
import type { Deed, Place, ScanFlag, ShownThing } from '@shared/domain/visit'
import type { TruthKind } from '@/components/truth'
import { useWords, type Words } from '@/domainWords'
import type { Translator } from '@/i18n'

export interface VisitThingWords {
  readonly flag: (flag: ScanFlag) => string
  /** Why a scan is held, in one line. */
  readonly flags: (flags: readonly ScanFlag[]) => string
  readonly place: (place: Place) => string
  readonly deed: (deed: Deed) => string
}

/** What is said of a thing of a visit. */
export function useVisitThingWords(): ComputedRef<VisitThingWords> {
  const { t } = useI18n()
  const words = useWords()
  return computed(() => visitThingWordsIn({ t }, words.value))
}

/** The same in the language of these translations. */
export function visitThingWordsIn({ t }: Pick<Translator, 't'>, words: Words): VisitThingWords {
  const shown = ({ kind, shows }: ScanFlag): string => {
    if (shows === null) return ''
    if (kind === 'other_group') return words.group(shows)
    const device = deviceKinds.find((each) => each === shows)
    if (device !== undefined) return t(`domain.kinds.${device}`)
    return isInstallationStatus(shows) ? words.status(shows) : shows
  }
  const flag = (each: ScanFlag): string => t(`visits.flags.${each.kind}`, { shows: shown(each) })
  return {
    flag,
    flags: (flags) => flags.map(flag).join(' '),
    place: ({ floor, room, text }) =>
      [floor === '' ? '' : t('visits.placeOnFloor', { floor }), room, text].filter((part) => part !== '').join(', '),
    deed: ({ kind, partner }) => t(`visits.deeds.${kind}`, { partner: partner ?? '' })
  }
}

/** The look of a thing whose work is in the outbox; null where the server has nothing to say of it. */
export function truthOfThing({ state, sync }: Pick<ShownThing, 'state' | 'sync'>): TruthKind | null {
  if (state === 'held') return 'needs_you'
  if (state === 'captured') return 'waiting'
  return sync === 'none' ? null : sync
}
