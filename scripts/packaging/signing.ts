type Environment = Readonly<Record<string, string | undefined>>

/** The sets of variables by which Apple's notary knows us; one complete set is enough. */
const notaryVariables = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID']
] as const

/** All that electron-builder and its helpers read to sign. */
const signingVariables = [
  'CSC_LINK',
  'CSC_NAME',
  'CSC_KEY_PASSWORD',
  'WIN_CSC_LINK',
  'WIN_CSC_KEY_PASSWORD',
  ...notaryVariables.flat()
]

/**
 * Takes out the variables that are there but empty, as a build service sets those of secrets it does not have: a
 * certificate of that name would be looked for.
 */
export function dropEmptyVariables(environment: Record<string, string | undefined>): void {
  for (const name of signingVariables) if (environment[name] === '') Reflect.deleteProperty(environment, name)
}

const isSet = (environment: Environment, name: string): boolean => (environment[name] ?? '') !== ''

/** Whether electron-builder is given a certificate for this platform (a value of `process.platform`). */
export function isSigned(platform: string, environment: Environment): boolean {
  if (platform === 'win32') return isSet(environment, 'WIN_CSC_LINK') || isSet(environment, 'CSC_LINK')
  return platform === 'darwin' && (isSet(environment, 'CSC_LINK') || isSet(environment, 'CSC_NAME'))
}

/** Whether a signed macOS app can be sent to Apple's notary. */
export function isNotarized(environment: Environment): boolean {
  const known = notaryVariables.some((names) => names.every((name) => isSet(environment, name)))
  return known && isSigned('darwin', environment)
}

/** What the packages will lack, in words for whoever makes them; empty when nothing. */
export function signingNotices(platform: string, environment: Environment): string[] {
  if (platform === 'linux') return []
  if (!isSigned(platform, environment)) {
    const names = platform === 'win32' ? 'WIN_CSC_LINK (or CSC_LINK)' : 'CSC_LINK (or CSC_NAME)'
    return [`Not signed: ${names} is not set. The system will warn whoever opens it.`]
  }
  if (platform === 'darwin' && !isNotarized(environment)) {
    const sets = notaryVariables.map((set) => set.join(', ')).join('; or ')
    return [`Not notarised: set ${sets}. macOS will refuse to open it at first.`]
  }
  return []
}
