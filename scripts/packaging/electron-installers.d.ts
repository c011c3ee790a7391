/** Neither package has types of its own: what scripts/packaging/linux-packages.ts uses of them. */
interface LinuxInstallerInput {
  /** The packed app's folder. */
  src: string
  /** Where the package goes. */
  dest: string
  arch: string
  rename: (dest: string) => string
  logger: (words: string) => void
  options: Readonly<Record<string, unknown>>
}

/** Its steps are taken in this order. */
declare class LinuxInstaller {
  /** What it was given, put together with its own defaults. */
  options: Record<string, unknown> & { packagePaths: string[] }
  stagingDir: string
  /** Below the staging folder: what becomes /usr. */
  get baseAppDir(): string

  constructor(input: LinuxInstallerInput)

  generateDefaults(): Promise<unknown>
  generateOptions(): unknown
  createStagingDir(): Promise<void>
  createContents(): Promise<unknown>
  createPackage(): Promise<void>
  /** Fills in `options.packagePaths`, absolute. */
  movePackage(): Promise<void>
}

declare module 'electron-installer-debian' {
  export const Installer: typeof LinuxInstaller
}

declare module 'electron-installer-redhat' {
  export const Installer: typeof LinuxInstaller
}
