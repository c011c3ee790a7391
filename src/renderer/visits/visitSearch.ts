import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { Problem } from '@shared/domain/problem'
import type { ShownVisit } from '@shared/domain/visit'
import type { ChannelOutput } from '@shared/ipc/channels'
import { ask } from '@/bridge'
import { pacedQuestion } from '@/pacedQuestion'
import { problemOf } from '@/problemOf'

/** A visit that is meant, with the thing by which it was found; null where its own words say it all. */
export interface MeantVisit {
  readonly visit: ShownVisit
  readonly tuid: string | null
}

/**
 * The visits that hold what is looked for, themselves or in their things, asked again whenever either changes. While an
 * answer is on its way, the one before stays.
 *
 * @returns `meant`: null before the first answer; `problem`: why there is none
 */
export function useVisitSearch(
  visits: () => readonly ShownVisit[],
  search: Readonly<Ref<string>>
): { readonly meant: ComputedRef<readonly MeantVisit[] | null>; readonly problem: Readonly<Ref<Problem | null>> } {
  const found = shallowRef<ChannelOutput<'visits:find'> | null>(null)
  const problem = shallowRef<Problem | null>(null)

  const question = pacedQuestion(async () => {
    const wanted = search.value.trim()
    if (wanted === '') return
    try {
      found.value = await ask('visits:find', { search: wanted })
      problem.value = null
    } catch (error) {
      problem.value = problemOf(error)
    }
  })

  watch(search, () => void question.now(), { immediate: true })
  // What is found may have changed with them: a batch writes several times a second.
  watch(visits, () => question.soon())
  onScopeDispose(() => question.stop())

  const meant = computed(() => {
    if (search.value.trim() === '') return visits().map((visit) => ({ visit, tuid: null }))
    const byId = new Map(visits().map((visit) => [visit.id, visit]))
    return (
      found.value?.flatMap(({ id, tuid }) => {
        const visit = byId.get(id)
        return visit === undefined ? [] : [{ visit, tuid }]
      }) ?? null
    )
  })

  return { meant, problem }
}
