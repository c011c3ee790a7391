import { z } from 'zod'
import { stackSchema, type Stack } from '@shared/domain/stack'
import { defaultSettings, settingsSchema, type Settings } from '@shared/ipc/settings'
import type { WindowBounds } from '../../ports/settingsStore'

/** What the settings file holds. A file of an older version may lack fields; they get their defaults. */
export interface Remembered {
  readonly settings: Settings
  readonly stacks: readonly Stack[]
  readonly activeStackId: string | null
  readonly windowBounds: WindowBounds | null
}

export const nothingRemembered: Remembered = {
  settings: defaultSettings,
  stacks: [],
  activeStackId: null,
  windowBounds: null
}

export interface RememberedReading {
  readonly remembered: Remembered
  /** Names of fields that were there and not usable, e.g. `settings.theme`, `stacks.1`. */
  readonly damaged: readonly string[]
}

const fileSchema = z.record(z.string(), z.unknown())
const windowBoundsSchema = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean()
})

/**
 * Reads the content of the settings file field by field, so that one wrong field costs that field alone.
 *
 * @returns null when the file as a whole is something else
 */
export function readRemembered(content: unknown): RememberedReading | null {
  const file = fileSchema.safeParse(content)
  if (!file.success) return null
  const damaged: string[] = []

  function field<S extends z.ZodType>(schema: S, value: unknown, name: string, otherwise: z.output<S>): z.output<S> {
    if (value === undefined) return otherwise
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    damaged.push(name)
    return otherwise
  }

  const settings = field(fileSchema, file.data['settings'], 'settings', {})
  const { shape } = settingsSchema
  const stacks = readStacks(field(z.array(z.unknown()), file.data['stacks'], 'stacks', []), damaged)
  const activeStackId = field(z.string().nullable(), file.data['activeStackId'], 'activeStackId', null)
  const isKnown = activeStackId === null || stacks.some((stack) => stack.id === activeStackId)
  if (!isKnown) damaged.push('activeStackId')

  return {
    remembered: {
      settings: {
        language: field(shape.language, settings['language'], 'settings.language', defaultSettings.language),
        theme: field(shape.theme, settings['theme'], 'settings.theme', defaultSettings.theme),
        textSize: field(shape.textSize, settings['textSize'], 'settings.textSize', defaultSettings.textSize),
        lastChoices: field(shape.lastChoices, settings['lastChoices'], 'settings.lastChoices', {}),
        lastIntervals: field(shape.lastIntervals, settings['lastIntervals'], 'settings.lastIntervals', {}),
        queueByThing: field(shape.queueByThing, settings['queueByThing'], 'settings.queueByThing', false),
        installer: field(shape.installer, settings['installer'], 'settings.installer', defaultSettings.installer),
        cacheLimitMb: field(
          shape.cacheLimitMb,
          settings['cacheLimitMb'],
          'settings.cacheLimitMb',
          defaultSettings.cacheLimitMb
        ),
        cacheKeepDays: field(
          shape.cacheKeepDays,
          settings['cacheKeepDays'],
          'settings.cacheKeepDays',
          defaultSettings.cacheKeepDays
        ),
        sounds: field(shape.sounds, settings['sounds'], 'settings.sounds', defaultSettings.sounds),
        releaseChannel: field(
          shape.releaseChannel,
          settings['releaseChannel'],
          'settings.releaseChannel',
          defaultSettings.releaseChannel
        ),
        camera: field(shape.camera, settings['camera'], 'settings.camera', defaultSettings.camera),
        replacement: field(
          shape.replacement,
          settings['replacement'],
          'settings.replacement',
          defaultSettings.replacement
        )
      },
      stacks,
      activeStackId: isKnown ? activeStackId : (stacks[0]?.id ?? null),
      windowBounds: field(windowBoundsSchema.nullable(), file.data['windowBounds'], 'windowBounds', null)
    },
    damaged
  }
}

function readStacks(items: readonly unknown[], damaged: string[]): Stack[] {
  const stacks: Stack[] = []
  items.forEach((item, index) => {
    const parsed = stackSchema.safeParse(item)
    const isNew = parsed.success && !stacks.some((stack) => stack.id === parsed.data.id)
    if (isNew) stacks.push(parsed.data)
    else damaged.push(`stacks.${index}`)
  })
  return stacks
}
