import { localIso, utcIso } from './reportTimes'
import type { ReportContent, ReportThing } from './reportContent'

/** Names under which a number is a moment. */
const moments = new Set([
  'at',
  'addedAt',
  'asOf',
  'askedAt',
  'capturedAt',
  'endedAt',
  'heardAt',
  'notBefore',
  'serverShowsSince',
  'since',
  'startedAt'
])

/** What a device is told may have fields of any name, so nothing in it is read as a moment. */
const verbatim = new Set(['intent', 'plan'])

/** The report as JSON, with everything there is of it; docs/visit-report.md says what stands where. */
export function reportJson({ visit, madeAt, timeZone, totals, things }: ReportContent): string {
  const report = {
    format: 'visit-report',
    version: 1,
    made: moment(madeAt),
    timeZone,
    visit: withMoments(visit),
    totals,
    things: things.map(thingOf)
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function thingOf({ thing, kind, mark, deeds }: ReportThing): object {
  return {
    ...withMoments({ ...thing, deeds: [] }),
    kind,
    result: withMoments(mark),
    deeds: deeds.map(({ deed, actions }) => ({
      ...withMoments(deed),
      actions: actions.map(({ seq, action, mark: result }) => ({
        seq,
        result: withMoments(result),
        action: action === null ? null : withMoments(action)
      }))
    }))
  }
}

function moment(at: number): { utc: string; local: string } {
  return { utc: utcIso(at), local: localIso(at) }
}

function withMoments(value: object): object {
  return Object.fromEntries(
    Object.entries(value).map(([name, held]: [string, unknown]) => [name, verbatim.has(name) ? held : told(name, held)])
  )
}

function told(name: string, held: unknown): unknown {
  if (typeof held === 'number' && moments.has(name)) return moment(held)
  if (Array.isArray(held)) return held.map((each: unknown) => told('', each))
  return typeof held === 'object' && held !== null ? withMoments(held) : held
}
