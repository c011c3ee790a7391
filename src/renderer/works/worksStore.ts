import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import {
  replacementRefusal,
  type OldFate,
  type PlannedWork,
  type WorkKind,
  type WorkRefusal
} from '@shared/domain/fieldWork'
import type { Tuid } from '@shared/domain/tuid'
import { ask } from '@/bridge'
import { useFaultsStore } from '@/stores/faults'
import { useFollowedThings } from '@/stores/followedThings'
import { useSessionStore } from '@/stores/session'
import { useSettingsStore } from '@/stores/settings'

/** Work that is not saved yet. */
export interface WorkDraft {
  /** What is taken away, quarantined or replaced. */
  readonly first: Tuid | null
  /** What replaces it. */
  readonly second: Tuid | null
  readonly reason: string
  /** The group that a person chose for the new one; null: the one that the old one is in. */
  readonly groupId: string | null
}

/** Work that is in the outbox. */
export interface SavedWork {
  readonly stackId: string
  readonly kind: WorkKind
  readonly tuids: readonly Tuid[]
  /** Ids of its actions, in their order. */
  readonly actions: readonly string[]
}

/** What became of a scan. `first`, `second`: taken as that. */
export type WorkScan =
  | { readonly as: 'first' | 'second' | 'duplicate' }
  /** Something else is at hand and not saved. */
  | { readonly as: 'busy'; readonly tuid: Tuid }
  | { readonly as: 'refused'; readonly refusal: WorkRefusal }

const emptyDraft: WorkDraft = { first: null, second: null, reason: '', groupId: null }
const noDrafts: Readonly<Record<WorkKind, WorkDraft>> = {
  replace: emptyDraft,
  take_away: emptyDraft,
  quarantine: emptyDraft
}

/** How many pieces of work are shown with what became of them. */
const mostShown = 5

/** What is being replaced, taken away or quarantined. What is at hand stays so while other pages are looked at. */
export const useWorksStore = defineStore('works', () => {
  const session = useSessionStore()
  const settings = useSettingsStore()
  const followed = useFollowedThings()
  const faults = useFaultsStore()
  const drafts = shallowRef(noDrafts)
  /** The latest of this stack, newest first. */
  const saved = shallowRef<readonly SavedWork[]>([])

  function change(kind: WorkKind, changes: Partial<WorkDraft>): void {
    drafts.value = { ...drafts.value, [kind]: { ...drafts.value[kind], ...changes } }
    if (kind === 'replace' && 'first' in changes) remember()
  }

  /** The old one of a replacement is known after a restart too: it may lie dismounted on the table by then. */
  function remember(): void {
    const { first } = drafts.value.replace
    const { stackId } = session
    const old = first === null || stackId === null ? null : { stackId, tuid: first }
    const { replacement } = settings.settings
    if (replacement.old?.tuid === old?.tuid && replacement.old?.stackId === old?.stackId) return
    settings.change({ replacement: { ...replacement, old } }).catch((error: unknown) => faults.report(error))
  }

  function chooseFate(fate: OldFate): void {
    const { replacement } = settings.settings
    settings.change({ replacement: { ...replacement, fate } }).catch((error: unknown) => faults.report(error))
  }

  function take(kind: WorkKind, tuid: Tuid): WorkScan {
    const { first, second } = drafts.value[kind]
    if (first === null) {
      change(kind, { first: tuid, groupId: null })
      return { as: 'first' }
    }
    if (kind === 'replace' && second === null) {
      const refusal = replacementRefusal(first, tuid)
      if (refusal !== null) return { as: 'refused', refusal }
      change(kind, { second: tuid })
      return { as: 'second' }
    }
    return tuid === first || tuid === second ? { as: 'duplicate' } : { as: 'busy', tuid: second ?? first }
  }

  /** Begins with a thing that was found on another page. */
  function begin(kind: WorkKind, tuid: Tuid): void {
    if (drafts.value[kind].first !== tuid) change(kind, { ...emptyDraft, first: tuid })
  }

  /** The scan of one of the two was a mistake; without the old one there is nothing to be replaced. */
  function drop(kind: WorkKind, which: 'first' | 'second'): void {
    change(kind, which === 'second' ? { second: null } : { first: null, second: null, groupId: null })
  }

  /**
   * Resolves when all of it is on disk.
   * @param stackId the stack whose things these are, which may not be the active one any more
   * @throws {ProblemError} nothing of it was written, and why
   */
  async function save(
    stackId: string,
    kind: WorkKind,
    { works, reason }: { readonly works: readonly PlannedWork[]; readonly reason: string }
  ): Promise<void> {
    const captured = await ask('visits:capture', {
      stackId,
      works: works.map((work) => ({ ...work, intents: [...work.intents], reason }))
    })
    if (session.stackId !== stackId) {
      forget(stackId, works)
      return
    }
    const tuids = works.map(({ tuid }) => tuid)
    saved.value = [{ stackId, kind, tuids, actions: captured.map(({ id }) => id) }, ...saved.value].slice(0, mostShown)
    follow()
    followed.add(captured)
    // Things found faulty together mostly have the same fault.
    change(kind, { ...emptyDraft, reason: kind === 'quarantine' ? reason : '' })
  }

  /** What was replaced at another stack is not to be replaced again there. */
  function forget(stackId: string, works: readonly PlannedWork[]): void {
    const { replacement } = settings.settings
    const { old } = replacement
    if (old?.stackId !== stackId || !works.some((work) => work.kind === 'replace_old' && work.tuid === old.tuid)) return
    settings.change({ replacement: { ...replacement, old: null } }).catch((error: unknown) => faults.report(error))
  }

  function follow(): void {
    followed.follow(
      'works',
      saved.value.flatMap(({ stackId, tuids }) => tuids.map((tuid) => ({ stackId, tuid })))
    )
  }

  // A thing belongs to its stack: it does not follow into another one.
  watch(
    () => session.stackId,
    (stackId) => {
      const { old } = settings.settings.replacement
      const first = old !== null && old.stackId === stackId ? old.tuid : null
      drafts.value = { ...noDrafts, replace: { ...emptyDraft, first } }
      saved.value = []
      follow()
    },
    { immediate: true }
  )

  return { drafts, saved, change, chooseFate, take, begin, drop, save }
})
