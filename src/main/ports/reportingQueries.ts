/** What is asked of the journal about how often things report. Actions by their sequence numbers. */
export interface ReportingQueries {
  /** For each thing that was told to report as in a test, and nothing else about it since: the last such action. */
  lastToldToTest(stackId: string): number[]
  /** The newest actions that told, or tell, a thing how often to report, newest first. */
  toldToReport(stackId: string, tuid: string): number[]
}
