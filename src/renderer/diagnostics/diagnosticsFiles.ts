import { strToU8, zipSync } from 'fflate'
import { format as formatTime } from 'date-fns'
import type { Diagnostics } from '@shared/ipc/diagnosticsChannels'
import type { Translator } from '@/i18n'
import { unsafeInFileNames } from '@/queue/exportFile'

/** One of the files in the zip. */
export interface DiagnosticsFile {
  readonly name: string
  /** What is in it, in a few words. */
  readonly about: string
  readonly text: string
}

/** The queue of one stack, as the queue's own export writes it. */
export interface QueueText {
  readonly stackName: string
  readonly text: string
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * What goes into the zip, in the order in which it is read: first what is in it at all.
 *
 * @param queues null when the person leaves the queue out
 * @param now milliseconds since 1970 UTC
 */
export function diagnosticsFiles(
  { versions, settings, stacks, session, notices, log }: Diagnostics,
  queues: readonly QueueText[] | null,
  now: number,
  t: Translator['t']
): DiagnosticsFile[] {
  const about = (what: string, name = ''): string => t(`diagnostics.about.${what}`, { name })
  const files: DiagnosticsFile[] = [
    { name: 'versions.json', about: about('versions'), text: json(versions) },
    { name: 'app-settings.json', about: about('settings'), text: json(settings) },
    { name: 'stacks.json', about: about('stacks'), text: json({ stacks, session, notices }) },
    ...log.map(({ name, text }) => ({ name, about: about('log'), text })),
    ...(queues ?? []).map(({ stackName, text }, index) => ({
      name: `queue-${index + 1}-${stackName.replaceAll(unsafeInFileNames, '-')}.json`,
      about: about('queue', stackName),
      text
    }))
  ]
  const words = (key: string, values = {}): string => t(`diagnostics.readme.${key}`, values)
  const readme = [
    words('title'),
    words('made', { time: formatTime(now, 'yyyy-MM-dd HH:mm'), version: versions.app }),
    [words('holds'), ...files.map((file) => `- ${file.name}: ${file.about}`)].join('\n'),
    ...(queues === null ? [words('without')] : []),
    words('secrets'),
    words('personal')
  ]
  return [{ name: 'README.txt', about: about('readme'), text: `${readme.join('\n\n')}\n` }, ...files]
}

/** @param now milliseconds since 1970 UTC; the name carries the local time */
export function zipOf(files: readonly DiagnosticsFile[], now: number): { name: string; content: Blob } {
  const packed = zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])))
  return {
    name: `diagnostics-${formatTime(now, 'yyyy-MM-dd-HHmm')}.zip`,
    content: new Blob([packed], { type: 'application/zip' })
  }
}
