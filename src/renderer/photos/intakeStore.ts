import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Problem } from '@shared/domain/problem'
import type { Tuid } from '@shared/domain/tuid'
import { ask } from '@/bridge'
import { problemOf } from '@/problemOf'
import { askBeforePageGoes } from '@/updates/heldWork'
import { useVisitView } from '@/visits/visitView'
import { makePhoto } from './makePhoto'
import type { PhotoFault } from './photoFault'

/** A thing of a visit that gets photos. */
export interface PhotoPlace {
  readonly visitId: string
  readonly tuid: Tuid
}

export type IntakeState =
  | { readonly at: 'waiting' | 'making' | 'saving' | 'there_already' }
  | { readonly at: 'refused'; readonly fault: PhotoFault; readonly detail: string }
  | { readonly at: 'not_saved'; readonly problem: Problem }

/** A file on its way to becoming a photo. What became one is here no more. */
export interface Intake extends PhotoPlace {
  readonly no: number
  readonly file: Blob
  /** Of the file; empty for a picture of the camera. */
  readonly name: string
  readonly state: IntakeState
}

/**
 * Files that are to become photos: one after the other, for each takes the memory of a whole picture. One that cannot
 * be taken, or could not be saved, stays until a person has seen why, and holds up no other.
 */
export const usePhotoIntake = defineStore('photo-intake', () => {
  const view = useVisitView()
  const intakes = shallowRef<readonly Intake[]>([])
  let lastNo = 0
  let isWorking = false
  askBeforePageGoes(() => intakes.value.some(({ state }) => state.at !== 'refused' && state.at !== 'there_already'))

  const of = ({ visitId, tuid }: PhotoPlace): readonly Intake[] =>
    intakes.value.filter((each) => each.visitId === visitId && each.tuid === tuid)

  function add({ visitId, tuid }: PhotoPlace, files: readonly { readonly file: Blob; readonly name: string }[]): void {
    const added = files.map(({ file, name }): Intake => {
      const no = (lastNo += 1)
      return { no, visitId, tuid, file, name, state: { at: 'waiting' } }
    })
    intakes.value = [...intakes.value, ...added]
    void work()
  }

  function dismiss(no: number): void {
    intakes.value = intakes.value.filter((each) => each.no !== no)
  }

  function retry(no: number): void {
    set(no, { at: 'waiting' })
    void work()
  }

  async function work(): Promise<void> {
    if (isWorking) return
    isWorking = true
    for (let next = nextWaiting(); next !== undefined; next = nextWaiting()) await take(next)
    isWorking = false
  }

  const nextWaiting = (): Intake | undefined => intakes.value.find(({ state }) => state.at === 'waiting')

  async function take({ no, visitId, tuid, file }: Intake): Promise<void> {
    set(no, { at: 'making' })
    const made = await makePhoto(file)
    if (!made.ok) {
      set(no, { at: 'refused', fault: made.fault, detail: made.detail })
      return
    }
    set(no, { at: 'saving' })
    try {
      const { thing, isNew } = await ask('photos:add', { id: visitId, tuid, bytes: made.bytes, caption: '' })
      view.put(visitId, thing)
      if (isNew) dismiss(no)
      else set(no, { at: 'there_already' })
    } catch (error) {
      set(no, { at: 'not_saved', problem: problemOf(error) })
    }
  }

  function set(no: number, state: IntakeState): void {
    intakes.value = intakes.value.map((each) => (each.no === no ? { ...each, state } : each))
  }

  return { intakes, of, add, dismiss, retry }
})
