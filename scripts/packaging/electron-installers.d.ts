/** Neither package has types of its own: what scripts/packaging/linux-packages.ts uses of them. */
interface LinuxInstallerInput {
  /** The packed app's folder. */
  src: string
  /** Where the package goes. */
  dest: string
  arch: string
  rename: (dest: string) => string
  logger?: (words: string) => void
  options: Readonly<Record<string, unknown>>
}

interface LinuxInstallerOutcome {
  /** Absolute paths of what was made. */
  packagePaths: string[]
}

declare module 'electron-installer-debian' {
  export default function makeDeb(input: LinuxInstallerInput): Promise<LinuxInstallerOutcome>
}

declare module 'electron-installer-redhat' {
  export default function makeRpm(input: LinuxInstallerInput): Promise<LinuxInstallerOutcome>
}
