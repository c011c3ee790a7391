import { randomStream } from '../random.ts'
import type { World } from '../world.ts'
import { buildDemo } from './demo.ts'
import { SiteBuilder } from './builder.ts'
import { buildSmall } from './small.ts'

export const SITE_NAMES = ['demo', 'small', 'empty'] as const
export type SiteName = (typeof SITE_NAMES)[number]

export interface SeededSite {
  tuids: readonly string[]
  /** Special cases by name. */
  roles: Readonly<Record<string, string>>
}

/** Fills the world. The same seed gives the same site; only the times follow `now` (milliseconds). */
export function seedSite(world: World, site: SiteName, seed: number, now: number): SeededSite {
  const builder = new SiteBuilder(world, randomStream(seed), now)
  if (site === 'demo') buildDemo(builder)
  if (site === 'small') buildSmall(builder)
  return { tuids: builder.tuids, roles: builder.roles }
}
