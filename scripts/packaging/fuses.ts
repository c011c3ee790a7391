import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/**
 * What the packaged app may and may not, decided for every fuse of Electron. Packing fails when Electron has gained one
 * that is not in this list (`strictlyRequireAllFuses`).
 */
export const fuses: Readonly<Record<FuseV1Options, boolean>> = {
  // ELECTRON_RUN_AS_NODE would make the signed app run anybody's script. The keychain runs in a utility process, which
  // does not need it.
  [FuseV1Options.RunAsNode]: false,
  // The page keeps nothing in cookies; should that ever change, they are encrypted with a key of the keychain.
  [FuseV1Options.EnableCookieEncryption]: true,
  // No code and no debugger through NODE_OPTIONS or --inspect. What the app sets itself (V8's flags) is not concerned.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // A changed app.asar is not run (macOS and Windows), and nothing beside app.asar is looked for.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // We ship Electron's one snapshot for all processes.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // The page comes from a scheme of its own: file:// needs no more than a browser gives it.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Electron's default; without them the decoder of labels (WebAssembly) checks every access to its memory.
  [FuseV1Options.WasmTrapHandlers]: true
}

/**
 * Sets all fuses in a packaged app.
 *
 * @param binary the executable, or on macOS the .app folder
 * @param renewSignature macOS without a certificate: the ad-hoc signature must cover the changed bytes
 * @throws in words when the binary has other fuses than we have decided
 */
export async function setFuses(binary: string, renewSignature: boolean): Promise<void> {
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: renewSignature,
    ...fuses
  })
}

const stateNames = new Map<unknown, string>([
  [FuseState.ENABLE, 'on'],
  [FuseState.DISABLE, 'off'],
  [FuseState.REMOVED, 'removed from this Electron'],
  [FuseState.INHERIT, 'undecided']
])

function nameOfFuse(index: number): string {
  return FuseV1Options[index] ?? `number ${index}, which this project does not know`
}

/**
 * Reads the fuses back from a packaged app.
 *
 * @param binary the executable, or on macOS the .app folder
 * @returns each difference to what is decided, in words; empty when there is none
 * @throws in words when it is no binary with fuses
 */
export async function fuseDifferences(binary: string): Promise<string[]> {
  const wire = new Map<string, unknown>(Object.entries(await getCurrentFuseWire(binary)))
  const wanted = new Map<string, boolean>(Object.entries(fuses))
  const version = Number(wire.get('version'))
  wire.delete('version')
  return [...new Set([...wire.keys(), ...wanted.keys()])].flatMap((index) => {
    const decided = wanted.get(index)
    const found = wire.get(index)
    if (decided !== undefined && found === (decided ? FuseState.ENABLE : FuseState.DISABLE)) return []
    const there = found === undefined ? 'missing' : (stateNames.get(found) ?? `byte ${JSON.stringify(found)}`)
    const wish = decided === undefined ? 'not decided' : decided ? 'on' : 'off'
    return [`${nameOfFuse(Number(index))} (version ${version}): ${there}, decided: ${wish}`]
  })
}
