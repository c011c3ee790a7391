import { z } from 'zod'
import { cacheKeepDays, cacheLimitsMb } from '../domain/cache'
import { deviceKinds } from '../domain/deviceKind'
import { oldFates } from '../domain/fieldWork'
import { reportingSchema } from '../domain/reporting'
import { installationStatusSchema } from '../domain/installationStatus'
import { tuidSchema } from '../domain/tuid'
import { releaseChannels } from '../domain/update'
import { batchPlanSchema } from '../domain/visit'

/** What the app remembers for a person. Stacks and window bounds are kept by main alone. */
export const settingsSchema = z.strictObject({
  language: z.enum(['system', 'en', 'fi']),
  theme: z.enum(['system', 'light', 'dark']),
  /** High: text of 7:1 and drawn edges, in the light and in the dark theme. */
  contrast: z.enum(['system', 'standard', 'high']),
  /** Per cent of the base text size. */
  textSize: z.literal([100, 115, 130, 150]),
  /** Last choices of the install steps, by stack id, offered again for the next thing. */
  lastChoices: z.record(
    z.uuid(),
    z.strictObject({ groupId: z.string().nullable(), status: installationStatusSchema.nullable() })
  ),
  /** What each scan of a batch did last, by stack id, offered again for the next visit. */
  lastPlans: z.record(z.uuid(), batchPlanSchema),
  /** How often things of a kind are to report after a test, as chosen last where nobody knew how it was before. */
  lastIntervals: z.partialRecord(z.enum(deviceKinds), reportingSchema),
  /** Whether the queue is shown by thing rather than action by action. */
  queueByThing: z.boolean(),
  /** How much of what was read is kept on this laptop, and for how long. */
  cacheLimitMb: z.literal(cacheLimitsMb),
  cacheKeepDays: z.literal(cacheKeepDays),
  /** Whether a scan is answered with a sound. */
  sounds: z.boolean(),
  /** Which versions of the app are offered as updates. */
  releaseChannel: z.enum(releaseChannels),
  /** The camera that reads labels: `deviceId` as the browser names it, null for whichever the system takes first. */
  camera: z.strictObject({ deviceId: z.string().max(200).nullable(), explained: z.boolean() }),
  /** Who works with this laptop, as visits and their reports name them. */
  installer: z.string().max(120),
  /** What becomes of a replaced thing, as chosen last, and the one that waits for the scan of its successor. */
  replacement: z.strictObject({
    fate: z.enum(oldFates),
    old: z.strictObject({ stackId: z.uuid(), tuid: tuidSchema }).nullable()
  }),
  /** Whether the first-run tour was seen or skipped. */
  tourDone: z.boolean(),
  /** The version whose news were seen last; null before the first start. */
  newsSeen: z.string().max(40).nullable()
})

export type Settings = z.output<typeof settingsSchema>

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  contrast: 'system',
  textSize: 100,
  lastChoices: {},
  lastPlans: {},
  lastIntervals: {},
  queueByThing: false,
  cacheLimitMb: 500,
  cacheKeepDays: 365,
  sounds: true,
  releaseChannel: 'stable',
  camera: { deviceId: null, explained: false },
  installer: '',
  replacement: { fate: 'uninstalled', old: null },
  tourDone: false,
  newsSeen: null
}
