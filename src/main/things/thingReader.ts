import type { Reading } from '@shared/domain/thing'
import type { Outcome } from '../api/outcome'
import type { StackApi } from '../api/stackApi'
import type { ReadModel, ThingPart } from '../ports/readModel'
import { keptPart, type PartValue } from './keptParts'

export interface ThingReaderOptions {
  readonly apiOf: (stackId: string) => StackApi
  readonly readModel: ReadModel
  readonly now: () => number
}

/** Reads the parts of a thing: live where the server answers, else as last seen here, always saying which. */
export class ThingReader {
  readonly #options: ThingReaderOptions

  constructor(options: ThingReaderOptions) {
    this.#options = options
  }

  general(stackId: string, tuid: string): Promise<Reading<PartValue<'general'>>> {
    return this.#read('general', stackId, tuid, (api) => api.getGeneralInfo(tuid))
  }

  installations(stackId: string, tuid: string): Promise<Reading<PartValue<'installations'>>> {
    return this.#read('installations', stackId, tuid, (api) => api.getInstallations(tuid, {}))
  }

  async group(stackId: string, tuid: string): Promise<Reading<PartValue<'group'>>> {
    const reading = await this.#read('group', stackId, tuid, (api) => api.getGroup(tuid))
    const groupId = reading.value?.groupId ?? null
    if (reading.live && groupId !== null) {
      const { readModel, now } = this.#options
      readModel.keepGroupsSeen(stackId, [{ groupId, description: null, listed: false }], now())
    }
    return reading
  }

  alerts(stackId: string, tuid: string): Promise<Reading<PartValue<'alerts'>>> {
    return this.#read('alerts', stackId, tuid, (api) => api.getThingAlerts(tuid, {}))
  }

  messages(stackId: string, tuid: string, limit: number): Promise<Reading<PartValue<'messages'>>> {
    return this.#read('messages', stackId, tuid, (api) => api.getMessages(tuid, { limit }))
  }

  commands(stackId: string, tuid: string): Promise<Reading<PartValue<'commands'>>> {
    return this.#read('commands', stackId, tuid, (api) => api.getCommands(tuid, {}))
  }

  async #read<P extends ThingPart>(
    part: P,
    stackId: string,
    tuid: string,
    ask: (api: StackApi) => Promise<Outcome<PartValue<P>>>
  ): Promise<Reading<PartValue<P>>> {
    const { apiOf, readModel } = this.#options
    const outcome = await ask(apiOf(stackId))
    if (outcome.type === 'answered') {
      readModel.keepReading(stackId, tuid, part, { value: outcome.value, asOf: outcome.at })
      readModel.keepThingSeen(stackId, tuid, outcome.at)
      return { value: outcome.value, asOf: outcome.at, live: true, problem: null }
    }
    // "I do not know this thing" is the latest word; an older answer beside it would contradict it.
    const kept = outcome.problem.kind === 'not_found' ? null : keptPart(readModel, stackId, tuid, part)
    return { value: kept?.value ?? null, asOf: kept?.asOf ?? null, live: false, problem: outcome.problem }
  }
}
