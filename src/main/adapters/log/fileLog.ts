import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import logger from 'electron-log/node'
import type { KeptLog, LogFields, LogFile } from '../../ports/log'
import { HiddenValues } from './hiddenValues'
import { plainCopy, redactText } from './redaction'

type Level = 'debug' | 'info' | 'warn' | 'error'

export interface FileLogOptions {
  /** Where `main.log` and, after a rotation, `main.old.log` are kept. */
  readonly folder: string
  /** Bytes after which a new file is begun. One old file is kept, so the folder holds about twice this. */
  readonly maxSize?: number
  readonly now?: () => Date
}

const oneMegabyte = 1_048_576

/** The oldest first. */
const fileNames = ['main.old.log', 'main.log'] as const

/**
 * A log of one line an entry, `time level area message {json}`, redacted before it is written. Writing never throws:
 * a full disk costs the log, not the work.
 */
export function openFileLog({ folder, maxSize = oneMegabyte, now = () => new Date() }: FileLogOptions): KeptLog {
  const hidden = new HiddenValues()
  const strike = (text: string): string => redactText(hidden.strike(text))

  const file = logger.create({ logId: folder })
  file.transports.console.level = false
  file.transports.file.level = 'silly'
  file.transports.file.maxSize = maxSize
  file.transports.file.resolvePathFn = () => join(folder, 'main.log')
  // Each line arrives finished: electron-log's own formatting would give %-signs in it a meaning.
  file.transports.file.transforms = [({ data }) => data.join(' ')]
  file.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }

  function write(level: Level, area: string, message: string, fields?: LogFields): void {
    const details = fields === undefined ? '' : ` ${JSON.stringify(plainCopy(fields, strike))}`
    const line = `${now().toISOString()} ${level.padEnd(5)} ${oneLine(strike(area))} ${oneLine(strike(message))}${details}`
    // Once more over the whole line: a secret may also have come together from parts.
    file[level](strike(line))
  }

  return {
    debug: (area, message, fields) => write('debug', area, message, fields),
    info: (area, message, fields) => write('info', area, message, fields),
    warn: (area, message, fields) => write('warn', area, message, fields),
    error: (area, message, fields) => write('error', area, message, fields),
    hide: (secret) => hidden.add(secret),
    files: () =>
      fileNames.flatMap((name) => readFile(folder, name)).map(({ name, text }) => ({ name, text: strike(text) }))
  }
}

function readFile(folder: string, name: string): LogFile[] {
  try {
    return [{ name, text: readFileSync(join(folder, name), 'utf8') }]
  } catch {
    // Not begun yet, or not to be read: the other one is worth having all the same.
    return []
  }
}

/** One entry is one line, whatever a server put into its words; nothing in it may steer a terminal either. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, (character) => JSON.stringify(character).slice(1, -1))
}
