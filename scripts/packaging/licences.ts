/**
 * The licences of what we may ship: permissive ones, by their SPDX names. Anything else stops the build, and is for a
 * person to decide (docs/dependencies.md).
 */
export const allowedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib'
])

/**
 * Whether an SPDX expression lets us ship. Of `OR` one side is enough, of `AND` all are needed; anything with brackets
 * inside brackets, `WITH` or words is refused rather than understood.
 */
export function isAllowedLicence(expression: string): boolean {
  const bare = /^\(([^()]*)\)$/.exec(expression.trim())?.[1] ?? expression.trim()
  return bare.split(' OR ').some((side) => side.split(' AND ').every((name) => allowedLicences.has(name.trim())))
}
