import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'papaparse'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Action, Attempt } from '@shared/domain/action'
import type { Delimiter } from '@/csv'
import { exportFileName, exportQueue, type ExportFormat } from '@/queue/exportFile'
import { csvColumns, csvWriter } from '@/queue/queueCsv'
import { jsonWriter } from '@/queue/queueJson'
import { actionOf, now, stackId, tuid } from '../install/fixtures'
import { fail, ok, standIn, type InstallerStandIn } from './installerStandIn'

const attempt: Attempt = {
  kind: 'send',
  startedAt: now + 1000,
  endedAt: now + 2000,
  outcome: 'refused',
  httpStatus: 400,
  words: 'No such group'
}

const exported = (more: Partial<Action> = {}, attempts: Attempt[] = []) => ({
  action: actionOf({ type: 'group', tuid, groupId: 'prfi00attic' }, more),
  attempts
})

describe('a table', () => {
  /** As a spreadsheet reads it: the columns of one action by name. */
  function cellsOf(row: ReturnType<typeof exported>, delimiter: Delimiter = ','): Record<string, string> {
    const { begin, write, end } = csvWriter(delimiter)
    const { data, errors } = parse<Record<string, string>>(begin.slice(1) + write([row]) + end, {
      header: true,
      delimiter,
      skipEmptyLines: true
    })
    expect(errors).toEqual([])
    expect(data).toHaveLength(1)
    return data[0] ?? {}
  }

  test('says for Excel that it is UTF-8, and ends its lines as the standard wants', () => {
    const { begin, write, type } = csvWriter(',')
    expect(begin.codePointAt(0)).toBe(0xfeff)
    expect(begin.slice(1)).toBe(`${csvColumns.join(',')}\r\n`)
    expect(write([exported(), exported()]).match(/\r\n/g)).toHaveLength(2)
    expect(write([])).toBe('')
    expect(type).toBe('text/csv')
  })

  test('tells of an action in columns', () => {
    const row = exported({ state: 'needs_you', attemptCount: 1, lastAttempt: attempt, discardReason: null }, [attempt])
    expect(cellsOf(row)).toMatchObject({
      number: String(row.action.seq),
      id: row.action.id,
      state: 'needs_you',
      type: 'group',
      tuid,
      group: 'prfi00attic',
      new_group: '',
      status: '',
      command: '',
      saved_utc: '2026-11-23 10:00:00',
      sends: '1',
      attempts: '1',
      last_attempt_utc: '2026-11-23 10:00:01',
      last_attempt_outcome: 'refused',
      http_status: '400',
      server_words: 'No such group',
      confirmed_utc: ''
    })
  })

  test('gives each time in UTC and as the clock on this wall shows it, and says which wall', () => {
    const receipt = { at: now, by: 'answer', responsible: 'maija' } as const
    const cells = cellsOf(exported({ state: 'done', receipt }))
    const local = new Date(now)
    const two = (part: number): string => String(part).padStart(2, '0')
    const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`
    expect(cells).toMatchObject({
      confirmed_utc: '2026-11-23 10:00:00',
      confirmed_local: `${day} ${two(local.getHours())}:${two(local.getMinutes())}:00`,
      local_time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone
    })
  })

  test.each([
    ['=1+1'],
    ['+358'],
    ['-1'],
    ['@SUM(A1)'],
    ['\tx'],
    ['\rx'],
    ['\nx'],
    ['=1\n+2'],
    ['＝1'],
    ['=HYPERLINK("https://evil.example","x"),;']
  ])('holds nothing that would be run as a formula: %j', (text) => {
    expect(cellsOf(exported({ discardReason: text }))['discard_reason']).toBe(`'${text}`)
    expect(cellsOf(exported({ discardReason: text }), ';')['discard_reason']).toBe(`'${text}`)
  })

  test.each([['Ääkkönen, "puh"\n; x'], [' padded '], ['1-2'], ["'quoted"]])('keeps other text as it is: %j', (text) => {
    expect(cellsOf(exported({ discardReason: text }))['discard_reason']).toBe(text)
  })

  test('has only columns that are written down for whoever reads it', () => {
    const page = readFileSync(resolve(import.meta.dirname, '../../../../docs/queue-export.md'), 'utf8')
    const described = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)
    expect(described).toEqual([...csvColumns])
  })
})

test('JSON written piece by piece is one list', () => {
  const rows = [exported(), exported({}, [attempt]), exported()]
  const { begin, write, end } = jsonWriter()
  const text = begin + write(rows.slice(0, 1)) + write([]) + write(rows.slice(1)) + end
  expect(JSON.parse(text)).toEqual(rows)
  expect(JSON.parse(jsonWriter().begin + jsonWriter().end)).toEqual([])
})

test.each<[ExportFormat, string]>([
  ['json', 'queue-Harbour-Pier-3-B-2026-11-23-0905.json'],
  ['csv', 'queue-Harbour-Pier-3-B-2026-11-23-0905.csv']
])('the file has a name that every file system takes: %s', (format, name) => {
  expect(exportFileName('Harbour: Pier 3/B', new Date(2026, 10, 23, 9, 5).getTime(), format)).toBe(name)
})

describe('the whole queue', () => {
  const rows = Array.from({ length: 450 }, () => exported({}, [attempt]))
  let saved: { name: string; content: Blob } | null
  let installer: InstallerStandIn

  beforeEach(() => {
    saved = null
    const blobs = new Map<string, Blob>()
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      // Only blobs are ever given here.
      blobs.set('blob:1', blob as Blob)
      return 'blob:1'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      const content = blobs.get(this.href)
      if (content !== undefined) saved = { name: this.download, content }
    })
    installer = standIn({
      'queue:export': ({ after, limit }) => {
        const piece = rows.filter(({ action }) => action.seq > after).slice(0, limit)
        return ok({ rows: piece, next: piece.length < limit ? null : (piece.at(-1)?.action.seq ?? null) })
      }
    })
  })
  afterEach(() => vi.restoreAllMocks())

  test('is asked for in pieces and saved as one file', async () => {
    const progress: number[] = []
    await exportQueue({ id: stackId, name: 'Harbour' }, { format: 'json', onProgress: (count) => progress.push(count) })
    expect(saved?.name).toMatch(/^queue-Harbour-.*\.json$/)
    expect(JSON.parse((await saved?.content.text()) ?? '')).toEqual(rows)
    expect(progress).toEqual([200, 400, 450])
  })

  test('can be given up on the way', async () => {
    const { signal, abort } = ((controller) => ({ signal: controller.signal, abort: () => controller.abort() }))(
      new AbortController()
    )
    await exportQueue({ id: stackId, name: 'Harbour' }, { format: 'csv', signal, onProgress: abort })
    expect(installer.inputsOf('queue:export')).toHaveLength(2)
    expect(saved).toBeNull()
  })

  test('that cannot be read says why, and leaves no half file', async () => {
    installer.answers['queue:export'] = ({ after }) => (after === 0 ? ok({ rows, next: 7 }) : fail('internal'))
    await expect(exportQueue({ id: stackId, name: 'Harbour' }, { format: 'json' })).rejects.toMatchObject({
      problem: { kind: 'internal' }
    })
    expect(saved).toBeNull()
  })
})
