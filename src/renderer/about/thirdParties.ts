import { z } from 'zod'

/** As the build lists what others have written and the app ships, beside the page itself. */
const partiesSchema = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() })
)

export type ThirdParty = z.output<typeof partiesSchema>[number]

/** @returns null in a build without the list, as while developing */
export async function thirdParties(): Promise<readonly ThirdParty[] | null> {
  const answer = await fetch('./third-party-notices.json')
  if (!answer.ok) return null
  const content: unknown = await answer.json()
  return partiesSchema.parse(content)
}
