import { z } from 'zod'
import { alertDetailSchema, fleetAlertsSchema, newAlertSchema } from '../domain/fleetAlerts'
import { tuidSchema } from '../domain/tuid'

const stackId = z.uuid()

/** Which things of a stack alert, and about what. */
export const alertChannels = {
  /** Which things of a stack alert, as last seen on this laptop. */
  'alerts:kept': { input: z.strictObject({ stackId }), output: fleetAlertsSchema },
  /** The same, asked of the server now. `recheck`: also if it was found not to offer that. Problem: unknown_stack. */
  'alerts:refresh': { input: z.strictObject({ stackId, recheck: z.boolean() }), output: fleetAlertsSchema },
  /**
   * Says of which things the alerts are looked at from now on; what was wanted before is given up. Answers those that
   * are fresh; the others come with `alerts:detail`. `again`: also those that were read a moment ago.
   */
  'alerts:want': {
    input: z.strictObject({ stackId, tuids: z.array(tuidSchema).max(200), again: z.boolean() }),
    output: z.array(alertDetailSchema)
  },
  /** Things installed today from this laptop that alert, as far as nobody has dismissed it. */
  'alerts:notices': { input: z.strictObject({ stackId }), output: z.array(newAlertSchema) },
  /** What these things alert about now is not told again. */
  'alerts:dismiss': { input: z.strictObject({ stackId, tuids: z.array(tuidSchema).max(10_000) }), output: z.void() }
} as const

export const alertEvents = {
  /** Which things alert was read anew without being asked: ask `alerts:kept`. */
  'alerts:changed': z.strictObject({ stackId }),
  /** See `alerts:want`. */
  'alerts:detail': alertDetailSchema,
  /** The whole answer of `alerts:notices`, when it is another. */
  'alerts:noticed': z.strictObject({ stackId, notices: z.array(newAlertSchema) })
} as const
