import { ProblemError } from '@shared/domain/problem'
import type { StorageTrouble } from '@shared/ipc/channels'
import { storageTroubleSchema } from '@shared/ipc/frontChannels'
import { savedFile } from './adapters/database/openDatabase'

const kinds = storageTroubleSchema.shape.kind

/**
 * Does what opens the database.
 *
 * @param folder where the app keeps its files
 * @returns why it cannot be opened, null when it is open
 * @throws whatever is no trouble with files
 */
export function storageTroubleOf(folder: string, open: () => void): StorageTrouble | null {
  try {
    open()
    return null
  } catch (error) {
    const kind = error instanceof ProblemError ? kinds.safeParse(error.problem.kind) : null
    if (!(error instanceof ProblemError) || kind?.success !== true) throw error
    return { kind: kind.data, detail: error.problem.detail ?? error.message, folder, file: savedFile(folder) }
  }
}
