import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { electronBinary } from '../../../scripts/electron-binary.ts'
import { projectRoot } from '../../../scripts/project-root.ts'
import type { HostSettings } from '../../host/host-settings.ts'
import type { RunningApp } from './running-app.ts'
import { withinSeconds } from './within-seconds.ts'

function startBeside({ kind, userData }: RunningApp) {
  if (kind === 'electron') {
    return spawn(electronBinary() ?? '', [projectRoot, `--user-data-dir=${userData}`], { stdio: 'ignore' })
  }
  const settings: HostSettings = { appRoot: projectRoot, userData, locale: 'en-US', port: 0 }
  const stdio = ['ignore', 'ignore', 'ignore', 'ipc'] as const
  return fork(join(projectRoot, 'test/host/driven.ts'), [JSON.stringify(settings)], { execArgv: [], stdio: [...stdio] })
}

/**
 * Starts the app a second time, on the data that a running one holds, as a person does who has forgotten it.
 *
 * @returns the exit code with which the second one ended by itself
 * @throws when it has not ended after 15 s
 */
export async function startSecond(first: RunningApp): Promise<number> {
  const second = startBeside(first)
  try {
    const [code] = (await withinSeconds(15, 'the second start to end', once(second, 'exit'))) as [number]
    return code
  } finally {
    second.kill('SIGKILL')
  }
}
