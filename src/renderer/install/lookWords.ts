import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useNow, useTimeWords } from '@/time'
import type { Known, SecondLook } from './choices'
import { useInstallStore } from './installStore'
import { useWords } from '@/domainWords'

/** How it is known; nothing when the server has just said so. */
function useKnownWords(): ComputedRef<(known: Known) => string> {
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
function useSinceWords(): ComputedRef<(known: Known) => string> {
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

/** A status with all that is known of it, as one sentence. */
export function useStateWords(): ComputedRef<(known: Known, already?: boolean) => string> {
  const { t } = useI18n()
  const words = useWords()
  const source = useKnownWords()
  const since = useSinceWords()
  return computed(() => (known, already = false) => {
    const status = words.value.status(known.value)
    const state = t(already ? 'install.looks.statusAlready' : 'install.looks.statusNow', { status })
    const details = [since.value(known), source.value(known)].filter((part) => part !== '')
    return `${[state, ...details].join(', ')}.`
  })
}

/** A second look in one or two sentences. */
export function useLookWords(): ComputedRef<(look: SecondLook) => string> {
  const { t } = useI18n()
  const store = useInstallStore()
  const words = useWords()
  const source = useKnownWords()
  const state = useStateWords()
  return computed(() => (look) => {
    if (look.kind === 'not_known_to_stack') return t('install.looks.notKnown', { tuid: store.thing?.tuid ?? '' })
    if (look.kind === 'other_group') {
      const how = source.value(look.from)
      const from = words.value.group(look.from.value)
      const to = words.value.group(look.to)
      return t('install.looks.otherGroup', { from: how === '' ? from : `${from} (${how})`, to })
    }
    if (look.change === 'already_there') return state.value(look.from, true)
    return `${state.value(look.from)} ${t(`domain.unusualStatusChanges.${look.change}`)}`
  })
}
