import { electronBinary } from '../../scripts/electron-binary.ts'

export type Runtime = 'electron' | 'host'

/**
 * Where the specs run: E2E_RUNTIME=electron|host|auto, auto by default.
 *
 * @throws when Electron is wanted and its binary is not here
 */
export function chooseRuntime(): { runtime: Runtime; reason: string } {
  const wanted = process.env['E2E_RUNTIME'] ?? 'auto'
  const binary = electronBinary()
  if (wanted === 'host') return { runtime: 'host', reason: 'E2E_RUNTIME asks for it' }
  if (wanted === 'electron') {
    if (binary === undefined) throw new Error("Electron's binary is not here: run `npx install-electron` first")
    return { runtime: 'electron', reason: 'E2E_RUNTIME asks for it' }
  }
  if (wanted !== 'auto') throw new Error(`E2E_RUNTIME must be electron, host or auto, not "${wanted}"`)
  return binary === undefined
    ? { runtime: 'host', reason: "Electron's binary is not here" }
    : { runtime: 'electron', reason: `found ${binary}` }
}
