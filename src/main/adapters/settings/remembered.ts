import { z } from 'zod'
import { stackSchema, type Stack } from '@shared/domain/stack'
import { defaultSettings, settingsSchema, type Settings } from '@shared/ipc/settings'
import type { WindowBounds } from '../../ports/settingsStore'

/**
 * Counts up when what an earlier version would take for damage is written from now on: a setting with a further value,
 * a stack with a further field. A further setting alone needs no new format.
 */
export const settingsFormat = 1

/** What a newer version has written and this one does not know. It stays in the file as it is. */
export interface KeptForLater {
  readonly format: number
  readonly file: Readonly<Record<string, unknown>>
  readonly settings: Readonly<Record<string, unknown>>
  /** Whole stacks as they were, by id. */
  readonly stacks: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** What the settings file holds. A file of an older version may lack fields; they get their defaults. */
export interface Remembered {
  readonly settings: Settings
  readonly stacks: readonly Stack[]
  readonly activeStackId: string | null
  readonly windowBounds: WindowBounds | null
  readonly kept: KeptForLater
}

export const nothingRemembered: Remembered = {
  settings: defaultSettings,
  stacks: [],
  activeStackId: null,
  windowBounds: null,
  kept: { format: settingsFormat, file: {}, settings: {}, stacks: {} }
}

export interface RememberedReading {
  readonly remembered: Remembered
  /** Names of fields that were there and not usable, e.g. `settings.theme`, `stacks.1`. */
  readonly damaged: readonly string[]
}

/** A file without one is of the first format, or torn in this place: then its fields tell. */
const formatSchema = z.number().int().positive().catch(1)

/** A stack of a newer version may have more to it. */
const laterStackSchema = z.object(stackSchema.shape)

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
  const format = formatSchema.parse(file.data['format'])
  const isNewer = format > settingsFormat
  const damaged: string[] = []
  const keptSettings: Record<string, unknown> = {}

  function field<S extends z.ZodType>(schema: S, value: unknown, name: string, otherwise: z.output<S>): z.output<S> {
    if (value === undefined) return otherwise
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    // What a newer version means by it is not known here; it is no damage, and it is for that version to read again.
    if (isNewer && name.startsWith('settings.')) keptSettings[name.slice('settings.'.length)] = value
    else damaged.push(name)
    return otherwise
  }

  const settings = field(fileSchema, file.data['settings'], 'settings', {})
  const { shape } = settingsSchema
  const items = field(z.array(z.unknown()), file.data['stacks'], 'stacks', [])
  const stacks = readStacks(items, isNewer ? laterStackSchema : stackSchema, damaged)
  Object.assign(keptSettings, unknownTo(Object.keys(shape), settings))
  const activeStackId = field(z.string().nullable(), file.data['activeStackId'], 'activeStackId', null)
  const isKnown = activeStackId === null || stacks.some((stack) => stack.id === activeStackId)
  if (!isKnown) damaged.push('activeStackId')

  return {
    remembered: {
      settings: {
        language: field(shape.language, settings['language'], 'settings.language', defaultSettings.language),
        theme: field(shape.theme, settings['theme'], 'settings.theme', defaultSettings.theme),
        contrast: field(shape.contrast, settings['contrast'], 'settings.contrast', defaultSettings.contrast),
        textSize: field(shape.textSize, settings['textSize'], 'settings.textSize', defaultSettings.textSize),
        lastChoices: field(shape.lastChoices, settings['lastChoices'], 'settings.lastChoices', {}),
        lastPlans: field(shape.lastPlans, settings['lastPlans'], 'settings.lastPlans', {}),
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
        ),
        tourDone: field(shape.tourDone, settings['tourDone'], 'settings.tourDone', defaultSettings.tourDone),
        newsSeen: field(shape.newsSeen, settings['newsSeen'], 'settings.newsSeen', defaultSettings.newsSeen)
      },
      stacks,
      activeStackId: isKnown ? activeStackId : (stacks[0]?.id ?? null),
      windowBounds: field(windowBoundsSchema.nullable(), file.data['windowBounds'], 'windowBounds', null),
      kept: {
        format: Math.max(format, settingsFormat),
        file: unknownTo(['format', ...Object.keys(nothingRemembered)], file.data),
        settings: keptSettings,
        stacks: isNewer ? byId(items) : {}
      }
    },
    damaged
  }
}

function readStacks(items: readonly unknown[], schema: z.ZodType<Stack>, damaged: string[]): Stack[] {
  const stacks: Stack[] = []
  items.forEach((item, index) => {
    const parsed = schema.safeParse(item)
    const isNew = parsed.success && !stacks.some((stack) => stack.id === parsed.data.id)
    if (isNew) stacks.push(parsed.data)
    else damaged.push(`stacks.${index}`)
  })
  return stacks
}

function unknownTo(known: readonly string[], found: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(found).filter(([key]) => !known.includes(key)))
}

function byId(items: readonly unknown[]): Record<string, Record<string, unknown>> {
  const found: Record<string, Record<string, unknown>> = {}
  for (const item of items) {
    const stack = fileSchema.safeParse(item)
    const id = stack.success ? stack.data['id'] : undefined
    if (stack.success && typeof id === 'string') found[id] = stack.data
  }
  return found
}

/** What is written: what is remembered, and beside it what a newer version has left for itself. */
export function fileContent({ kept, ...remembered }: Remembered): Record<string, unknown> {
  return {
    ...kept.file,
    ...remembered,
    format: kept.format,
    settings: { ...remembered.settings, ...kept.settings },
    stacks: remembered.stacks.map((stack) => ({ ...kept.stacks[stack.id], ...stack }))
  }
}

/** A person has chosen anew: what a newer version had there is past. */
export function chosenAnew(kept: KeptForLater, names: readonly string[]): KeptForLater {
  return {
    ...kept,
    settings: Object.fromEntries(Object.entries(kept.settings).filter(([key]) => !names.includes(key)))
  }
}
