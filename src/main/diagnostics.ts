import { arch, release } from 'node:os'
import type { AppInfo } from '@shared/ipc/channels'
import type { Diagnostics } from '@shared/ipc/diagnosticsChannels'
import type { LogFile } from './ports/log'
import type { SettingsStore } from './ports/settingsStore'
import type { Session } from './session/session'
import type { Stacks } from './stacks/stacks'

export interface DiagnosticsSources {
  readonly info: () => AppInfo
  readonly settings: Pick<SettingsStore, 'settings'>
  readonly stacks: Pick<Stacks, 'list'>
  readonly session: Pick<Session, 'view'>
  readonly logFiles: () => readonly LogFile[]
}

/** Each part is named here: whatever is added to a source does not go out by itself. */
export async function collectDiagnostics(sources: DiagnosticsSources): Promise<Diagnostics> {
  const { version, platform, electron, systemLanguage, notices } = sources.info()
  // The host has no Chromium of its own.
  const runtime: Readonly<Record<string, string | undefined>> = process.versions
  const stacks = await sources.stacks.list()
  return {
    versions: {
      app: version,
      electron,
      chrome: runtime['chrome'] ?? '',
      node: runtime['node'] ?? '',
      sqlite: runtime['sqlite'] ?? '',
      platform,
      release: release(),
      architecture: arch(),
      language: systemLanguage
    },
    settings: sources.settings.settings(),
    stacks: stacks.map(({ id, name, baseUrl, clientId, secret, active, openActions }) => ({
      id,
      name,
      baseUrl,
      clientId,
      secret,
      active,
      openActions
    })),
    session: sources.session.view(),
    notices: notices.map(({ kind, detail }) => ({ kind, detail })),
    log: sources.logFiles().map(({ name, text }) => ({ name, text }))
  }
}
