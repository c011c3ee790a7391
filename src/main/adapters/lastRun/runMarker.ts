import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '../parseJson'
import type { Log } from '../../ports/log'

const markerFile = 'running.json'

const markSchema = z.object({ startedAt: z.number().int().min(0).max(8_640_000_000_000_000) })

export interface RunMarker {
  /** The run before this one did not end in order: when it began, null when its mark does not say. */
  readonly interrupted: { readonly startedAt: number | null } | null
  /** This run ends in order. */
  end(): void
}

/**
 * Marks in the data folder that the app runs, so that the next start knows whether this one was ended by a crash, a
 * power cut or a kill. What depends on it are a few words, and that the outbox trusts its records less: a mark that cannot
 * be written or taken away is logged.
 *
 * @param now milliseconds since 1970 UTC
 */
export function markRun(folder: string, now: number, log: Log): RunMarker {
  const file = join(folder, markerFile)
  const interrupted = readMark(file)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, JSON.stringify({ startedAt: now }))
  } catch (error) {
    log.warn('start', 'that the app runs could not be marked', { error })
  }
  return {
    interrupted,
    end() {
      try {
        rmSync(file, { force: true })
      } catch (error) {
        log.warn('start', 'the mark that the app runs could not be taken away', { error })
      }
    }
  }
}

function readMark(file: string): RunMarker['interrupted'] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    // There is none, as after every end in order; or it cannot be read, and then nothing can be said.
    return null
  }
  const mark = markSchema.safeParse(parseJson(text))
  return { startedAt: mark.success ? mark.data.startedAt : null }
}
