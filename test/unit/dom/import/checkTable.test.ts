import { describe, expect, test } from 'vitest'
import { checkTable } from '@/import/checkTable'
import { guessColumns, type ColumnMapping } from '@/import/guessColumns'
import type { BadLineReason, ImportedThing, ImportTable } from '@/import/importedThing'
import { readDelimited } from '@/import/readDelimited'

const mappingOf = (mapping: Partial<ColumnMapping>): ColumnMapping => ({
  tuid: null,
  group: null,
  status: null,
  note: null,
  place: null,
  ...mapping
})

const guess = async (text: string) => guessColumns(await readDelimited(text))

describe('the columns', () => {
  test.each<[what: string, text: string, mapping: Partial<ColumnMapping>]>([
    ['in English', 'TUID;Group;Status;Note;Place\n', { tuid: 0, group: 1, status: 2, note: 3, place: 4 }],
    ['in Finnish', 'Huone,Laitetunnus,Ryhmä,Tila,Huomautus\n', { place: 0, tuid: 1, group: 2, status: 3, note: 4 }],
    ['in another order, with others between', 'No;deployment_group_id;Serial;TUID\n', { group: 1, tuid: 3 }],
    ['written anyhow', ' tuid ;DEPLOYMENT GROUP ID;Installation-Status\n', { tuid: 0, group: 1, status: 2 }],
    ['of which two have the same name', 'Note;TUID;Note\n', { note: 0, tuid: 1 }]
  ])('are guessed from names %s', async (_what, text, mapping) => {
    expect(await guess(text)).toEqual({ mapping: mappingOf(mapping), hasHeader: true })
  })

  test('without names are guessed from what stands in them', async () => {
    expect(await guess('1;TSPD04ESY93100802;installed\n2;EZU31901021,TSPR04;new\n')).toEqual({
      mapping: mappingOf({ tuid: 1, status: 2 }),
      hasHeader: false
    })
  })

  test('are one in a list of labels', async () => {
    expect(await guess('ESY93100802,TSPD04\nEZU31901021,TSPR04')).toEqual({
      mapping: mappingOf({ tuid: 0 }),
      hasHeader: false
    })
  })

  test('of which none is a TUID are not guessed', async () => {
    expect((await guess('hello;world\nhow;are')).mapping).toEqual(mappingOf({}))
  })
})

describe('lines', () => {
  const header = 'TUID;Group;Status;Note;Place\n'
  const check = async (text: string) => {
    const table = await readDelimited(header + text)
    return checkTable(table, guessColumns(table))
  }
  const good: ImportedThing = {
    line: 2,
    tuid: 'TSPD04ESY93100802',
    groupId: null,
    status: null,
    note: null,
    place: null
  }

  test.each<[line: string, thing: Partial<ImportedThing>]>([
    ['TSPD04ESY93100802', {}],
    ['esy93100802,tspd04', {}],
    ['https://thingsee.com/d/TSPD04ESY93100802', {}],
    [
      'TSPD04ESY93100802;prfi00hq;Installed; by the door ;2nd floor',
      { groupId: 'prfi00hq', status: 'installed', note: 'by the door', place: '2nd floor' }
    ],
    ['TSPD04ESY93100802;unassigned;Karanteenissa', { groupId: 'unassigned', status: 'quarantine' }],
    ['TSPD04ESY93100802;;poistettu käytöstä', { status: 'retired' }],
    ['TSPD04ESY93100802;;;=1+1', { note: '=1+1' }]
  ])('%s: taken over', async (line, thing) => {
    expect(await check(line)).toEqual({ things: [{ ...good, ...thing }], bad: [] })
  })

  test.each<[line: string, reason: BadLineReason]>([
    [';prfi00hq', { kind: 'label', fault: 'empty', part: '' }],
    ['EM300-TH;prfi00hq', { kind: 'label', fault: 'bad_characters', part: 'EM300-TH' }],
    ['ESY93100802;prfi00hq', { kind: 'label', fault: 'no_model_code', part: 'ESY93100802' }],
    ['TSPD04ESY93100802;head office', { kind: 'group', part: 'head office' }],
    ['TSPD04ESY93100802;;broken', { kind: 'status', part: 'broken' }],
    [`TSPD04ESY93100802;;;${'x'.repeat(2001)}`, { kind: 'note', part: `${'x'.repeat(59)}…` }]
  ])('%s: refused, with the reason and the line', async (line, reason) => {
    const { things, bad } = await check(`${line}\nTSPR04EZU31901021\n`)
    expect(bad).toMatchObject([{ line: 2, reason }])
    expect(things.map(({ tuid }) => tuid)).toEqual(['TSPR04EZU31901021'])
  })

  test('of one thing: the first counts, the others are marked', async () => {
    const { things, bad } = await check('TSPD04ESY93100802;a\nTSPR04EZU31901021;b\nESY93100802,TSPD04;c\n')
    expect(things.map(({ line, groupId }) => [line, groupId])).toEqual([
      [2, 'a'],
      [3, 'b']
    ])
    expect(bad).toMatchObject([{ line: 4, reason: { kind: 'duplicate', part: 'TSPD04ESY93100802', of: 2 } }])
  })

  test('by the ten thousand are checked in pieces, and given up on demand', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      line: index + 1,
      cells: [`TSPD04${String(index).padStart(11, '0')}`]
    }))
    const table: ImportTable = { rows, width: 1 }
    const guessed = guessColumns(table)
    const shares: number[] = []
    const { things } = await checkTable(table, guessed, { onProgress: (share) => shares.push(share) })
    expect(things).toHaveLength(10_000)
    expect(shares).toEqual([0.2, 0.4, 0.6, 0.8, 1])
    const abort = new AbortController()
    const checking = checkTable(table, guessed, { signal: abort.signal, onProgress: () => abort.abort() })
    await expect(checking).rejects.toThrow()
  })
})
