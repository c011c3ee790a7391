import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useNow, useTimeWords } from '@/time'
import type { Known, SecondLook } from './choices'
import { useInstallStore } from './installStore'
import { useWords } from './words'

/** How it is known, in brackets after what is known; nothing when the server has just said so. */
export function useKnownWords(): ComputedRef<(known: Known) => string> {
  const { t } = useI18n()
  const times = useTimeWords()
  const now = useNow()
  return computed(() => (known) => {
    if (known.source === 'queued') return t('install.known.queued')
    if (known.source === 'remembered' && known.asOf !== null) {
      return t('install.known.remembered', { time: times.value.clock(known.asOf, now.value) })
    }
    return ''
  })
}

/** Since when and by whom a status is what it is, as far as that is known. */
export function useSinceWords(): ComputedRef<(known: Known) => string> {
  const { t } = useI18n()
  const times = useTimeWords()
  const now = useNow()
  return computed(() => (known) => {
    const time = known.since === null ? null : times.value.clock(known.since, now.value)
    if (time !== null && known.by !== null) return t('install.known.sinceBy', { time, name: known.by })
    if (time !== null) return t('install.known.since', { time })
    return known.by === null ? '' : t('install.known.by', { name: known.by })
  })
}

/** A second look as one sentence. */
export function useLookWords(): ComputedRef<(look: SecondLook) => string> {
  const { t } = useI18n()
  const store = useInstallStore()
  const words = useWords()
  const known = useKnownWords()
  const since = useSinceWords()
  return computed(() => (look) => {
    if (look.kind === 'not_known_to_stack') return t('install.looks.notKnown', { tuid: store.thing?.tuid ?? '' })
    const source = known.value(look.from)
    if (look.kind === 'other_group') {
      const [from, to] = [words.value.group(look.from.value), words.value.group(look.to)]
      return join(t('install.looks.otherGroup', { from, to }), source)
    }
    const status = words.value.status(look.from.value)
    const state = join(t('install.looks.statusNow', { status }), since.value(look.from), source)
    return look.change === 'already_there' ? state : join(state, t(`domain.unusualStatusChanges.${look.change}`))
  })
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}
