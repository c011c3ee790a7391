import { z } from 'zod'
import { commandEvents, type Command } from './command'
import { commandFieldsOf } from './commandFields'
import { isGateway, type DeviceKind } from './deviceKind'
import { instantSchema, type CommandRecord, type ThingMessage } from './thing'

/** The command whose parameters tell how often a thing measures and reports. */
export const reportingCommandId = 1500

/** tsmEv of a device's answer: configuration response, command response (vendor fact). */
export const answerEvents: readonly number[] = [31, 36]

/** How often a thing measures and reports. */
export const reportingSchema = z.strictObject({
  /** Seconds. */
  reportInterval: z.number(),
  /** Seconds; null when not known, or not to be touched. */
  measurementInterval: z.number().nullable()
})

export type Reporting = z.output<typeof reportingSchema>

/** What a thing did before it was tested, and how that is known. */
export const knownReportingSchema = reportingSchema.extend({
  /** `answer`: the device said so; `command`: it was last told so. */
  source: z.enum(['answer', 'command']),
  /** When it was said; null when the server does not tell. */
  at: instantSchema.nullable()
})

export type KnownReporting = z.output<typeof knownReportingSchema>

/** "Test on site: report every minute". Seconds. */
export const testReporting = { measurementInterval: 60, reportInterval: 60 } as const

export const testCommand: Command = reportingCommand(testReporting)

/** Tells a thing how often to measure and report; what is null stays as it is. */
export function reportingCommand({ measurementInterval, reportInterval }: Reporting): Command {
  return {
    tsmId: reportingCommandId,
    tsmEv: commandEvents.configurationRequest,
    parameters: { ...(measurementInterval !== null && { measurementInterval }), reportInterval }
  }
}

/** Whether a kind understands the presets: those that have a report interval. */
export function canBeTested(kind: DeviceKind): boolean {
  return !isGateway(kind)
}

/** Seconds between which a kind can be told to report (vendor fact). */
export function reportIntervalRange(kind: DeviceKind): { readonly min: number; readonly max: number } {
  const field = commandFieldsOf(reportingCommandId, kind).find(({ name }) => name === 'reportInterval')
  if (field?.kind !== 'integer') throw new Error('the report interval is a number')
  return { min: field.min, max: field.max }
}

/** Whether the last of these commands about reporting sets exactly the values of the test; null without any. */
export function leavesOnTest(commands: readonly Pick<Command, 'tsmId' | 'parameters'>[]): boolean | null {
  const last = commands.findLast(({ tsmId }) => tsmId === reportingCommandId)
  return last === undefined ? null : isTest(last.parameters)
}

function isTest(parameters: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(parameters)
  return (
    names.length === 2 &&
    parameters['measurementInterval'] === testReporting.measurementInterval &&
    parameters['reportInterval'] === testReporting.reportInterval
  )
}

/**
 * How often a thing reported before it was tested: what it last answered itself, or else what it was last told. Neither
 * the test nor the answer to one counts. Null when nothing tells: there is no interval that is normal for all.
 *
 * @param messages of the thing, in any order
 * @param commands sent to it by anybody, in any order
 */
export function reportingBeforeTest(
  messages: readonly ThingMessage[],
  commands: readonly CommandRecord[]
): KnownReporting | null {
  const ofReporting = commands.filter(({ tsmId }) => tsmId === reportingCommandId)
  const tests = new Set(ofReporting.filter(({ fields }) => isTest(fields)).map(({ transactionId }) => transactionId))
  const answers = messages.filter(isReportingAnswer).filter(({ fields }) => {
    const id = fields['transactionId']
    // A device may move the values of the test into its own range: they are the test's all the same.
    return !isTestLike(fields) && !(id !== undefined && tests.has(Number(id)))
  })
  const told = ofReporting.filter(({ fields }) => !isTest(fields))
  return latest(answers, 'answer') ?? latest(told, 'command')
}

export function isReportingAnswer({ tsmId, tsmEv }: Pick<ThingMessage, 'tsmId' | 'tsmEv'>): boolean {
  return tsmId === reportingCommandId && tsmEv !== null && answerEvents.includes(tsmEv)
}

function isTestLike({ reportInterval, measurementInterval = testReporting.measurementInterval }: Fields): boolean {
  return reportInterval === testReporting.reportInterval && measurementInterval === testReporting.measurementInterval
}

type Fields = Readonly<Record<string, unknown>>

function latest(
  said: readonly { readonly at: number | null; readonly fields: Fields }[],
  source: KnownReporting['source']
): KnownReporting | null {
  const known = said
    .toSorted((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity))
    .flatMap(({ at, fields }) => {
      const reportInterval = seconds(fields['reportInterval'])
      const measurementInterval = seconds(fields['measurementInterval'])
      return reportInterval === null ? [] : [{ reportInterval, measurementInterval, source, at }]
    })
  return known[0] ?? null
}

/** Whole and more than nothing; anything else cannot be sent again. */
function seconds(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null
}
